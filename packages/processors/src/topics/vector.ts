import type { PlainWords } from '../text/plain-words.js'

/** Length of the parts of a word, and what one weighs beside the whole word. */
const PART_UNITS = 4
const PART_WEIGHT = 0.35
/** At most so many parts of one word count. */
const MAX_PARTS = 12

/** Called for each feature of a word: its hash, 32 bits, even for a whole word and odd for a part, and its weight. */
export type VisitFeature = (hash: number, weight: number) => void

/** Visits the features of one word: the word itself, and its parts of four letters, so that endings and compounds count in part. */
export function forEachFeature({ units, starts, ends }: PlainWords, word: number, visit: VisitFeature): void {
  const start = starts[word] as number
  const end = ends[word] as number
  visit(hashUnits(units, start, end, 0), 1)
  if (end - start <= PART_UNITS) return
  const last = Math.min(end - PART_UNITS, start + MAX_PARTS - 1)
  for (let at = start; at <= last; at++) visit(hashUnits(units, at, at + PART_UNITS, 1), PART_WEIGHT)
}

/** Whether a feature is a whole word. */
export function isWholeWord(hash: number): boolean {
  return (hash & 1) === 0
}

/** FNV-1a over code units (http://www.isthe.com/chongo/tech/comp/fnv/), its last bit the kind of feature. */
function hashUnits(units: Uint16Array, start: number, end: number, kind: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] as number), 0x01000193)
  return (hash & ~1) | kind
}

/** A sparse vector: values by feature. */
export type Vector = Map<number, number>

/** The vector of a run of words `[from, to)`, before features are weighed. */
export function vectorOf(words: PlainWords, from: number, to: number): Vector {
  const vector: Vector = new Map()
  for (let word = from; word < to; word++) {
    forEachFeature(words, word, (hash, weight) => vector.set(hash, (vector.get(hash) ?? 0) + weight))
  }
  return vector
}
