import type { TextRange } from '../detection/text-range.js'
import { TermAutomaton } from '../keywords/term-automaton.js'
import { spellTerms } from '../text/spell-terms.js'
import { TextView, viewText } from '../text/text-view.js'
import { everydaySentences, stopWords } from './background.js'
import type { Topic } from './topic.js'
import { isWholeWord, type Vector, vectorOf } from './vector.js'

/** How much a text is about a topic, 0 to 1, and where most. */
export interface TopicScore {
  readonly score: number
  readonly range: TextRange
}

/** Words that are looked at together, and how far one such window is from the next. */
const WINDOW_WORDS = 24
const STRIDE_WORDS = 12

/** What one term leaves of doubt, and one hint. */
const TERM_DOUBT = 0.2
const HINT_DOUBT = 0.72
/** So much of a hint counts when it was there before in the window. */
const MOST_HINTS = 6

/** Similarities (cosines) that score 0 and 1. */
const LEAST_SIMILARITY = 0.12
const FULL_SIMILARITY = 0.62

/** With fewer words in common than this, a similarity counts in part: one word of a short sentence says little. */
const MIN_SHARED_WORDS = 2
const LONE_WORD = 0.6

/** What a word that says nothing of a topic weighs. */
const STOP_WEIGHT = 0.08

const SPACE = 0x20
const EVERYWHERE: TextRange = { start: 0, end: 0 }

interface Entry {
  readonly topic: number
  readonly isTerm: boolean
  readonly isPrefix: boolean
}

/** Scores texts by topics: by their terms and hints, and by how alike a text is to their examples. */
export class TopicIndex {
  readonly #topics: readonly Topic[]
  readonly #automaton: TermAutomaton
  /** By term of the automaton. */
  readonly #entries: readonly (readonly Entry[])[]
  /** By feature: the examples that have it, each with its value there. */
  readonly #postings = new Map<number, { readonly example: number; readonly value: number }[]>()
  readonly #weights = new Map<number, number>()
  readonly #rareWeight: number
  readonly #topicOfExample: readonly number[]

  constructor(topics: readonly Topic[]) {
    this.#topics = topics
    const listed = topics.flatMap(({ terms, hints }, topic) => [
      ...terms.map((term) => ({ term, topic, isTerm: true })),
      ...hints.map((term) => ({ term, topic, isTerm: false })),
    ])
    const spelt = spellTerms(listed.map(({ term }) => term.replace(/\*$/, '')))
    const entries = new Map<string, { units: Uint16Array; entries: Entry[] }>()
    listed.forEach(({ term, topic, isTerm }, index) => {
      const units = spelt[index] as Uint16Array
      const key = String.fromCharCode(...units)
      const known = entries.get(key) ?? { units, entries: [] }
      known.entries.push({ topic, isTerm, isPrefix: term.endsWith('*') })
      entries.set(key, known)
    })
    this.#automaton = TermAutomaton.of([...entries.values()].map(({ units }) => units))
    this.#entries = [...entries.values()].map((each) => each.entries)

    const examples = topics.flatMap(({ examples }, topic) => examples.map((text) => ({ text, topic })))
    this.#topicOfExample = examples.map(({ topic }) => topic)
    const vectors = examples.map(({ text }) => wholeVector(text))
    this.#rareWeight = this.#weigh(vectors)
    vectors.forEach((vector, example) => {
      this.#post(vector, example)
    })
  }

  /** Weighs features by how rare they are among examples and everyday sentences (inverse document frequency). */
  #weigh(vectors: readonly Vector[]): number {
    const documents = [...vectors, ...everydaySentences.map(wholeVector)]
    const counts = new Map<number, number>()
    for (const vector of documents) for (const hash of vector.keys()) counts.set(hash, (counts.get(hash) ?? 0) + 1)
    const rarity = (count: number): number => Math.log((documents.length + 1) / (count + 1))
    for (const [hash, count] of counts) this.#weights.set(hash, Math.max(STOP_WEIGHT, rarity(count)))
    for (const word of stopWords) {
      for (const hash of wholeVector(word).keys()) this.#weights.set(hash, STOP_WEIGHT)
    }
    return rarity(1)
  }

  #post(vector: Vector, example: number): void {
    const norm = this.#norm(vector)
    if (norm === 0) return
    for (const [hash, count] of vector) {
      const weight = this.#weightOf(hash)
      // Words that stand everywhere would only cost time.
      if (weight <= STOP_WEIGHT) continue
      const value = (count * weight) / norm
      const postings = this.#postings.get(hash) ?? []
      postings.push({ example, value })
      this.#postings.set(hash, postings)
    }
  }

  #weightOf(hash: number): number {
    return this.#weights.get(hash) ?? this.#rareWeight
  }

  #norm(vector: Vector): number {
    let sum = 0
    for (const [hash, count] of vector) sum += (count * this.#weightOf(hash)) ** 2
    return Math.sqrt(sum)
  }

  /** By topic, the score of the window that scores best. Linear time. */
  score(text: string): TopicScore[] {
    const { words } = viewText(text)
    const best: TopicScore[] = this.#topics.map(() => ({ score: 0, range: EVERYWHERE }))
    if (words.count === 0) return best
    const hits = this.#findHits(text)
    let firstHit = 0
    for (let from = 0; from === 0 || from + STRIDE_WORDS < words.count; from += STRIDE_WORDS) {
      const to = Math.min(words.count, from + WINDOW_WORDS)
      while (firstHit < hits.length && (hits[firstHit] as TopicHit).word < from) firstHit++
      const scores = this.#scoreWindow(text, from, to, hits, firstHit)
      const range = { start: words.originalStarts[from] as number, end: words.originalEnds[to - 1] as number }
      scores.forEach((score, topic) => {
        if (score > (best[topic] as TopicScore).score) best[topic] = { score, range }
      })
    }
    return best
  }

  #scoreWindow(text: string, from: number, to: number, hits: readonly TopicHit[], firstHit: number): number[] {
    const similarities = this.#compare(text, from, to)
    const doubts = this.#topics.map(() => 1)
    const hints = this.#topics.map(() => new Set<number>())
    const terms = new Set<number>()
    for (let at = firstHit; at < hits.length && (hits[at] as TopicHit).word < to; at++) {
      const { topic, term, isTerm } = hits[at] as TopicHit
      const seen = isTerm ? terms : (hints[topic] as Set<number>)
      if (seen.has(term) || (!isTerm && seen.size >= MOST_HINTS)) continue
      seen.add(term)
      doubts[topic] = (doubts[topic] as number) * (isTerm ? TERM_DOUBT : HINT_DOUBT)
    }
    return doubts.map((doubt, topic) => 1 - doubt * (1 - (similarities[topic] as number)))
  }

  /** By topic, how alike a window is to the example that is most alike, as a score. */
  #compare(text: string, from: number, to: number): number[] {
    const { words } = viewText(text)
    const sums = new Float64Array(this.#topicOfExample.length)
    const shared = new Uint16Array(this.#topicOfExample.length)
    const vector = vectorOf(words, from, to)
    const norm = this.#norm(vector)
    for (const [hash, count] of vector) {
      const weight = this.#weightOf(hash)
      for (const { example, value } of this.#postings.get(hash) ?? []) {
        sums[example] = (sums[example] as number) + count * weight * value
        if (isWholeWord(hash)) shared[example] = (shared[example] as number) + 1
      }
    }
    const scores = this.#topics.map(() => 0)
    sums.forEach((sum, example) => {
      const topic = this.#topicOfExample[example] as number
      const lone = (shared[example] as number) < MIN_SHARED_WORDS ? LONE_WORD : 1
      const similarity = norm === 0 ? 0 : (lone * sum) / norm
      const score = (similarity - LEAST_SIMILARITY) / (FULL_SIMILARITY - LEAST_SIMILARITY)
      scores[topic] = Math.max(scores[topic] as number, Math.min(1, Math.max(0, score)))
    })
    return scores
  }

  /** Terms and hints in a text, in the order of the words in which they end. */
  #findHits(text: string): TopicHit[] {
    const { units, length, starts, ends, count } = viewText(text).words
    const hits: TopicHit[] = []
    let word = 0
    this.#automaton.scan(units, length, (term, start, end) => {
      while (word < count - 1 && (ends[word] as number) < end) word++
      const isStart = start === 0 || units[start - 1] === SPACE || isUnspaced(starts, ends, word, start)
      if (!isStart) return true
      const isEnd = end === length || units[end] === SPACE || ends[word] === end
      for (const { topic, isTerm, isPrefix } of this.#entries[term] ?? []) {
        if (isEnd || isPrefix) hits.push({ word, topic, term, isTerm })
      }
      return true
    })
    return hits
  }
}

interface TopicHit {
  readonly word: number
  readonly topic: number
  readonly term: number
  readonly isTerm: boolean
}

/** Whether a place is where one of the last words begins, as in a script without blanks. */
function isUnspaced(starts: Uint32Array, ends: Uint32Array, word: number, start: number): boolean {
  for (let at = word; at >= 0 && (ends[at] as number) > start; at--) if (starts[at] === start) return true
  return false
}

function wholeVector(text: string): Vector {
  const { words } = new TextView(text)
  return vectorOf(words, 0, words.count)
}
