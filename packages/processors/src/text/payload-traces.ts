/**
 * Where the runs of an encoding begin, found by a look at every few characters: a text without any, as most are, costs next
 * to nothing.
 */

/** Bits of {@link classes}. */
const Class = { base64: 1, bit: 2, hexadecimal: 4, hexadecimalRun: 8, word: 16 } as const

/** By ASCII character: what it may be part of. */
const classes = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  return (
    (/[A-Za-z0-9+/_-]/.test(character) ? Class.base64 : 0) |
    (/[01]/.test(character) ? Class.bit : 0) |
    (/[0-9a-fA-F]/.test(character) ? Class.hexadecimal : 0) |
    (/[0-9a-fA-Fx\\ ,:]/.test(character) ? Class.hexadecimalRun : 0) |
    (/\w/.test(character) ? Class.word : 0)
  )
})

function isOf(bit: number, unit: number): boolean {
  return unit < 0x80 && ((classes[unit] as number) & bit) !== 0
}

/** Shortest run of base64, in characters. */
const MIN_BASE64 = 16
const BITS_OF_A_BYTE = 8
/** Fewest bytes of a hexadecimal run, in pairs of digits. */
const MIN_PAIRS = 6

/** Where a run of base64 begins, at a place or behind it; -1 when none does. What goes on at the place does not begin there. */
export function findBase64Trace(text: string, from: number): number {
  let start = from
  while (start > 0 && start < text.length && isOf(Class.base64, text.charCodeAt(start - 1))) start++
  return findRun(text, Class.base64, MIN_BASE64, start)?.start ?? -1
}

/** A place at which, or behind which, bytes in digits 0 and 1 begin, if any do; -1 when none can. */
export function findBinaryTrace(text: string, from: number): number {
  return findRun(text, Class.bit, BITS_OF_A_BYTE, from)?.start ?? -1
}

/** Where pairs of hexadecimal digits begin, at a place or behind it; -1 when none do. */
export function findHexadecimalTrace(text: string, from: number): number {
  const shortest = 2 * MIN_PAIRS
  let place = from
  for (;;) {
    const run = findRun(text, Class.hexadecimalRun, shortest, place)
    if (run === undefined) return -1
    for (let at = run.start; at <= run.end - shortest; at++) if (beginsPairs(text, at)) return at
    place = run.end
  }
}

/** Whether enough pairs of digits stand at a place, each with a prefix and a separator or without. */
function beginsPairs(text: string, start: number): boolean {
  let at = start
  for (let pairs = 0; pairs < MIN_PAIRS; pairs++) {
    const unit = text.charCodeAt(at)
    if ((unit === DIGIT_ZERO || unit === BACKSLASH) && text.charCodeAt(at + 1) === LETTER_X) at += 2
    if (!isOf(Class.hexadecimal, text.charCodeAt(at)) || !isOf(Class.hexadecimal, text.charCodeAt(at + 1))) return false
    at += 2
    const separator = text.charCodeAt(at)
    if (separator === SPACE || separator === COMMA || separator === COLON) at++
  }
  return true
}

const SPACE = 0x20
const COMMA = 0x2c
const DIGIT_ZERO = 0x30
const COLON = 0x3a
const BACKSLASH = 0x5c
const LETTER_X = 0x78

/** The first run of at least so many characters of a class from a place on; such a run has one at every so many places. */
function findRun(
  text: string,
  bit: number,
  least: number,
  from: number,
): { readonly start: number; readonly end: number } | undefined {
  const { length } = text
  for (let at = from + least - 1; at < length; at += least) {
    if (!isOf(bit, text.charCodeAt(at))) continue
    let start = at
    while (start > from && isOf(bit, text.charCodeAt(start - 1))) start--
    let end = at + 1
    while (end < length && isOf(bit, text.charCodeAt(end))) end++
    if (end - start >= least) return { start, end }
    at = end
  }
  return undefined
}

/** Words of ASCII letters to look for. */
export interface WordList {
  readonly words: ReadonlySet<string>
  /** By length: a bit for each letter that a word begins with. */
  readonly firstLetters: Uint32Array
}

const LETTER_A = 0x61

/** @param words in small letters */
export function listWords(words: string): WordList {
  const list = words.split(' ')
  const firstLetters = new Uint32Array(Math.max(...list.map(({ length }) => length)) + 1)
  for (const word of list) firstLetters[word.length] = (firstLetters[word.length] ?? 0) | letterBit(word.charCodeAt(0))
  return { words: new Set(list), firstLetters }
}

function letterBit(unit: number): number {
  const letter = (unit | 0x20) - LETTER_A
  return letter >= 0 && letter < 26 ? 1 << letter : 0
}

/** Whether at least so many words of a text, in any case, are on a list. Words are of ASCII letters, digits and underscores. */
export function holdsWords(text: string, { words, firstLetters }: WordList, least: number): boolean {
  const { length } = text
  let missing = least
  for (let at = 0; at < length; at++) {
    const first = text.charCodeAt(at)
    if (!isOf(Class.word, first)) continue
    const start = at
    while (at < length && isOf(Class.word, text.charCodeAt(at))) at++
    if (((firstLetters[at - start] ?? 0) & letterBit(first)) === 0) continue
    if (words.has(text.slice(start, at).toLowerCase()) && --missing === 0) return true
  }
  return false
}
