import type { TextRange } from '../detection/text-range.js'
import { ENCODINGS } from '../text/payload-encodings.js'
import { isBehindDataUri, withDataUri } from './data-uri.js'
import { readText } from './decode-bytes.js'
import type { DecodedRun, RunSearch } from './decoded-run.js'

/** A way of writing each character, or each byte, by a code. */
interface CharacterCode {
  readonly name: string
  /** What stands in every run; a text without it is not searched. */
  readonly mark: string
  readonly pattern: RegExp
  readonly decode: (source: string, range: TextRange) => (TextRange & { readonly text: string }) | undefined
}

const CODES: readonly CharacterCode[] = [
  separatedHex('\\x', /(?:\\x[0-9a-fA-F]{2}){8,4096}/g),
  separatedHex('0x', /(?:0x[0-9a-fA-F]{2}[ ,:]{0,2}){8,4096}/g),
  separatedHex(' ', /(?:[0-9a-fA-F]{2} ){7,4096}[0-9a-fA-F]{2}/g),
  separatedHex(':', /(?:[0-9a-fA-F]{2}:){7,4096}[0-9a-fA-F]{2}/g),
  separatedHex('-', /(?:[0-9a-fA-F]{2}-){7,4096}[0-9a-fA-F]{2}/g),
  separatedHex(',', /(?:[0-9a-fA-F]{2},){7,4096}[0-9a-fA-F]{2}/g),
  sharedEncoding('binary', '01'),
  sharedEncoding('escapes', '\\u'),
  sharedEncoding('escapes', '&#'),
  sharedEncoding('tags', '\udb40'),
  {
    name: 'percent',
    mark: '%',
    pattern: /%[0-9a-fA-F]{2}(?:[^\s%"'<>]{0,64}%[0-9a-fA-F]{2}){4,900}/g,
    decode: decodePercent,
  },
]

/** The runs of character codes that decode to text. */
export function* decodeCharacterCodes(source: string, { encodings }: RunSearch): Generator<DecodedRun> {
  for (const { name, mark, pattern, decode } of CODES) {
    if (!encodings.has(name) || !source.includes(mark)) continue
    for (const { 0: run, index } of source.matchAll(pattern)) {
      const decoded = decode(source, { start: index, end: index + run.trimEnd().length })
      if (decoded !== undefined) yield withDataUri(source, { ...decoded, encodings: [name] })
    }
  }
}

function separatedHex(mark: string, pattern: RegExp): CharacterCode {
  const decode = (run: string) => readText(Buffer.from(run.replaceAll(/0x|\\x|[ ,:-]/g, ''), 'hex'))
  return { name: 'hex', mark, pattern, decode: inPlace(decode) }
}

function sharedEncoding(name: string, mark: string): CharacterCode {
  const shared = ENCODINGS.find((encoding) => encoding.name === name)
  if (shared === undefined) throw new TypeError(`Encoding "${name}" is not known.`)
  const decode = (run: string) => {
    const text = shared.decode(run)
    return text === undefined ? undefined : readText(Buffer.from(text))
  }
  return { name, mark, pattern: shared.pattern, decode: inPlace(decode) }
}

function inPlace(decode: (run: string) => string | undefined): CharacterCode['decode'] {
  return (source, range) => {
    const text = decode(source.slice(range.start, range.end))
    return text === undefined ? undefined : { ...range, text }
  }
}

/** Fewer letters in percent codes hide nothing: blanks and signs of a URL are written so. */
const LEAST_HIDDEN_LETTERS = 5

/** The word that the codes stand in, when they hide letters (RFC 3986, section 2.1) or are the data of a URI. */
function decodePercent(source: string, { start, end }: TextRange): (TextRange & { readonly text: string }) | undefined {
  const range = { start: extend(source, start, -1), end: extend(source, end, 1) }
  const encoded = source.slice(range.start, range.end)
  const text = readText(unescapePercent(encoded))
  if (text === undefined) return undefined
  const shown = encoded.replaceAll(/%[0-9a-fA-F]{2}/g, '')
  const isHidden = countLetters(text) - countLetters(shown) >= LEAST_HIDDEN_LETTERS
  return isHidden || isBehindDataUri(source, range.start) ? { ...range, text } : undefined
}

/** Farthest that a word reaches on either side of its codes. */
const MAX_WORD_LENGTH = 64

function extend(source: string, from: number, step: 1 | -1): number {
  let position = from
  while (Math.abs(position - from) < MAX_WORD_LENGTH) {
    const next = source[step > 0 ? position : position - 1]
    if (next === undefined || !/[\w.~+-]/.test(next)) break
    position += step
  }
  return position
}

function unescapePercent(encoded: string): Buffer {
  const hex = encoded
    .replaceAll('+', ' ')
    .replaceAll(/%[0-9a-fA-F]{2}|[^%]{1,4096}|%/g, (part) =>
      /^%./.test(part) ? part.slice(1) : Buffer.from(part).toString('hex'),
    )
  return Buffer.from(hex, 'hex')
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
