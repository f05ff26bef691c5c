import type { PlainWords } from '../text/plain-words.js'
import { loadConceptTerms } from './concept-terms.js'

/** Words of a text that stand for a concept, in the order in which they end. */
export interface ConceptHits {
  readonly count: number
  /** By hit: index in `concepts`. */
  readonly concepts: Uint8Array
  /** By hit: the word in which it ends. */
  readonly words: Uint32Array
}

const SPACE = 0x20

/** At most so many hits for each word, on average, are told; what a text has beyond is passed over. */
const MAX_HITS_PER_WORD = 3

/** Finds the words of all languages that stand for a concept, in one pass. */
export function findConcepts({ count, units, length, starts, ends }: PlainWords): ConceptHits {
  const { automaton, conceptOf, mustEnd } = loadConceptTerms()
  const limit = count * MAX_HITS_PER_WORD
  let found = 0
  let concepts = new Uint8Array(count)
  let words = new Uint32Array(count)
  let word = 0
  const visit = (term: number, _: number, end: number): boolean => {
    if (mustEnd[term] === 1 && end < length && units[end] !== SPACE) return true
    while (word < count - 1 && (ends[word] as number) < end) word++
    if (end <= (starts[word] as number) || found === limit) return true
    if (found === concepts.length) {
      concepts = copyTo(new Uint8Array(limit), concepts)
      words = copyTo(new Uint32Array(limit), words)
    }
    concepts[found] = conceptOf[term] as number
    words[found] = word
    found++
    return false
  }
  automaton.scan(units, length, visit, SPACE)
  return { count: found, concepts, words }
}

function copyTo<Numbers extends Uint8Array | Uint32Array>(larger: Numbers, numbers: Numbers): Numbers {
  larger.set(numbers)
  return larger
}
