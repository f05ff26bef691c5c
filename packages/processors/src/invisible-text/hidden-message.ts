import type { HiddenMessage } from '../detection/finding.js'

const FIRST_TAG = 0xe0000
const SUPPLEMENT = 0xe0100
const FIRST_SELECTOR = 0xfe00
/** VS1 to VS16, before those of the supplement. */
const BASIC_SELECTORS = 16

const CONTROL = /\p{Cc}/u
const LEAST_BITS = 8

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads tag characters: each stands for the ASCII character of its low 7 bits (the Unicode Standard, 23.9 "Tag Characters"). */
export function readTags(codePoints: readonly number[]): string {
  let text = ''
  for (const codePoint of codePoints) {
    const code = codePoint - FIRST_TAG
    if (code >= 0x20 && code < 0x7f) text += String.fromCharCode(code)
  }
  return text
}

export function measureTags(codePoints: readonly number[]): HiddenMessage {
  return { kind: 'text', length: readTags(codePoints).length }
}

/** Measures the bytes that variation selectors stand for, VS1 for 0 to VS256 for 255. */
export function measureSelectors(codePoints: readonly number[]): HiddenMessage {
  const [first = 0] = codePoints
  // Alone, only a byte of ASCII is text; many alone would make many arrays.
  if (codePoints.length === 1) return { kind: isPrintable(byteOf(first)) ? 'text' : 'bytes', length: 1 }
  const bytes = Uint8Array.from(codePoints, byteOf)
  const text = decodeText(bytes)
  if (text === undefined || CONTROL.test(text)) return { kind: 'bytes', length: bytes.length }
  return { kind: 'text', length: text.length }
}

function byteOf(selector: number): number {
  return selector < SUPPLEMENT ? selector - FIRST_SELECTOR : selector - SUPPLEMENT + BASIC_SELECTORS
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f
}

/** What a run of zero-width characters may hold: nothing when it is short, or one character over and over. */
export function measureBits(codePoints: readonly number[]): HiddenMessage | undefined {
  if (codePoints.length < LEAST_BITS || new Set(codePoints).size < 2) return undefined
  return { kind: 'bits', length: codePoints.length }
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}
