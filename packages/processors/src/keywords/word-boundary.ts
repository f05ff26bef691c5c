const WORD = /^[\p{L}\p{M}\p{N}\p{Pc}]$/u

/**
 * Characters of scripts that are written without blanks between words. Where one of them meets another letter there may
 * be the edge of a word, and only a dictionary could tell.
 */
const UNSPACED = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]$/u

/**
 * Whether a word can end between two code points: one of them is no letter, mark, digit or underscore (or is missing,
 * at the edge of the text), or belongs to a script without blanks between words.
 */
export function isWordBoundary(before: number | undefined, after: number | undefined): boolean {
  return !isJoining(before) || !isJoining(after)
}

function isJoining(codePoint: number | undefined): boolean {
  if (codePoint === undefined) return false
  if (codePoint < 0x80) return isAsciiWord(codePoint)
  const character = String.fromCodePoint(codePoint)
  return WORD.test(character) && !UNSPACED.test(character)
}

function isAsciiWord(code: number): boolean {
  return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a) || code === 0x5f
}

/** The code point that starts at `index`; undefined behind the end. */
export function codePointAt(units: Uint16Array, length: number, index: number): number | undefined {
  if (index >= length) return undefined
  const high = units[index] as number
  const low = index + 1 < length ? (units[index + 1] as number) : 0
  return isHigh(high) && isLow(low) ? joinSurrogates(high, low) : high
}

/** The code point that ends at `index`; undefined at the start. */
export function codePointBefore(units: Uint16Array, index: number): number | undefined {
  if (index <= 0) return undefined
  const low = units[index - 1] as number
  const high = index > 1 ? (units[index - 2] as number) : 0
  return isHigh(high) && isLow(low) ? joinSurrogates(high, low) : low
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}

function joinSurrogates(high: number, low: number): number {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff)
}
