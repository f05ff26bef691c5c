import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'rolldown/utils'

/** A regular expression that is shipped. */
export interface ShippedRegex {
  /** Path of the built file, from the root of its package. */
  readonly path: string
  readonly regex: RegExp
}

/** Every regular expression literal in the built files of the SDK and of the built-in processors, each once. */
export function collectRegexes(): ShippedRegex[] {
  const found = new Map<string, ShippedRegex>()
  for (const name of ['@gatehouse/sdk', '@gatehouse/processors']) {
    const folder = fileURLToPath(new URL('dist', import.meta.resolve(`${name}/package.json`)))
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.js') || /^(?:testing|bundle)\b/.test(path)) continue
      for (const regex of regexesOf(path, readFileSync(`${folder}/${path}`, 'utf8'))) {
        found.set(String(regex), { path: `${name}/${path}`, regex })
      }
    }
  }
  return [...found.values()]
}

function regexesOf(path: string, text: string): RegExp[] {
  const regexes: RegExp[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { regex } = value as { readonly regex?: { readonly pattern?: unknown; readonly flags?: unknown } }
    if (typeof regex?.pattern === 'string') regexes.push(new RegExp(regex.pattern, String(regex.flags)))
    for (const inner of Object.values(value)) if (inner !== regex) visit(inner)
  }
  visit(parseSync(path, text).program)
  return regexes
}
