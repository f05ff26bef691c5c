import { fits, type Hit } from './find-hits.js'
import { Concept } from './lexicon/concept.js'
import { languages as grammars } from './lexicon/index.js'
import { markWords } from './mark-words.js'
import type { Sentence, Token } from './sentence.js'
import { languageCodes, type Term, type Terms } from './terms.js'
import type { Words } from './words.js'

/** A longer sentence is cut: rules look at pairs of words. */
export const MAX_TOKENS = 40

/** A word that many languages have says less about which it is than others. */
const SHARED = 0.5

/** Concepts that a word keeps inside a phrase: "make them suffer". */
const KEPT = Concept.group | Concept.first | Concept.second | Concept.third

const grammarOf = new Map(grammars)

/**
 * Cuts a text into sentences, and says of each word what it means in the language that most words of the sentence are in. The
 * language comes from the terms themselves, so a text in several is read sentence by sentence.
 *
 * @param allowed bits of the languages to read; others count for nothing
 */
export function readSentences(
  text: string,
  words: Words,
  hits: readonly Hit[],
  { meanings, conceptsOf }: Terms,
  allowed: number,
): Sentence[] {
  const marks = markWords(text, words)
  const whole = new Float64Array(languageCodes.length)
  for (const { term } of hits) countLanguages(meanings[term] as readonly Term[], whole)
  const sentences: Sentence[] = []
  let nextHit = 0
  for (let from = 0; from < words.count; ) {
    let to = from + 1
    while (to < words.count && to - from < MAX_TOKENS && !marks.isSentenceStart(to)) to++
    const lastHit = nextHit
    while (nextHit < hits.length && (hits[nextHit] as Hit).last < to) nextHit++
    const own = hits.slice(lastHit, nextHit).filter(({ first }) => first >= from)
    if (own.length > 0) sentences.push(mayMatter(own, conceptsOf) ? readSentence(from, to, own) : HARMLESS)
    from = to
  }
  return sentences

  function readSentence(from: number, to: number, own: readonly Hit[]): Sentence {
    const counts = new Float64Array(languageCodes.length)
    for (const { term } of own) countLanguages(meanings[term] as readonly Term[], counts)
    const language = findLargest(counts, whole)
    const concepts = new Int32Array(to - from)
    const terms: (Term | undefined)[] = []
    const firsts: number[] = []
    const isKnown = new Uint8Array(to - from)
    let [coverFrom, coverTo] = [-1, -1]
    for (const { first, last, term, before, behind } of own) {
      const isGuess = words.guesses?.[last] === 1
      for (const meaning of meanings[term] as readonly Term[]) {
        if ((meaning.languages & allowed) === 0 || !fits(meaning.fit, before, behind)) continue
        const isOfLanguage = (meaning.languages & (2 ** language)) !== 0 && (counts[language] as number) > 0
        if (!isOfLanguage && (isGuess || !meaning.isUnmistakable)) continue
        // A word inside a phrase that ends with it counts as a part of the phrase.
        if (last === coverTo && first > coverFrom) continue
        for (let word = first; word <= last; word++) {
          isKnown[word - from] = 1
          // What ends a longer phrase keeps its meaning: "people" of "black people" in "black people think".
          const isOfOther = (firsts[word - from] ?? word) < first
          if (word < last && meaning.concepts !== 0 && !isOfOther) {
            // What a phrase that says nothing names is no group: "trans fat".
            const kept = meaning.concepts === Concept.filler ? KEPT & ~Concept.group : KEPT
            concepts[word - from] = Concept.filler | ((concepts[word - from] as number) & kept)
          }
        }
        if (meaning.concepts === 0) continue
        const at = last - from
        if (last > first) {
          coverFrom = first
          coverTo = last
          firsts[at] = Math.min(first, firsts[at] ?? first)
        }
        concepts[at] = (concepts[at] as number) | meaning.concepts
        terms[at] = stronger(terms[at], meaning)
      }
    }
    const tokens = Array.from(concepts, (each, index): Token => {
      const word = from + index
      const { severity = 0, target = 0, isAmbiguous = false } = terms[index] ?? {}
      return {
        word,
        first: firsts[index] ?? word,
        concepts: each,
        severity,
        target,
        isAmbiguous: isAmbiguous || words.guesses?.[word] === 1,
        isKnown: isKnown[index] === 1,
        isQuoted: marks.isQuoted(word),
        isAfterComma: index > 0 && marks.isAfterComma(word),
      }
    })
    const { isNegatedBehind = false, isVerbLast = false } = grammarOf.get(languageCodes[language] ?? '') ?? {}
    return { tokens, isNegatedBehind, isVerbLast }
  }
}

/** Concepts of which one may be a sign by itself, or names whom others are about. */
const ALONE =
  Concept.group |
  Concept.slur |
  Concept.profane |
  Concept.curse |
  Concept.sexual |
  Concept.insult |
  Concept.hostile |
  Concept.harm
/** Concepts of what may be said of those who are meant by a pronoun. */
const SAID =
  Concept.emote |
  Concept.badTrait |
  Concept.dehuman |
  Concept.ruin |
  Concept.exclude |
  Concept.away |
  Concept.dignity |
  Concept.praise

const HARMLESS: Sentence = { tokens: [], isNegatedBehind: false, isVerbLast: false }

/** Whether a sentence holds words that a rule may come to something with. Most hold none, and need no closer look. */
function mayMatter(hits: readonly Hit[], conceptsOf: Int32Array): boolean {
  let all = 0
  for (const { term } of hits) all |= conceptsOf[term] as number
  return (all & ALONE) !== 0 || ((all & Concept.third) !== 0 && (all & SAID) !== 0)
}

function countLanguages(meanings: readonly Term[], counts: Float64Array): void {
  const weight = meanings.length > 1 ? SHARED : 1
  for (const { languages, isAmbiguous, isUnmistakable, severity } of meanings) {
    // A term that is often harmless, or short, may be a word of another language.
    if (severity > 0 && (isAmbiguous || !isUnmistakable)) continue
    const index = 31 - Math.clz32(languages)
    counts[index] = (counts[index] as number) + weight
  }
}

/** Index of the largest count; of equal ones that which is larger in `tie`. */
function findLargest(counts: Float64Array, tie: Float64Array): number {
  let best = 0
  for (let index = 1; index < counts.length; index++) {
    const difference = (counts[index] as number) - (counts[best] as number)
    if (difference > 0 || (difference === 0 && (tie[index] as number) > (tie[best] as number))) best = index
  }
  return best
}

/** Of two meanings of one word, the worse one; a sure one before an ambiguous one. */
function stronger(known: Term | undefined, other: Term): Term {
  if (known === undefined) return other
  if (known.isAmbiguous !== other.isAmbiguous && other.severity > 0 && known.severity > 0)
    return known.isAmbiguous ? other : known
  if (other.severity > known.severity)
    return other.target === 0 && known.target > 0 ? { ...other, target: known.target } : other
  return known.target === 0 && other.target > 0 ? { ...known, target: other.target } : known
}
