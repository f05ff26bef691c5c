import type { TextRange } from '../detection/text-range.js'

/** So much of a line is looked at, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 400

/** Lines of a text, without their ends. */
export function* readLines(text: string, from = 0): Generator<TextRange> {
  for (let start = from; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    yield { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end }
    start = end + 1
  }
}
