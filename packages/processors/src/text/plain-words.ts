import { findLatinLookAlike } from './confusables.js'
import { type FoldedText, type FoldingSpace, foldText, newSpace } from './fold-text.js'
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

/** Punctuation that says little: it is a word only when one and the same is repeated. By code unit: 1 for such a sign. */
const isQuiet = new Uint8Array(0x10000)
for (const sign of '.,;:\'"()?!-/\\*~=+|•·_’‘“”。、，：；？！…') isQuiet[sign.charCodeAt(0)] = 1

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

/** Memory that is needed while one text is read is kept for the next one, up to so many code units (0.5 MB). */
const MAX_KEPT_UNITS = 32_768
let keptSpace: FoldingSpace = newSpace(0)
let keptRaw = newRawWords(0)

/** Splits a text into plain words. Linear time; the outcome takes about 20 bytes for each code unit at most. */
export function findPlainWords(text: string): PlainWords {
  const folded = foldText(text, false, text.length > MAX_KEPT_UNITS ? undefined : keptSpace)
  if (keptSpace.units.length > MAX_KEPT_UNITS) keptSpace = newSpace(0)
  if (keptRaw.starts.length < folded.length && folded.length <= MAX_KEPT_UNITS) keptRaw = newRawWords(folded.length)
  const raw = folded.length > MAX_KEPT_UNITS ? newRawWords(folded.length) : keptRaw
  splitWords(folded, raw)
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

function newRawWords(capacity: number): RawWords {
  return {
    count: 0,
    starts: new Uint32Array(capacity),
    ends: new Uint32Array(capacity),
    marks: new Uint8Array(capacity),
  }
}

function splitWords({ units, length }: FoldedText, raw: RawWords): void {
  const { classes } = unitTables()
  const { starts, ends, marks } = raw
  let count = 0
  for (let at = 0; at < length; ) {
    const unitClass = classes[units[at] as number]
    if (unitClass === UnitClass.space || unitClass === UnitClass.point) {
      at++
      continue
    }
    let end = at + 1
    let isWord = true
    let mark = 0
    if (unitClass === UnitClass.letter || unitClass === UnitClass.digit || isLeetSign(classes, units, length, at)) {
      end = endOfWord(classes, units, length, end)
    } else if (unitClass === UnitClass.sign) {
      while (end < length && classes[units[end] as number] === UnitClass.sign) end++
      isWord = isTelling(units, at, end)
      mark = WordMark.signs
    }
    if (isWord) {
      starts[count] = at
      ends[count] = end
      marks[count] = mark
      count++
    }
    at = end
  }
  raw.count = count
}

/** Whether a run of signs holds one that is no quiet punctuation, or one of that often enough to be a rule or a fence. */
function isTelling(units: Uint16Array, from: number, to: number): boolean {
  let isRepeated = to - from >= MIN_REPEATED_SIGNS
  for (let at = from; at < to; at++) {
    if (isQuiet[units[at] as number] === 0) return true
    isRepeated &&= units[at] === units[from]
  }
  return isRepeated
}

function endOfWord(classes: Uint8Array, units: Uint16Array, length: number, from: number): number {
  let end = from
  while (end < length) {
    const unit = units[end] as number
    const unitClass = classes[unit]
    if (unitClass !== UnitClass.letter && unitClass !== UnitClass.digit && unitClass !== UnitClass.point) {
      if (unitClass !== UnitClass.sign) break
      if (!isLeetSign(classes, units, length, end) && !isInnerApostrophe(classes, units, length, end)) break
    }
    end++
  }
  return end
}

/** A sign that is leet for a letter, with a letter or digit after it, or after one more such sign. */
function isLeetSign(classes: Uint8Array, units: Uint16Array, length: number, at: number): boolean {
  const unit = units[at] as number
  if (classes[unit] !== UnitClass.sign || findLeetLetter(unit) === 0) return false
  for (let next = at + 1; next < length && next < at + 4; next++) {
    const nextClass = classes[units[next] as number]
    if (nextClass === UnitClass.letter || nextClass === UnitClass.digit) return true
    if (nextClass !== UnitClass.sign || findLeetLetter(units[next] as number) === 0) return false
  }
  return false
}

function isInnerApostrophe(classes: Uint8Array, units: Uint16Array, length: number, at: number): boolean {
  return isApostrophe(units[at] as number) && at + 1 < length && classes[units[at + 1] as number] === UnitClass.letter
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
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
function gapAfter({ starts, ends, count }: RawWords, { units, offsets }: FoldedText, word: number): number | undefined {
  if (word + 1 >= count) return undefined
  const from = ends[word] as number
  const to = starts[word + 1] as number
  const width = (offsets[to] as number) - (offsets[from] as number)
  if (width < 1 || width > 3 || to - from > 2) return undefined
  return ((units[from] as number) << 8) | ((units[to - 1] as number) & 0xff) | (width << 24)
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** All lists stand in one piece of memory. */
function newPlainWords(count: number, capacity: number): Writable<PlainWords> {
  const bytes = new ArrayBuffer(count * 17 + capacity * 2)
  const list = (index: number): Uint32Array => new Uint32Array(bytes, index * count * 4, count)
  return {
    count,
    units: new Uint16Array(bytes, count * 16, capacity),
    length: 0,
    starts: list(0),
    ends: list(1),
    originalStarts: list(2),
    originalEnds: list(3),
    marks: new Uint8Array(bytes, count * 16 + capacity * 2, count),
  }
}

/** Writes raw words in their plain spelling. */
class Speller {
  readonly #text: string
  readonly #folded: FoldedText
  readonly #raw: RawWords
  readonly #tables = unitTables()
  readonly #words: Writable<PlainWords>
  #length = 0

  constructor(text: string, folded: FoldedText, raw: RawWords) {
    this.#text = text
    this.#folded = folded
    this.#raw = raw
    this.#words = newPlainWords(raw.count, folded.length + raw.count)
  }

  spell(): PlainWords {
    const { count, starts: rawStarts, ends: rawEnds, marks: rawMarks } = this.#raw
    const words = this.#words
    const { starts, ends, originalStarts, originalEnds, marks } = words
    const { offsets, endOf } = this.#folded
    let respelt = 0
    for (let word = 0; word < count; word++) {
      const from = rawStarts[word] as number
      const to = rawEnds[word] as number
      if (word > 0 && !this.#isUnspacedPair(rawEnds[word - 1] as number, from)) this.#push(SPACE)
      starts[word] = this.#length
      const rawMark = rawMarks[word] as number
      const mark = rawMark | this.#spellWord(from, to, rawMark)
      ends[word] = this.#length
      originalStarts[word] = offsets[from] as number
      originalEnds[word] = endOf(to - 1)
      marks[word] = mark | this.#isShouted(from, to) | this.#isLineStart(word)
      if ((mark & WordMark.respelt) !== 0) respelt++
    }
    words.length = this.#length
    if (respelt >= MIN_RESPELT_WORDS && respelt >= count * RESPELT_SHARE) respellRest(words)
    return words
  }

  #push(unit: number): void {
    this.#words.units[this.#length++] = unit
  }

  #spellWord(from: number, to: number, mark: number): number {
    const { units } = this.#folded
    const { classes, plain } = this.#tables
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
      else if (unitClass === UnitClass.sign && !isApostrophe(letter)) signs++
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
        const letter = isLeet && !(isSpaced && unitClass === UnitClass.sign) ? findLeetLetter(unit) : 0
        if (letter !== 0) change = WordMark.respelt
        if (letter !== 0 || unitClass === UnitClass.digit) this.#push(letter || unit)
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
    const { classes } = this.#tables
    if (to - from - digits > MAX_UNIT_LETTERS) return false
    return classes[this.#folded.units[from] as number] === UnitClass.digit
  }

  /** Whether two words of a script without blanks touch. */
  #isUnspacedPair(end: number, start: number): boolean {
    const { units } = this.#folded
    const { classes } = this.#tables
    return (
      end === start &&
      classes[units[end - 1] as number] === UnitClass.unspaced &&
      classes[units[start] as number] === UnitClass.unspaced
    )
  }

  #isShouted(from: number, to: number): number {
    if (to - from < 2) return 0
    const { offsets } = this.#folded
    if (!isCapital(this.#text.charCodeAt(offsets[from] as number))) return 0
    return isCapital(this.#text.charCodeAt(offsets[from + 1] as number)) ? WordMark.capitals : 0
  }

  #isLineStart(word: number): number {
    if (word === 0) return WordMark.lineStart
    const { offsets } = this.#folded
    const to = offsets[this.#raw.starts[word] as number] as number
    for (let at = offsets[this.#raw.ends[word - 1] as number] as number; at < to; at++) {
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
      if (isNumber(unit)) return findLeetLetter(unit) || undefined
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
