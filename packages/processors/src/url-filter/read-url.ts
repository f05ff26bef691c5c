import { topLevelDomains, unmistakableDomains } from './top-level-domains.js'
import type { Reading } from './url-mention.js'

/** Longest URL that is read, in UTF-16 code units; what is behind is text. */
export const MAX_URL_LENGTH = 65_536

const LONGEST_SCHEME = 32
const LONGEST_HOST = 253

/** What ends a URL in running text besides blanks: brackets and quotes of several scripts, CJK punctuation, controls of direction. */
const DELIMITERS = new Set(
  Array.from(
    '<>"`{}|^«»‘’‚‛“”„‟‹›、。〈〉《》「」『』【】！（），：；？\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
    (each) => each.charCodeAt(0),
  ),
)
const IDEOGRAPHIC_FULL_STOP = 0x3002

/** What ends a sentence, or a URL in emphasis, rather than belonging to the URL. */
const TRAILING = new Set(Array.from('.,;:!?\'"*', (each) => each.charCodeAt(0)))

/** Marks that make a dot, a colon or slashes unclickable. */
const DEFANGED_DOT = /\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)/gi
const DEFANGED_COLON = /^([a-z][a-z0-9+.*-]{1,31})(?:\[:\]|\[:\/\/\]|:\[\/\/\])[/\\]{0,2}/i
const DEFANGED_SCHEME = /^(?:hxxp|h\*\*p|htxp|hzzp)(s?):/i

/** A scheme of the web right behind a word, a dot or hyphen between them: `end.https:`. Not `git+https:`. */
const BEHIND_WORD = /[.-](?:https?|hxxps?|ftps?|wss?)$/i

/** Schemes that need no slashes. */
const OPAQUE = /^(?:javascript|vbscript|data)$/i
const MEDIA_TYPE = /^(?:[a-z]+\/[a-z0-9.+-]+|;|,)/i

/**
 * Reads the URL whose scheme ends with the colon at `at`. Any scheme counts before two slashes; `javascript:`,
 * `vbscript:` and `data:` with a media type also without.
 */
export function readBareUrl(text: string, at: number, floor: number): Reading {
  const isMarked = text[at - 1] === '['
  const schemeEnd = isMarked ? at - 1 : at
  let start = schemeEnd
  while (start > floor && schemeEnd - start < LONGEST_SCHEME && isSchemeUnit(text.charCodeAt(start - 1))) start--
  while (start < schemeEnd && !isLetter(text.charCodeAt(start))) start++
  if (schemeEnd - start < 2) return undefined
  start += text.slice(start, schemeEnd).search(BEHIND_WORD) + 1
  const scheme = text.slice(start, schemeEnd)
  const behind = text.slice(at + 1, at + 6)
  const hasSlashes = /^(?:\]?[/\\]{2}|\[\/\/\])/.test(behind)
  if (!hasSlashes && !(OPAQUE.test(scheme) && isOpaqueUrl(scheme, text, at + 1))) return undefined
  let slashesEnd = hasSlashes ? at + 3 + behind.search(/[/\\]/) : at + 1
  if (isMarked && text[slashesEnd] === ']') slashesEnd++
  const end = readEnd(text, slashesEnd)
  if (end <= slashesEnd) return undefined
  const raw = text.slice(start, end)
  const isStyle = text.slice(Math.max(0, start - 5), start).search(/url\(['"]?$/i) >= 0
  const { url, isDefanged } = refang(raw)
  const isAutolink = text[start - 1] === '<' && text[end] === '>'
  const place = isStyle ? 'image' : isAutolink ? 'link' : 'text'
  return { mentions: [{ start, end, url, place, hasScheme: true, isDefanged }], end }
}

function isOpaqueUrl(scheme: string, text: string, from: number): boolean {
  const rest = text.slice(from, from + 64)
  return scheme.toLowerCase() === 'data' ? MEDIA_TYPE.test(rest) && rest.includes(',') : /^[^\s"'`]/.test(rest)
}

/**
 * Reads the host around a dot, which no scheme says is one, and what follows it. A host of a usual top-level domain
 * counts by itself, another one with `www.`, a port or a path; four numbers with a port or a path.
 *
 * @param dotEnd where the dot ends; a dot that was made unclickable has several characters
 */
export function readHost(text: string, dot: number, dotEnd: number, floor: number): Reading {
  const isMarked = isDotMark(text, dot - 1, dotEnd)
  let start = isMarked ? dot - 1 : dot
  while (start > floor && isHostUnit(text.charCodeAt(start - 1))) start--
  const labelStart = isMarked ? dotEnd + 1 : dotEnd
  let end = labelStart
  for (;;) {
    while (end < text.length && isHostUnit(text.charCodeAt(end))) end++
    const mark = text[end] === '.' ? 1 : lengthOfMark(text, end)
    if (mark === 0 || !isHostUnit(text.charCodeAt(end + mark))) break
    end += mark
  }
  const skip = { mentions: [], end: Math.max(end, dotEnd) }
  // Most dots end a sentence: no label stands on one of their sides.
  if (!isHostUnit(text.charCodeAt(labelStart)) || start === (isMarked ? dot - 1 : dot)) return skip
  const isBehindSlashes = start - floor >= 2 && isBareSlashes(text, start - 2)
  const before = isBehindSlashes ? undefined : text[start - 1]
  const after = text[end]
  if (end - start > LONGEST_HOST * 2 || after === '@' || (before !== undefined && '@/\\=.%#&~'.includes(before)))
    return skip
  const raw = text.slice(start, end)
  const host = raw.replace(DEFANGED_DOT, '.')
  const isDefanged = host !== raw
  const hasPort = after === ':' && isDigit(text.charCodeAt(end + 1))
  const hasMore = hasPort || after === '/' || after === '?'
  if (!isKnownHost(host, hasMore, isDefanged, text.slice(end, end + 4))) return skip
  const urlEnd = hasMore ? Math.max(end, readTail(text, end, hasPort)) : end
  const url = `http://${host}${text.slice(end, urlEnd).replace(DEFANGED_DOT, '.')}`
  if (isBehindSlashes) start -= 2
  return { mentions: [{ start, end: urlEnd, url, place: 'text', hasScheme: false, isDefanged }], end: urlEnd }
}

/** Two slashes that belong to no path: a URL of the scheme of the page. */
function isBareSlashes(text: string, at: number): boolean {
  return text[at] === '/' && text[at + 1] === '/' && !/[\w.~/\\-]/.test(text[at - 1] ?? ' ')
}

/** What follows a host. A port with an at sign behind it is no password: without a scheme nobody writes one. */
function readTail(text: string, from: number, hasPort: boolean): number {
  let portEnd = from + 1
  while (hasPort && isDigit(text.charCodeAt(portEnd))) portEnd++
  return hasPort && text[portEnd] === '@' ? portEnd : readEnd(text, from)
}

function isKnownHost(host: string, hasMore: boolean, isDefanged: boolean, behind: string): boolean {
  const labels = host.toLowerCase().split('.')
  if (labels.length < 2 || labels.some((label) => label === '' || label.length > 63)) return false
  const last = labels.at(-1) as string
  if (/^\d+$/.test(last)) {
    // A path of one or two digits after an address is the length of a network.
    return (
      hasMore && labels.length === 4 && labels.every((label) => Number(label) < 256) && !/^\/\d{1,2}(?!\d)/.test(behind)
    )
  }
  if (unmistakableDomains.has(last)) return true
  return topLevelDomains.has(last) && (hasMore || isDefanged || labels[0] === 'www')
}

/** Where a URL that begins before `from` ends in running text. */
function readEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_URL_LENGTH)
  let parentheses = 0
  let brackets = 0
  let end = from
  for (; end < limit; end++) {
    const code = text.charCodeAt(end)
    if (code <= 0x20 || code === 0x7f || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0x3000) break
    if (code === 0x28) parentheses++
    else if (code === 0x29 && parentheses-- === 0) break
    else if (code === 0x5b) brackets++
    else if (code === 0x5d && brackets-- === 0) break
    else if (DELIMITERS.has(code)) {
      if (code === IDEOGRAPHIC_FULL_STOP && isDotOfHost(text, from, end)) continue
      const mark = lengthOfMark(text, end)
      if (mark === 0) break
      end += mark - 1
    }
  }
  while (end > from && TRAILING.has(text.charCodeAt(end - 1))) end--
  return end
}

/** Whether an ideographic full stop is the first dot of a host, which a browser takes it for (UTS #46), rather than the end of a sentence. */
function isDotOfHost(text: string, from: number, at: number): boolean {
  const label = text.slice(from, Math.min(at, from + 64))
  return /^[a-z\d-]{1,30}$/i.test(label) && label.toLowerCase() !== 'localhost' && /^[a-z\d]/i.test(text[at + 1] ?? '')
}

/** Undoes what makes a URL unclickable. */
export function refang(raw: string): { readonly url: string; readonly isDefanged: boolean } {
  const url = raw.replace(DEFANGED_COLON, '$1://').replace(DEFANGED_SCHEME, 'http$1:').replace(DEFANGED_DOT, '.')
  const isOpaque = /^(?:javascript|vbscript|data|mailto|tel):/i.test(raw)
  if (isOpaque) return { url: raw, isDefanged: false }
  return { url, isDefanged: url.length !== raw.length || !url.startsWith(raw.slice(0, 4)) }
}

/** Without the network interface in an IPv6 address (RFC 6874), which browsers refuse and other clients follow. */
export function withoutZone(url: string): string {
  const opener = url.indexOf('[')
  const closer = url.indexOf(']', opener)
  const percent = url.indexOf('%', opener)
  if (opener < 0 || percent < 0 || percent > closer) return url
  return url.slice(0, percent) + url.slice(closer)
}

/** Length of a dot that was made unclickable; 0 where there is none. */
function lengthOfMark(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code !== 0x5b && code !== 0x28 && code !== 0x7b) return 0
  const closer = code === 0x5b ? ']' : code === 0x28 ? ')' : '}'
  if (text[at + 1] === '.' && text[at + 2] === closer) return 3
  return text[at + 4] === closer && text.slice(at + 1, at + 4).toLowerCase() === 'dot' ? 5 : 0
}

function isDotMark(text: string, at: number, dotEnd: number): boolean {
  return at >= 0 && lengthOfMark(text, at) === 3 && dotEnd === at + 2
}

function isSchemeUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e || code === 0x2a
}

/** Letters and digits of any script, hyphen, underscore. What is beyond ASCII and no letter fails to parse later. */
function isHostUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x2d || code === 0x5f || (code > 0xbf && !isBeyondLetters(code))
}

/** Punctuation and signs beyond Latin-1, by block. */
function isBeyondLetters(code: number): boolean {
  return (
    (code >= 0x2000 && code < 0x2c00) ||
    (code >= 0x3000 && code < 0x3005) ||
    (code >= 0x3008 && code < 0x3021) ||
    code >= 0xd800
  )
}

function isLetter(code: number): boolean {
  return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b)
}

function isDigit(code: number): boolean {
  return code > 0x2f && code < 0x3a
}
