import { replaceRanges, type TextRange } from '../detection/text-range.js'

/** A text that stands in another one in some encoding. */
export interface Payload extends TextRange {
  /** How it is encoded, from the outside in: `['data-uri', 'base64', 'gzip']`. */
  readonly encodings: readonly string[]
  readonly text: string
  /** What stands in `text` in an encoding, with its place there. */
  readonly inner: readonly Payload[]
}

/** The text of a payload with all that stands in it decoded. */
export function decodedTextOf({ text, inner }: Payload): string {
  return replaceRanges(
    text,
    inner.map((payload) => ({ start: payload.start, end: payload.end, replacement: decodedTextOf(payload) })),
  )
}

/** The encodings of a payload and of what stands in it, each once. */
export function encodingsOf({ encodings, inner }: Payload): string[] {
  return [...new Set([...encodings, ...inner.flatMap(encodingsOf)])]
}
