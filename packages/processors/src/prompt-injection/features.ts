import { type PlainWords, WordMark } from '../text/plain-words.js'
import type { Signal } from './find-signals.js'

/** Called for each feature: the word at which it stands, and its hash, 32 bits. */
export type VisitFeature = (word: number, hash: number) => void

/** Kinds of features, so that two of different kinds have different hashes. */
const Kind = { word: 1, pair: 2, apart: 3, triple: 4, part: 5, mark: 6, signal: 7 } as const

/** Length of the parts of a word, in code units. */
const PART_UNITS = 4
/** At most so many parts of one word count. */
const MAX_PARTS = 17

const MARKS = [WordMark.respelt, WordMark.spaced, WordMark.capitals]

const DIGIT_ZERO = 0x30
const DIGIT_NINE = 0x39

/**
 * Visits the features of all words, those of one word together, word after word: the word, with the one before, with the one
 * before that, with both; its parts of four letters; how it is written; the signals at it.
 */
export function forEachFeature(words: PlainWords, signals: readonly Signal[], visit: VisitFeature): void {
  let beforeLast = 0
  let last = 0
  let signal = 0
  for (let word = 0; word < words.count; word++) {
    const own = hashWord(words, word)
    visit(word, mix(Kind.word, own))
    visit(word, mix(mix(Kind.pair, last), own))
    visit(word, mix(mix(Kind.apart, beforeLast), own))
    visit(word, mix(mix(mix(Kind.triple, beforeLast), last), own))
    visitParts(words, word, visit)
    const mark = words.marks[word] as number
    for (const bit of MARKS) {
      if ((mark & bit) !== 0) visit(word, mix(Kind.mark, bit))
    }
    for (; signal < signals.length && (signals[signal] as Signal).word === word; signal++) {
      visit(word, mix(Kind.signal, (signals[signal] as Signal).signal))
    }
    beforeLast = last
    last = own
  }
}

function visitParts({ units, starts, ends }: PlainWords, word: number, visit: VisitFeature): void {
  const start = starts[word] as number
  const end = ends[word] as number
  if (end - start <= PART_UNITS) return
  const last = Math.min(end - PART_UNITS, start + MAX_PARTS - 1)
  for (let at = start; at <= last; at++) {
    let hash: number = Kind.part
    for (let index = at; index < at + PART_UNITS; index++) hash = mix(hash, units[index] as number)
    visit(word, hash)
  }
}

/** A hash of the word; of digits only their number counts. */
function hashWord({ units, starts, ends }: PlainWords, word: number): number {
  const end = ends[word] as number
  let hash = 1
  for (let at = starts[word] as number; at < end; at++) {
    const unit = units[at] as number
    hash = mix(hash, unit >= DIGIT_ZERO && unit <= DIGIT_NINE ? DIGIT_ZERO : unit)
  }
  return hash
}

/** One round of MurmurHash3 with 32 bits (https://github.com/aappleby/smhasher). */
function mix(hash: number, value: number): number {
  let mixed = Math.imul(value, 0xcc9e2d51)
  mixed = (mixed << 15) | (mixed >>> 17)
  mixed = hash ^ Math.imul(mixed, 0x1b873593)
  mixed = (mixed << 13) | (mixed >>> 19)
  return (Math.imul(mixed, 5) + 0xe6546b64) | 0
}
