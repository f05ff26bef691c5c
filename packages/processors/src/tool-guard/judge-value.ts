import { classifyHost } from '../url-filter/classify-host.js'
import type { Issue } from './issue.js'
import { judgeCommandLine, judgeShellValue } from './judge-command.js'
import { judgePath } from './judge-path.js'
import { judgeSqlValue, judgeStatement } from './judge-sql.js'

/** What an argument is to its tool. */
export const argumentKinds = ['text', 'sql', 'sql-value', 'shell', 'shell-value', 'path', 'any-path', 'url'] as const

export type ArgumentKind = (typeof argumentKinds)[number]

/** Judges a value by what it is to its tool. Linear time. */
export function judgeValue(value: string, kind: ArgumentKind): Issue[] {
  switch (kind) {
    case 'text':
      return []
    case 'sql':
      return judgeStatement(value)
    case 'sql-value':
      return judgeSqlValue(value)
    case 'shell':
      return judgeCommandLine(value)
    case 'shell-value':
      return judgeShellValue(value)
    case 'path':
      return judgePath(value, true)
    case 'any-path':
      return judgePath(value, false)
    case 'url':
      return judgeUrl(value)
  }
}

/** Hosts inside the network of whoever runs the tool. */
function judgeUrl(value: string): Issue[] {
  const written = value.trim()
  if (!URL.canParse(written)) return []
  const { protocol, hostname } = new URL(written)
  if (protocol === 'file:') return [{ type: 'private-url', rule: 'file', score: 0.8 }]
  const { range } = classifyHost(hostname.replace(/\.$/, ''))
  return range === undefined ? [] : [{ type: 'private-url', rule: range, score: range === 'metadata' ? 0.95 : 0.7 }]
}

const GUESSES: readonly (readonly [RegExp, ArgumentKind])[] = [
  [/^(?:sql|sql_?query|sql_?statement|statement)$/i, 'sql'],
  [/^(?:command|cmd|shell|bash|shell_?command|command_?line|script)$/i, 'shell'],
  [
    /^(?:path|file|filename|filepath|file_?path|file_?name|dir|directory|folder|cwd|working_?directory|source_?path|target_?path|destination)$/i,
    'any-path',
  ],
  [/^(?:url|uri|href|link|endpoint|webhook|webhook_?url|base_?url)$/i, 'url'],
]

/** What an argument probably is, by its name. */
export function guessKind(name: string): ArgumentKind {
  return GUESSES.find(([pattern]) => pattern.test(name))?.[1] ?? 'text'
}
