import { Fit, type Terms } from './terms.js'
import type { Words } from './words.js'

/** A term that stands in a text. */
export interface Hit {
  /** Index of its first and its last word. */
  readonly first: number
  readonly last: number
  /** Index in {@link Terms}. */
  readonly term: number
  /** So many letters of its first word stand before it, and of its last word behind it. */
  readonly before: number
  readonly behind: number
}

const SPACE = 0x20

/** Bits of terms that are whole words only, and of those that begin where a word does. */
const WHOLE = 1 << Fit.words
const BOUNDED = WHOLE | (1 << Fit.prefix)

/** At most so many hits for each word, on average; what a text has beyond is passed over. */
const MAX_HITS_PER_WORD = 6

/** Finds the terms in a text, in the order in which they end, the longer of two first. Linear time. */
export function findHits({ units, length, starts, ends, count }: Words, { automaton, fitsOf }: Terms): Hit[] {
  const hits: Hit[] = []
  let word = 0
  automaton.scan(units, length, (term, start, end) => {
    const bits = fitsOf[term] as number
    if (bits <= BOUNDED && start > 0 && units[start - 1] !== SPACE) return true
    if (bits === WHOLE && end < length && units[end] !== SPACE) return true
    while (word < count - 1 && (ends[word] as number) < end) word++
    let first = word
    while (first > 0 && (starts[first] as number) > start) first--
    const before = start - (starts[first] as number)
    const behind = (ends[word] as number) - end
    if (fitsAny(bits, before, behind)) {
      hits.push({ first, last: word, term, before, behind })
    }
    return hits.length < (word + 1) * MAX_HITS_PER_WORD
  })
  return hits
}

/** Longest article, preposition or ending that is attached to a word. */
const MAX_ATTACHED = 3

/** Whether one of several fits, as bits, allows a place. */
function fitsAny(bits: number, before: number, behind: number): boolean {
  if (before === 0 && behind === 0) return true
  for (let fit = 0; bits >>> fit !== 0; fit++) {
    if (((bits >>> fit) & 1) === 1 && fits(fit, before, behind)) return true
  }
  return false
}

/** Whether a meaning may stand where a term was found. */
export function fits(fit: number, before: number, behind: number): boolean {
  if (fit === Fit.anywhere) return true
  if (fit === Fit.attached) return before <= MAX_ATTACHED && behind <= MAX_ATTACHED
  return before === 0 && (behind === 0 || fit === Fit.prefix)
}
