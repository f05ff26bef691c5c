import { findLatinLookAlike } from './confusables.js'
import type { FoldedText } from './fold-text.js'
import { findLeetLetter } from './leet.js'
import { UnitClass, unitTables } from './unit-class.js'

/** Bits of {@link PlainWords.marks}. */
export const WordMark = {
  /** Letters were undone: leet, look-alikes of another script. */
  respelt: 1,
  /** Letters stood apart: `i g n o r e`. */
  spaced: 2,
  /** The first two letters are ASCII capitals. */
  capitals: 4,
  /** The first word of a line. */
  lineStart: 8,
  /** No word: a run of signs, its first four code units. */
  signs: 16,
} as const

/**
 * The words of a text in their plainest spelling: folded, without accents, look-alike letters made Latin, leet undone,
 * letters set apart joined, `l` written `i`. Made for comparing, not for reading.
 */
export interface PlainWords {
  readonly count: number
  /** The words one after the other, a space between two unless both are characters of a script without blanks. */
  readonly units: Uint16Array
  readonly length: number
  /** By word: its range in `units`. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** By word: its range in the original text. */
  readonly originalStarts: Uint32Array
  readonly originalEnds: Uint32Array
  /** By word: bits of {@link WordMark}. */
  readonly marks: Uint8Array
}

const SPACE = 0x20
const LINE_FEED = 0x0a
const MAX_SIGNS = 4
const MIN_REPEATED_SIGNS = 3

/** Punctuation that says little: it is a word only when one and the same is repeated. */
const QUIET_SIGNS = new Set(Array.from('.,;:\'"()?!-/\\*~=+|•·_’‘“”。、，：；？！…', (sign) => sign.charCodeAt(0)))
const APOSTROPHES = new Set([0x27, 0x2019])

/** So many single letters in a row, with the same sign between them, are a word written apart. */
const MIN_SPACED_LETTERS = 4

/** From here on, a letter may well be a word: Indic scripts, Hangul. */
const FIRST_SYLLABIC = 0x0900

/** From so many respelt words, and such a part of all, the text as a whole counts as respelt. */
const MIN_RESPELT_WORDS = 3
const RESPELT_SHARE = 0.15
/** A number with so many letters behind it may be a quantity. */
const MAX_UNIT_LETTERS = 2
/** In a respelt text, a number of at most so many digits is read as a word: `4` is `a`, `15` is `is`. */
const MAX_RESPELT_DIGITS = 3

/** Splits a text into plain words. Linear time; the outcome takes about 20 bytes for each code unit. */
export function findPlainWords(text: string, folded: FoldedText): PlainWords {
  const raw = splitWords(folded)
  joinSpacedLetters(raw, folded)
  return new Speller(text, folded, raw).spell()
}

/** Ranges of words in the folded text. */
interface RawWords {
  count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly marks: Uint8Array
}

function splitWords({ units, length }: FoldedText): RawWords {
  const { classes } = unitTables()
  const starts = new Uint32Array(length)
  const ends = new Uint32Array(length)
  const marks = new Uint8Array(length)
  let count = 0
  for (let at = 0; at < length; ) {
    const unitClass = classes[units[at] as number]
    if (unitClass === UnitClass.space || unitClass === UnitClass.point) {
      at++
      continue
    }
    let end = at + 1
    let isWord = true
    if (unitClass === UnitClass.letter || unitClass === UnitClass.digit || isLeetSign(units, length, at)) {
      end = endOfWord(units, length, end)
    } else if (unitClass === UnitClass.sign) {
      while (end < length && classes[units[end] as number] === UnitClass.sign) end++
      isWord = isTelling(units, at, end)
      if (isWord) marks[count] = WordMark.signs
    }
    if (isWord) {
      starts[count] = at
      ends[count] = end
      count++
    }
    at = end
  }
  return { count, starts, ends, marks }
}

/** Whether a run of signs holds one that is no quiet punctuation, or one of that often enough to be a rule or a fence. */
function isTelling(units: Uint16Array, from: number, to: number): boolean {
  let isRepeated = to - from >= MIN_REPEATED_SIGNS
  for (let at = from; at < to; at++) {
    if (!QUIET_SIGNS.has(units[at] as number)) return true
    isRepeated &&= units[at] === units[from]
  }
  return isRepeated
}

function endOfWord(units: Uint16Array, length: number, from: number): number {
  const { classes } = unitTables()
  let end = from
  while (end < length) {
    const unit = units[end] as number
    const unitClass = classes[unit]
    const isPart = unitClass === UnitClass.letter || unitClass === UnitClass.digit || unitClass === UnitClass.point
    if (!isPart && !isLeetSign(units, length, end) && !isInnerApostrophe(units, length, end)) break
    end++
  }
  return end
}

/** A sign that is leet for a letter, with a letter or digit after it, or after one more such sign. */
function isLeetSign(units: Uint16Array, length: number, at: number): boolean {
  const { classes } = unitTables()
  const unit = units[at] as number
  if (classes[unit] !== UnitClass.sign || findLeetLetter(unit) === undefined) return false
  for (let next = at + 1; next < length && next < at + 4; next++) {
    const nextClass = classes[units[next] as number]
    if (nextClass === UnitClass.letter || nextClass === UnitClass.digit) return true
    if (nextClass !== UnitClass.sign || findLeetLetter(units[next] as number) === undefined) return false
  }
  return false
}

function isInnerApostrophe(units: Uint16Array, length: number, at: number): boolean {
  return (
    APOSTROPHES.has(units[at] as number) &&
    at + 1 < length &&
    unitTables().classes[units[at + 1] as number] === UnitClass.letter
  )
}

/** Joins runs of single letters with one and the same short gap between them; a different gap begins the next word. */
function joinSpacedLetters(raw: RawWords, folded: FoldedText): void {
  const { starts, ends, marks } = raw
  let count = 0
  for (let word = 0; word < raw.count; ) {
    const end = endOfSpacedLetters(raw, folded, word)
    starts[count] = starts[word] as number
    marks[count] = end > word + 1 ? WordMark.spaced : (marks[word] as number)
    ends[count] = ends[end - 1] as number
    count++
    word = end
  }
  raw.count = count
}

function endOfSpacedLetters(raw: RawWords, folded: FoldedText, first: number): number {
  if (!isSingleLetter(raw, folded, first)) return first + 1
  const gap = gapAfter(raw, folded, first)
  if (gap === undefined) return first + 1
  let word = first
  while (gapAfter(raw, folded, word) === gap && isSingleLetter(raw, folded, word + 1)) word++
  return word + 1 - first >= MIN_SPACED_LETTERS ? word + 1 : first + 1
}

function isSingleLetter({ starts, ends, count }: RawWords, { units }: FoldedText, word: number): boolean {
  if (word >= count || (ends[word] as number) - (starts[word] as number) !== 1) return false
  const unit = units[starts[word] as number] as number
  const unitClass = unitTables().classes[unit]
  return unit < FIRST_SYLLABIC && (unitClass === UnitClass.letter || unitClass === UnitClass.digit)
}

/** The gap between a word and the next as a number to compare; undefined when there is none, or it is a long one. */
function gapAfter({ starts, ends, count }: RawWords, { units, startOf }: FoldedText, word: number): number | undefined {
  if (word + 1 >= count) return undefined
  const from = ends[word] as number
  const to = starts[word + 1] as number
  const width = startOf(to) - startOf(from)
  if (width < 1 || width > 3 || to - from > 2) return undefined
  return ((units[from] as number) << 8) | ((units[to - 1] as number) & 0xff) | (width << 24)
}

/** Writes raw words in their plain spelling. */
class Speller {
  readonly #text: string
  readonly #folded: FoldedText
  readonly #raw: RawWords
  readonly #units: Uint16Array
  #length = 0

  constructor(text: string, folded: FoldedText, raw: RawWords) {
    this.#text = text
    this.#folded = folded
    this.#raw = raw
    this.#units = new Uint16Array(folded.length + raw.count)
  }

  spell(): PlainWords {
    const { count, starts: rawStarts, ends: rawEnds, marks } = this.#raw
    const [starts, ends, originalStarts, originalEnds] = Array.from({ length: 4 }, () => new Uint32Array(count)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ]
    let respelt = 0
    for (let word = 0; word < count; word++) {
      const from = rawStarts[word] as number
      const to = rawEnds[word] as number
      if (word > 0 && !this.#isUnspacedPair(rawEnds[word - 1] as number, from)) this.#push(SPACE)
      starts[word] = this.#length
      const mark = (marks[word] as number) | this.#spellWord(from, to, marks[word] as number)
      ends[word] = this.#length
      originalStarts[word] = this.#folded.startOf(from)
      originalEnds[word] = this.#folded.endOf(to - 1)
      marks[word] = mark | this.#isShouted(from, to) | this.#isLineStart(word)
      if ((mark & WordMark.respelt) !== 0) respelt++
    }
    const words = {
      count,
      units: this.#units,
      length: this.#length,
      starts,
      ends,
      originalStarts,
      originalEnds,
      marks,
    }
    if (respelt >= MIN_RESPELT_WORDS && respelt >= count * RESPELT_SHARE) respellRest(words)
    return words
  }

  #push(unit: number): void {
    this.#units[this.#length++] = unit
  }

  #spellWord(from: number, to: number, mark: number): number {
    const { units } = this.#folded
    const { classes, plain } = unitTables()
    if ((mark & WordMark.signs) !== 0) {
      for (let at = from; at < Math.min(to, from + MAX_SIGNS); at++) this.#push(units[at] as number)
      return 0
    }
    let latin = 0
    let digits = 0
    let signs = 0
    for (let at = from; at < to; at++) {
      const letter = plain[units[at] as number] as number
      const unitClass = classes[letter]
      if (unitClass === UnitClass.digit) digits++
      else if (unitClass === UnitClass.sign && !APOSTROPHES.has(letter)) signs++
      else if (letter >= 0x61 && letter <= 0x7a) latin++
    }
    const isSpaced = (mark & WordMark.spaced) !== 0
    const isMixed = digits > 0 && digits <= latin && !this.#isQuantity(from, to, digits)
    const isLeet = latin > 0 && (isMixed || (signs > 0 && !isSpaced))
    let change = 0
    for (let at = from; at < to; at++) {
      const unit = plain[units[at] as number] as number
      const unitClass = classes[unit]
      if (unitClass === UnitClass.point || unitClass === UnitClass.space) continue
      if (unitClass === UnitClass.digit || unitClass === UnitClass.sign) {
        const letter = isLeet && !(isSpaced && unitClass === UnitClass.sign) ? findLeetLetter(unit) : undefined
        if (letter !== undefined) change = WordMark.respelt
        if (letter !== undefined || unitClass === UnitClass.digit) this.#push(letter ?? unit)
        continue
      }
      const lookAlike = latin > 0 && unit > 0x7f ? findLatinLookAlike(unit) : undefined
      if (lookAlike !== undefined) change = WordMark.respelt
      this.#push(lookAlike === undefined ? unit : (plain[lookAlike] as number))
    }
    return change
  }

  /** Whether a word is a number with a short unit or ending: `5gb`, `2nd`. */
  #isQuantity(from: number, to: number, digits: number): boolean {
    const { classes } = unitTables()
    if (to - from - digits > MAX_UNIT_LETTERS) return false
    return classes[this.#folded.units[from] as number] === UnitClass.digit
  }

  /** Whether two words of a script without blanks touch. */
  #isUnspacedPair(end: number, start: number): boolean {
    const { units } = this.#folded
    const { classes } = unitTables()
    return (
      end === start &&
      classes[units[end - 1] as number] === UnitClass.unspaced &&
      classes[units[start] as number] === UnitClass.unspaced
    )
  }

  #isShouted(from: number, to: number): number {
    if (to - from < 2) return 0
    const first = this.#text.charCodeAt(this.#folded.startOf(from))
    const second = this.#text.charCodeAt(this.#folded.startOf(from + 1))
    return isCapital(first) && isCapital(second) ? WordMark.capitals : 0
  }

  #isLineStart(word: number): number {
    if (word === 0) return WordMark.lineStart
    const { startOf } = this.#folded
    const to = startOf(this.#raw.starts[word] as number)
    for (let at = startOf(this.#raw.ends[word - 1] as number); at < to; at++) {
      if (this.#text.charCodeAt(at) === LINE_FEED) return WordMark.lineStart
    }
    return 0
  }
}

function isCapital(unit: number): boolean {
  return unit > 0x40 && unit < 0x5b
}

/** In a text that is respelt as a whole, numbers, quantities and words of look-alikes alone are respelt too. */
function respellRest({ count, units, starts, ends, marks }: PlainWords): void {
  const { classes, plain } = unitTables()
  for (let word = 0; word < count; word++) {
    if (((marks[word] as number) & (WordMark.respelt | WordMark.signs)) !== 0) continue
    const from = starts[word] as number
    const to = ends[word] as number
    const isNumber = (unit: number): boolean => classes[unit] === UnitClass.digit
    const letters = Array.from(units.subarray(from, to), (unit) => {
      if (isNumber(unit)) return findLeetLetter(unit)
      return unit > 0x7f ? findLatinLookAlike(unit) : unit
    })
    if (letters.includes(undefined)) continue
    if (to - from > MAX_RESPELT_DIGITS && units.subarray(from, to).every(isNumber)) continue
    const respelling = letters.map((letter) => plain[letter as number] as number)
    if (respelling.every((letter, index) => letter === units[from + index])) continue
    units.set(respelling, from)
    marks[word] = (marks[word] as number) | WordMark.respelt
  }
}
