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

/** How a term must fit the words around it: be whole words, begin one, or stand anywhere. */
const Fit = { words: 0, prefix: 1, anywhere: 2 } as const

/** Words of all languages, for one search. */
interface ConceptTerms {
  readonly automaton: TermAutomaton
  /** By term: its concept, and its fit. */
  readonly conceptOf: Uint8Array
  readonly fitOf: Uint8Array
}

const SPACE = 0x20

/** At most so many hits for each word, on average, are told; what a text has beyond is passed over. */
const MAX_HITS_PER_WORD = 3

let terms: ConceptTerms | undefined

/** Finds the words of all languages that stand for a concept, in one pass. */
export function findConcepts({ count, units, length, starts, ends }: PlainWords): ConceptHits {
  terms ??= collectTerms()
  const { automaton, conceptOf, fitOf } = terms
  const capacity = count * MAX_HITS_PER_WORD
  const hits = { count: 0, concepts: new Uint8Array(capacity), words: new Uint32Array(capacity) }
  let word = 0
  automaton.scan(units, length, (term, start, end) => {
    const fit = fitOf[term]
    if (fit !== Fit.anywhere) {
      if (start > 0 && units[start - 1] !== SPACE) return true
      if (fit === Fit.words && end < length && units[end] !== SPACE) return true
    }
    while (word < count - 1 && (ends[word] as number) < end) word++
    if (end <= (starts[word] as number) || hits.count === capacity) return true
    hits.concepts[hits.count] = conceptOf[term] as number
    hits.words[hits.count] = word
    hits.count++
    return false
  })
  return hits
}

function collectTerms(): ConceptTerms {
  const entries = languages.flatMap(({ lexicon, isAttached }) =>
    concepts.flatMap((name, concept) =>
      (lexicon[name]?.split(' ') ?? []).map((entry) => ({
        term: entry.replaceAll('_', ' ').replace('*', ''),
        concept,
        fit: isAttached ? Fit.anywhere : entry.endsWith('*') ? Fit.prefix : Fit.words,
      })),
    ),
  )
  return {
    // Of equal terms the automaton takes the first.
    automaton: new TermAutomaton(spellTerms(entries.map(({ term }) => term))),
    conceptOf: Uint8Array.from(entries, ({ concept }) => concept),
    fitOf: Uint8Array.from(entries, ({ fit }) => fit),
  }
}
