import { findConcepts } from '../../dist/prompt-injection/find-concepts.js'
import { concepts } from '../../dist/prompt-injection/lexicon/concept.js'
import { languages } from '../../dist/prompt-injection/lexicon/index.js'
import { TextView } from '../../dist/text/text-view.js'
import { makeRandom, pick } from './grammar.mjs'

/** A text with fewer words that stand for a concept says too little without the others. */
const LEAST_WORDS = 3
const MOST_WORDS = 30

/** Most of a text's words must stand for a concept that the lexicons know, or its telegram is about something else. */
const LEAST_SHARE = 0.2

/**
 * Telegrams in other languages: of each text the words that stand for a concept, each replaced by one of the same concept in
 * another language, and the rest left out. So a word of any language learns from the English texts that have its concept.
 */
export function makeTelegrams(rows, seed) {
  const random = makeRandom(seed)
  const [, ...others] = languages.map(({ lexicon }) => lexicon)
  return rows.flatMap((row) => {
    const { words } = new TextView(row.text)
    const hits = findConcepts(words)
    if (hits.count < LEAST_WORDS || hits.count > MOST_WORDS || hits.count < words.count * LEAST_SHARE) return []
    const lexicon = pick(others, random)
    const said = Array.from(hits.concepts.subarray(0, hits.count), (concept) => lexicon[concepts[concept]])
    const telegram = said.flatMap((terms) => (terms === undefined ? [] : [pick(terms.split(' '), random)]))
    return [{ ...row, text: telegram.join(' ').replaceAll('_', ' ').replaceAll('*', '') }]
  })
}
