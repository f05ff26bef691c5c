import { TermAutomaton } from '../keywords/term-automaton.js'
import type { PlainWords } from '../text/plain-words.js'
import { spellTerms } from '../text/spell-terms.js'
import { concepts } from './lexicon/concept.js'
import { languages } from './lexicon/index.js'

/** Words of a text that stand for a concept, in the order in which they end. */
export interface ConceptHits {
  readonly count: number
  /** By hit: index in `concepts`. */
  readonly concepts: Uint8Array
  /** By hit: the word in which it ends. */
  readonly words: Uint32Array
}

/** Words of all languages, for one search. */
interface ConceptTerms {
  /** A term that begins a word has the blank before it, so that the search lets go of the inside of other words at once. */
  readonly automaton: TermAutomaton
  /** By term: its concept, and whether it must end where a word ends. */
  readonly conceptOf: Uint8Array
  readonly mustEnd: Uint8Array
}

const SPACE = 0x20

/** At most so many hits for each word, on average, are told; what a text has beyond is passed over. */
const MAX_HITS_PER_WORD = 3

let terms: ConceptTerms | undefined

/** Finds the words of all languages that stand for a concept, in one pass. */
export function findConcepts({ count, units, length, starts, ends }: PlainWords): ConceptHits {
  terms ??= collectTerms()
  const { automaton, conceptOf, mustEnd } = terms
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

function collectTerms(): ConceptTerms {
  const entries = languages.flatMap(({ lexicon, isAttached }) =>
    concepts.flatMap((name, concept) =>
      (lexicon[name]?.split(' ') ?? []).map((entry) => ({
        term: entry.replaceAll('_', ' ').replace('*', ''),
        concept,
        isAttached,
        isOpen: isAttached || entry.endsWith('*'),
      })),
    ),
  )
  const spelt = spellTerms(entries.map(({ term }) => term)).map((units, index) =>
    entries[index]?.isAttached === true ? units : behindBlank(units),
  )
  return {
    // Of equal terms the automaton takes the first.
    automaton: TermAutomaton.of(spelt),
    conceptOf: Uint8Array.from(entries, ({ concept }) => concept),
    mustEnd: Uint8Array.from(entries, ({ isOpen }) => (isOpen ? 0 : 1)),
  }
}

/** A term with a blank before it; nothing where there is no term. */
function behindBlank(units: Uint16Array): Uint16Array {
  if (units.length === 0) return units
  const term = new Uint16Array(units.length + 1)
  term[0] = SPACE
  term.set(units, 1)
  return term
}
