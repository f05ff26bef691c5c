import type { ListedProcessor } from './listed-processor.js'

/** The list of processors as a page of one table. Links are relative to the list's own address. */
export function processorsToHtml(listed: readonly ListedProcessor[]): string {
  const rows = listed.map(
    ({ processor, executePath, signaturePath }) => `
      <tr>
        <td>${escapeHtml(processor.id)}</td>
        <td>${link(`./execute/${processor.path}`, executePath)} <small>HEAD, POST</small></td>
        <td>${link(`./signature/${processor.path}`, signaturePath)} <small>GET, POST</small></td>
      </tr>`,
  )
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Processor Routes</title>
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color-scheme: light dark; }
      table { border-collapse: collapse; }
      th, td { border-bottom: 1px solid #8886; padding: .4rem .8rem; text-align: left; }
      small { opacity: .7; }
    </style>
  </head>
  <body>
    <h1>Processor Routes</h1>
    <table>
      <thead><tr><th>Processor</th><th>Execute</th><th>Signature</th></tr></thead>
      <tbody>${rows.join('')}
      </tbody>
    </table>
  </body>
</html>
`
}

function link(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
