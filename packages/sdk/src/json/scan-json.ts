/** What {@link scanJson} saw outside of strings. */
export interface JsonScan {
  /** Deepest nesting of objects and arrays; 0 for a scalar. The scan stops once it is over the limit. */
  readonly depth: number
  /**
   * Values in the text: objects, arrays, strings that are no keys, numbers and literals. The scan stops once they are over
   * the limit.
   */
  readonly values: number
  /** Number tokens, as `[start, end)`, that a double cannot hold or that JavaScript would write in another way: `1.0`, `1e2`, `-0`, `9007199254740993`. */
  readonly inexactNumbers: readonly (readonly [start: number, end: number])[]
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const MINUS = 0x2d
const COLON = 0x3a
const LETTER_F = 0x66
const LETTER_N = 0x6e
const LETTER_T = 0x74

/**
 * Looks once over a JSON text without building anything, so that depth and number of values are bounded before memory is
 * spent on them: a value of two characters takes a hundred bytes and more once it is parsed.
 *
 * Strings are jumped over. The text need not be valid: what is broken is found by `JSON.parse` afterwards.
 */
export function scanJson(text: string, maxDepth: number, maxValues: number): JsonScan {
  const inexactNumbers: [number, number][] = []
  let depth = 0
  let deepest = 0
  let values = 0
  let index = 0
  while (index < text.length && deepest <= maxDepth && values <= maxValues) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) {
      values++
      index = endOfString(text, index)
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth++
      values++
      index++
      if (depth > deepest) deepest = depth
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--
      index++
    } else if (code === MINUS || isDigit(code)) {
      const end = endOfNumber(text, index)
      values++
      if (!isExact(text.slice(index, end))) inexactNumbers.push([index, end])
      index = end
    } else if (code === LETTER_T || code === LETTER_F || code === LETTER_N) {
      // Past the letters of the literal that could start another one.
      values++
      index += 4
    } else {
      // The string before a colon was a key.
      if (code === COLON) values--
      index++
    }
  }
  return { depth: deepest, values, inexactNumbers }
}

/** Index behind the closing quote of the string that opens at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1) {
    let backslashes = 0
    while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return quote + 1
    quote = text.indexOf('"', quote + 1)
  }
  return text.length
}

function endOfNumber(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && isNumberCharacter(text.charCodeAt(index))) index++
  return index
}

function isExact(token: string): boolean {
  return String(Number(token)) === token
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Digits and `+ - . E e`. */
function isNumberCharacter(code: number): boolean {
  return isDigit(code) || code === 0x2b || code === MINUS || code === 0x2e || code === 0x45 || code === 0x65
}
