/** What {@link scanJson} saw outside of strings. */
export interface JsonScan {
  /** Deepest nesting of objects and arrays; 0 for a scalar. The scan stops once it is over the limit. */
  readonly depth: number
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

/**
 * Looks once over a JSON text without building anything, so that depth is bounded before memory is spent on it.
 * Strings are jumped over. The text need not be valid: what is broken is found by `JSON.parse` afterwards.
 */
export function scanJson(text: string, maxDepth: number): JsonScan {
  const inexactNumbers: [number, number][] = []
  let depth = 0
  let deepest = 0
  let index = 0
  while (index < text.length) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) {
      index = endOfString(text, index)
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth++
      index++
      if (depth > deepest) deepest = depth
      if (deepest > maxDepth) break
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--
      index++
    } else if (code === MINUS || isDigit(code)) {
      const end = endOfNumber(text, index)
      if (!isExact(text.slice(index, end))) inexactNumbers.push([index, end])
      index = end
    } else {
      index++
    }
  }
  return { depth: deepest, inexactNumbers }
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
