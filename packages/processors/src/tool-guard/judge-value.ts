import { classifyHost } from '../url-filter/classify-host.js'
import { withoutZone } from '../url-filter/read-url.js'
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
  const url = readUrl(value)
  if (url === undefined) return []
  if (url.protocol === 'file:') return [{ type: 'private-url', rule: 'file', score: 0.8 }]
  const { range } = classifyHost(url.hostname.replace(/\.$/, ''))
  return range === undefined ? [] : [{ type: 'private-url', rule: range, score: range === 'metadata' ? 0.95 : 0.7 }]
}

/** A scheme around another URL, as `jar:` has it. */
const OUTER_SCHEME = /^[a-z-]{1,32}:(?=[a-z][a-z0-9+.-]{0,31}:\/\/)/i
/** An address or the machine itself without a scheme, which clients take for `http`. */
const BARE_HOST = /^(?:localhost|[\d.]+|0x[\da-f.x]+|\[[\da-f:.%]+\])(?=[:/?#]|$)/i

function readUrl(value: string): URL | undefined {
  const written = withoutZone(value.trim().replace(OUTER_SCHEME, ''))
  const url = BARE_HOST.test(written) ? `http://${written}` : written
  return URL.canParse(url) ? new URL(url) : undefined
}

const GUESSES: readonly (readonly [RegExp, ArgumentKind])[] = [
  [/^(?:sql|sql_?query|sql_?statement|statement)$/i, 'sql'],
  [/^(?:commands?|cmds?|shell|bash|shell_?commands?|command_?lines?|script)$/i, 'shell'],
  [
    /^(?:paths?|files?|filenames?|filepaths?|file_?paths?|file_?names?|dir|directory|folder|cwd|working_?directory|source_?path|target_?path|destination)$/i,
    'any-path',
  ],
  [/^(?:urls?|uris?|href|links?|endpoint|webhook|webhook_?url|base_?url)$/i, 'url'],
]

/** What an argument probably is, by its name. */
export function guessKind(name: string): ArgumentKind {
  return GUESSES.find(([pattern]) => pattern.test(name))?.[1] ?? 'text'
}
