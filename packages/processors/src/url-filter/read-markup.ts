import { MAX_URL_LENGTH, refang } from './read-url.js'
import type { Reading, UrlMention } from './url-mention.js'

/** What a URL begins with that leaves the page it stands on: a scheme, or two slashes of either kind. */
const ABSOLUTE = /^[^!-\uffff]*(?:[a-z][a-z0-9+.\-*\t\r\n[\]]{0,31}:|[/\\][\t\r\n]{0,9}[/\\])/i
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

const LOADING = new Set(['src', 'srcset', 'imagesrcset', 'poster', 'background', 'data', 'xlink:href'])
const LINKING = new Set(['href', 'action', 'formaction', 'ping', 'cite', 'codebase', 'manifest'])
/** Several URLs with blanks between them. */
const LISTING = new Set(['srcset', 'imagesrcset', 'ping'])
const LONGEST_NAME = 12
/** So many blanks between the name of an attribute and its equals sign. */
const LONGEST_GAP = 16

/**
 * Reads what stands behind the bracket that closes the label of a Markdown link: `(destination)`, or `: destination` of a
 * definition, which an image may use.
 *
 * @param hasImages whether the text has any image.
 */
export function readDestination(text: string, from: number, isImage: boolean, hasImages: boolean): Reading {
  const opener = text[from]
  if (opener !== '(' && opener !== ':') return undefined
  let start = from + 1
  while (start < text.length && start - from < BEGINNING && /\s/.test(text[start] as string)) start++
  const isQuoted = text[start] === '<'
  if (isQuoted) start++
  if (!ABSOLUTE.test(unescapeMarkdown(decodeEntities(text.slice(start, start + BEGINNING))))) return undefined
  const end = (isQuoted ? endOfQuoted(text, start) : undefined) ?? endOfDestination(text, start)
  const place = isImage || (opener === ':' && hasImages) ? 'image' : 'link'
  return { mentions: [describe(unescapeMarkdown(decodeEntities(text.slice(start, end))), start, end, place)], end }
}

/** Reads the value of an HTML attribute that holds a URL or several, by its equals sign. */
export function readAttribute(text: string, at: number): Reading {
  let nameEnd = at
  while (nameEnd > 0 && at - nameEnd < LONGEST_GAP && isBlank(text.charCodeAt(nameEnd - 1))) nameEnd--
  let nameStart = nameEnd
  while (nameStart > 0 && nameEnd - nameStart <= LONGEST_NAME && /[a-z:]/i.test(text[nameStart - 1] as string))
    nameStart--
  const name = text.slice(nameStart, nameEnd).toLowerCase()
  const isLoading = LOADING.has(name)
  if (!isLoading && !LINKING.has(name) && !isRefresh(name, text, nameStart)) return undefined
  let start = at + 1
  while (start < text.length && start - at < BEGINNING && /\s/.test(text[start] as string)) start++
  const quote = text[start]
  const isQuoted = quote === '"' || quote === "'"
  if (isQuoted) start++
  const isList = LISTING.has(name)
  if (!isList && !ABSOLUTE.test(decodeEntities(text.slice(start, start + BEGINNING)))) return undefined
  const valueEnd = endBefore(text, start, quote === '"' ? /"/ : quote === "'" ? /'/ : /[\s>"']/)
  const place = isLoading ? 'image' : 'link'
  if (isList) {
    const mentions = readList(text, start, valueEnd, place)
    const last = mentions.at(-1)
    return last === undefined ? undefined : { mentions, end: last.end }
  }
  const end = start + lengthOfFirst(text.slice(start, valueEnd))
  return { mentions: [describe(decodeEntities(text.slice(start, end)), start, end, place)], end }
}

/** `0; url=` of a page that goes elsewhere by itself (HTML Standard, "shared declarative refresh steps"). */
function isRefresh(name: string, text: string, nameStart: number): boolean {
  return name === 'url' && /\d[;,]\s?$/.test(text.slice(Math.max(0, nameStart - 3), nameStart))
}

/** The absolute ones of URLs with blanks between them, each of which may have a width or density behind it (HTML Standard, 4.8.4.2.1). */
function readList(text: string, start: number, end: number, place: 'link' | 'image'): UrlMention[] {
  const mentions: UrlMention[] = []
  for (const { 0: item, index } of text.slice(start, end).matchAll(/\S+/g)) {
    const head = /^(?:[\d.]{1,9}[xwh])?,/.exec(item)?.[0].length ?? 0
    const length = item.length - (item.endsWith(',') ? 1 : 0)
    const written = decodeEntities(item.slice(head, length))
    const from = start + index + head
    if (ABSOLUTE.test(written)) mentions.push(describe(written, from, start + index + length, place))
  }
  return mentions
}

/** Reads `url(//host` of a style, by its parenthesis; one with a scheme is found by that. */
export function readStyle(text: string, at: number): Reading {
  if (text.slice(Math.max(0, at - 3), at).toLowerCase() !== 'url') return undefined
  const head = /^\(\s{0,9}["']?(?=[/\\]{2})/.exec(text.slice(at, at + 16))?.[0].length
  if (head === undefined) return undefined
  const start = at + head
  const end = endBefore(text, start, /[\s"')]/)
  return { mentions: [describe(text.slice(start, end), start, end, 'image')], end }
}

function describe(written: string, start: number, end: number, place: 'link' | 'image'): UrlMention {
  const { url, isDefanged } = refang(trim(written))
  const hasScheme = !/^[/\\]\s{0,9}[/\\]/.test(url)
  return { start, end, url: hasScheme ? url : `https:${url}`, place, hasScheme, isDefanged }
}

/** Controls and blanks around a URL are no part of it (URL Standard, 4.4, step 1). */
function trim(written: string): string {
  let start = 0
  let end = written.length
  while (start < end && isBlank(written.charCodeAt(start))) start++
  while (end > start && isBlank(written.charCodeAt(end - 1))) end--
  return written.slice(start, end)
}

function isBlank(code: number): boolean {
  return code <= 0x20
}

/** CommonMark 0.31, 2.4 "Backslash escapes"; HTML has none. */
function unescapeMarkdown(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** Looks no further than a URL may be long, or many that do not end would look through the rest of the text each. */
function endBefore(text: string, start: number, end: RegExp): number {
  const piece = text.slice(start, start + MAX_URL_LENGTH)
  const length = piece.search(end)
  return start + (length < 0 ? piece.length : length)
}

/** Length of a value up to the blank before another URL: where no quote closes an attribute, all that follows looks like its value. */
function lengthOfFirst(value: string): number {
  for (const { 0: blank, index } of value.matchAll(/\s+/g)) {
    const next = index + blank.length
    if (!/^[^\s]*?(?:\/\/|\]\()/.test(value.slice(next, next + BEGINNING))) continue
    if (/:|[/\\]{2}/.test(value.slice(0, index))) return index
  }
  return value.length
}

/** Where the destination in angle brackets ends; undefined when none closes on its line, so that the bracket is part of it. */
function endOfQuoted(text: string, start: number): number | undefined {
  const end = endBefore(text, start, /[>\n]/)
  return text[end] === '>' ? end : undefined
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
