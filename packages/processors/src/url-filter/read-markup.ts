import type { Reading } from './find-urls.js'
import { MAX_URL_LENGTH, refang } from './read-url.js'

/** What a URL begins with that leaves the page it stands on: a scheme, or two slashes of either kind. */
const ABSOLUTE = /^[^!-\uffff]*(?:[a-z][a-z0-9+.\-*\t\r\n[\]]{0,31}:|[/\\]{2})/i
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|colon|tab|newline|sol|bsol|period|lpar|rpar));?/gi
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  colon: ':',
  tab: '\t',
  newline: '\n',
  sol: '/',
  bsol: '\\',
  period: '.',
  lpar: '(',
  rpar: ')',
}

/** Length of the beginning of a destination that tells whether it is absolute. */
const BEGINNING = 128

const LOADING = new Set(['src', 'srcset', 'poster', 'background', 'data', 'xlink:href'])
const LINKING = new Set(['href', 'action', 'formaction', 'ping', 'cite', 'codebase', 'manifest'])
const LONGEST_NAME = 12

/**
 * Reads what stands behind the bracket that closes the label of a Markdown link: `(destination)`, or `: destination` of a
 * definition, which an image may use.
 */
export function readDestination(text: string, from: number, isImage: boolean): Reading {
  const opener = text[from]
  if (opener !== '(' && opener !== ':') return undefined
  let start = from + 1
  while (start < text.length && start - from < BEGINNING && /\s/.test(text[start] as string)) start++
  const isQuoted = text[start] === '<'
  if (isQuoted) start++
  if (!isAbsolute(text, start)) return undefined
  const end = isQuoted ? endBefore(text, start, /[>\n]/) : endOfDestination(text, start)
  return { mention: describe(text, start, end, isImage || (opener === ':' && text.includes('![')) ? 'image' : 'link') }
}

/** Reads the value of an HTML attribute that holds a URL, by its equals sign. */
export function readAttribute(text: string, at: number): Reading {
  let nameEnd = at
  while (nameEnd > 0 && at - nameEnd < 4 && text[nameEnd - 1] === ' ') nameEnd--
  let nameStart = nameEnd
  while (nameStart > 0 && nameEnd - nameStart <= LONGEST_NAME && /[a-z:]/i.test(text[nameStart - 1] as string))
    nameStart--
  const name = text.slice(nameStart, nameEnd).toLowerCase()
  const isLoading = LOADING.has(name)
  if (!isLoading && !LINKING.has(name)) return undefined
  let start = at + 1
  while (start < text.length && start - at < BEGINNING && /\s/.test(text[start] as string)) start++
  const quote = text[start]
  const isQuoted = quote === '"' || quote === "'"
  if (isQuoted) start++
  if (!isAbsolute(text, start)) return undefined
  const end = endBefore(text, start, quote === '"' ? /"/ : quote === "'" ? /'/ : /[\s>]/)
  return { mention: describe(text, start, end, isLoading ? 'image' : 'link') }
}

function isAbsolute(text: string, start: number): boolean {
  return ABSOLUTE.test(decodeEntities(text.slice(start, start + BEGINNING)))
}

function describe(text: string, start: number, end: number, place: 'link' | 'image') {
  const written = decodeEntities(text.slice(start, end)).replace(/\\([!-/:-@[-`{-~])/g, '$1')
  const { url, isDefanged } = refang(written.trim())
  const hasScheme = !/^[/\\]{2}/.test(url)
  return { start, end, url: hasScheme ? url : `https:${url}`, place, hasScheme, isDefanged } as const
}

/** Looks no further than a URL may be long, or many that do not end would look through the rest of the text each. */
function endBefore(text: string, start: number, end: RegExp): number {
  const piece = text.slice(start, start + MAX_URL_LENGTH)
  const length = piece.search(end)
  return start + (length < 0 ? piece.length : length)
}

/** CommonMark 0.31, 6.3 "Links": up to a blank or the parenthesis that closes the link. */
function endOfDestination(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_URL_LENGTH)
  let depth = 0
  let end = start
  for (; end < limit; end++) {
    const code = text.charCodeAt(end)
    if (code <= 0x20) break
    if (code === 0x28) depth++
    else if (code === 0x29 && depth-- === 0) break
  }
  return end
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    ENTITY,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
}
