/**
 * Code in Markdown comes from files that are compiled and run. A comment names the file and the region:
 *
 *     <!-- example: examples/first-processor/src/processor.ts#processor -->
 *
 * and the code block behind it holds that region.
 */
const SNIPPET = /^<!-- example: ([\w./-]+)#([\w-]+) -->\n```(\w+)\n[\s\S]*?^```$/gm

/**
 * A Markdown text with every such block filled from its file.
 *
 * @param {string} markdown
 * @param {(path: string) => string} readText reads a file by its path from the root.
 * @returns {string}
 * @throws {Error} when a file has no such region.
 */
export function fillSnippets(markdown, readText) {
  return markdown.replace(SNIPPET, (_block, path, region, language) => {
    const code = extractRegion(readText(path), region, path)
    return `<!-- example: ${path}#${region} -->\n\`\`\`${language}\n${code}\n\`\`\``
  })
}

/** The lines between `#region NAME` and `#endregion NAME`, without the marks of regions inside and without common indentation. */
function extractRegion(text, region, path) {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.trim() === `// #region ${region}`)
  const end = lines.findIndex((line) => line.trim() === `// #endregion ${region}`)
  if (start === -1 || end < start) throw new Error(`${path} has no region "${region}".`)
  const inner = lines.slice(start + 1, end).filter((line) => !/^\s*\/\/ #(?:end)?region /.test(line))
  const indents = inner.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return inner
    .map((line) => line.slice(indent))
    .join('\n')
    .trim()
}
