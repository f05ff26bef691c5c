import type { Processor } from '@gatehouse/sdk'
import type { LoadedConfiguration } from './load-configuration.js'

/** Prompts that the built-in processors have something to say about. */
const prompts: Readonly<Record<string, { text: string; parameters?: object }>> = {
  'language-id': { text: 'Guten Morgen, wie komme ich am schnellsten zum Bahnhof?' },
  'repetition-detect': { text: 'again and again and again and again and again and again' },
  'system-prompt': { text: 'Where is the station?', parameters: { modify: true } },
}

/** What a person who just started the server could do next: a page to open, a command that shows a decision. */
export function suggestFirstSteps(url: string, { served, tokenHashes, tls }: LoadedConfiguration): string {
  const processor = served.find(({ name }) => Object.hasOwn(prompts, name)) ?? served.find(takesPrompt)
  const flags = `${tls === undefined ? '' : ' -k'}${tokenHashes.length === 0 ? '' : ' -H "Authorization: Bearer $TOKEN"'}`
  return [
    '',
    `  ${served.length} processors at ${url}`,
    '',
    '  Next',
    `    open ${url}/ in a browser: a form for each processor`,
    `    curl${flags} -H 'Accept: text/markdown' ${url}/api/v1/info`,
    ...(processor === undefined ? [] : writeCurl(url, processor, flags)),
    '',
    '  Ctrl+C stops it. `npx gatehouse serve --help` shows what else it can do.',
    '',
    '',
  ].join('\n')
}

function takesPrompt({ signatureDocument }: Processor): boolean {
  return signatureDocument.fields.every(({ type, required }) => type === 'input.messages' || !required)
}

function writeCurl(url: string, { path, name }: Processor, flags: string): string[] {
  const { text, parameters } = prompts[name] ?? { text: 'Hello' }
  return [
    `    curl${flags} ${url}/api/v1/execute/${path} \\`,
    "      -F 'metadata={}' \\",
    ...(parameters === undefined ? [] : [`      -F 'input.parameters=${JSON.stringify(parameters)}' \\`]),
    `      -F 'input.messages=${JSON.stringify({ messages: [{ role: 'user', content: text }] })}'`,
  ]
}
