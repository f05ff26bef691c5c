import { findBase64Trace, findBinaryTrace, findHexadecimalTrace, listWords, type WordList } from './payload-traces.js'

/** A way of writing a stretch of text with other characters. */
export interface Encoding {
  readonly name: string
  /** Offset, `from` or later, from which on the pattern must search a text; -1 when it finds nothing there. */
  readonly findTrace: (text: string, from: number) => number
  /** Finds runs that may be encoded; bounded. */
  readonly pattern: RegExp
  readonly decode: (run: string) => string | undefined
}

/** A way of writing a whole text otherwise, and words that give it away. */
export interface Disguise {
  readonly name: string
  readonly words: WordList
  readonly decode: (text: string) => string
}

/** Fewer letters say nothing. */
const LEAST_LETTERS = 5
/** This part of what is decoded must be letters, blanks or usual punctuation. */
const READABLE_SHARE = 0.9

/** Encodings of stretches of a text. */
export const ENCODINGS: readonly Encoding[] = [
  {
    name: 'base64',
    findTrace: findBase64Trace,
    pattern: /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,8192}={0,2}/g,
    decode: decodeBase64,
  },
  {
    name: 'hex',
    findTrace: findHexadecimalTrace,
    pattern: /(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ ,:]?){6,4096}/g,
    decode: (run) => decodeBytes(Buffer.from(run.replaceAll(/0x|\\x|[ ,:]/g, ''), 'hex')),
  },
  {
    name: 'binary',
    findTrace: findBinaryTrace,
    pattern: /(?:[01]{8}[ ,]?){5,4096}/g,
    decode: (run) => decodeBytes(Buffer.from((run.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))),
  },
  {
    name: 'percent',
    findTrace: (text, from) => (text.includes('%', from) ? from : -1),
    pattern: /(?<!\S)[^\s%]{0,64}%[0-9a-fA-F]{2}(?:[^\s%]{0,64}%[0-9a-fA-F]{2}){2,2048}[^\s%]{0,64}/g,
    decode: decodePercent,
  },
  {
    name: 'escapes',
    findTrace: (text, from) => (text.includes('\\u', from) || text.includes('&#', from) ? from : -1),
    pattern: /(?:\\u\{?[0-9a-fA-F]{2,6}\}?|&#x?[0-9a-fA-F]{2,6};){5,4096}/g,
    decode: decodeEscapes,
  },
  {
    // Characters that show nothing, one for each of ASCII (the Unicode Standard, 23.9 "Tag Characters").
    name: 'tags',
    findTrace: (text, from) => text.indexOf('\udb40', from),
    pattern: /(?:\udb40[\udc20-\udc7e]){5,8192}/g,
    decode: (run) => run.replaceAll(/\udb40(.)/g, (_, low: string) => String.fromCharCode(low.charCodeAt(0) - 0xdc00)),
  },
]

export const DISGUISES: readonly Disguise[] = [
  {
    name: 'rot13',
    words: listWords(
      'gur naq lbh lbhe vtaber cerivbhf vafgehpgvba vafgehpgvbaf cnffjbeq frperg cebzcg flfgrz erirny nyy jvgu',
    ),
    decode: (text) => text.replaceAll(/[A-Za-z]/g, rotateLetter),
  },
  {
    name: 'reversed',
    words: listWords(
      'eht dna uoy ruoy erongi suoiverp noitcurtsni snoitcurtsni drowssap terces tpmorp metsys laever lla htiw',
    ),
    decode: (text) => [...text].reverse().join(''),
  },
]

/** Whether a text is one that people or programs write, not bytes taken for text. */
export function isReadable(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS) return false
  const others = text.match(/[\p{M}\p{N}\s.,;:!?'"()<>/{}[\]|_#*=&@$%+-]/gu)?.length ?? 0
  return letters + others >= READABLE_SHARE * text.length
}

/** Both alphabets of RFC 4648. Words and paths of one case are passed over: code of a text has both. */
function decodeBase64(run: string): string | undefined {
  return /[A-Z]/.test(run) && /[a-z]/.test(run) ? decodeBytes(Buffer.from(run, 'base64')) : undefined
}

/** Undefined when the bytes are no UTF-8. */
function decodeBytes(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? undefined : text
}

function decodePercent(run: string): string | undefined {
  try {
    return decodeURIComponent(run.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

function decodeEscapes(run: string): string | undefined {
  const codes = run.match(/&#\d+|[0-9a-fA-F]{2,6}/g) ?? []
  const points = codes.map((code) => (code.startsWith('&#') ? Number(code.slice(2)) : Number.parseInt(code, 16)))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined
}

function rotateLetter(letter: string): string {
  const code = letter.charCodeAt(0)
  const first = code < 0x61 ? 0x41 : 0x61
  return String.fromCharCode(first + ((code - first + 13) % 26))
}
