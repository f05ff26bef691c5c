import type { TextRange } from '../detection/text-range.js'
import { viewText } from '../text/text-view.js'
import type { Evidence, ToxicityKind } from './evidence.js'
import { findHits } from './find-hits.js'
import { judgeSentence } from './judge-sentence.js'
import { Concept, type Target, targets } from './lexicon/concept.js'
import { readSentences } from './read-sentences.js'
import { respell } from './respell.js'
import { loadRespellings } from './respellings.js'
import { has, type Sentence } from './sentence.js'
import { languageCodes, loadTerms } from './terms.js'
import type { Words } from './words.js'

/** How bad a finding is, in ascending order. */
export const severities = ['low', 'medium', 'high'] as const

export type Severity = (typeof severities)[number]

/** One sign of abuse in a text, or several weak ones that come to one. */
export interface ToxicitySign extends TextRange {
  readonly kind: ToxicityKind
  /** How sure, 0 to 1. */
  readonly score: number
  readonly severity: Severity
  /** Name of the rule that found it; `several` for weak ones together. */
  readonly rule: string
  /** For what people the hate is meant, where it can be told. */
  readonly target?: Target
}

/** What a text came to. */
export interface Toxicity {
  /** 0 to 1: that of the worst three sentences in a row. */
  readonly score: number
  /** Signs whose score is at least the threshold. */
  readonly signs: readonly ToxicitySign[]
}

/** Which signs to report. */
export interface ToxicitySearch {
  /** Least score of a sign, 0 to 1. */
  readonly threshold: number
  /** Codes of the languages to read; all when empty. */
  readonly languages: readonly string[]
}

/** So many sentences in a row are judged together: abuse and whom it is meant for may stand in two. */
const WINDOW_SENTENCES = 3

/** What each further sign adds to the strongest one, as a part of its own score. */
const FURTHER = 0.55
/** The same for signs of one word each, which tend to be repeated. */
const MORE_OF_A_WORD = 0.2
/** A pronoun can stand for a group that was named up to so many sentences before. */
const MEMORY = 2

const NOTHING: Toxicity = { score: 0, signs: [] }
const ALL_LANGUAGES = -1

/** Finds abuse in a text: slurs, hate against groups, threats, insults, profanity. Linear time. */
export function detectToxicity(text: string, { threshold, languages }: ToxicitySearch): Toxicity {
  const terms = loadTerms()
  const plain = viewText(text).words
  if (plain.count === 0) return NOTHING
  const plainHits = findHits(plain, terms)
  const words = respell(text, plain, plainHits, loadRespellings())
  const hits = words === plain ? plainHits : findHits(words, terms)
  const judged = judgeSentences(readSentences(text, words, hits, terms, bitsOf(languages)))

  let score = 0
  for (const window of windowsOf(judged)) score = Math.max(score, addUp(window))
  if (score < threshold) return { score, signs: [] }
  const strong = judged.flat().filter((each) => each.score >= threshold)
  const weak = judged.map((each) => each.filter((evidence) => evidence.score < threshold))
  const signs = [...strong, ...joinWeak(weak, threshold)].map((evidence) => toSign(evidence, words))
  return { score, signs }
}

function judgeSentences(sentences: readonly Sentence[]): Evidence[][] {
  let earlier = 0
  let age = 0
  return sentences.map((sentence) => {
    const evidence = judgeSentence(sentence, age <= MEMORY ? earlier : 0)
    age++
    const named = sentence.tokens.findLast((token) => has(token, Concept.group))
    if (named !== undefined) {
      earlier = named.target
      age = 1
    }
    return evidence
  })
}

/** The evidence of each sentence that has some, with that of the two before it. */
function* windowsOf(judged: readonly (readonly Evidence[])[]): Generator<readonly Evidence[]> {
  for (let last = 0; last < judged.length; last++) {
    if (judged[last]?.length === 0) continue
    yield judged.slice(Math.max(0, last - WINDOW_SENTENCES + 1), last + 1).flat()
  }
}

/** Weak signs that come to the threshold together, as one of the kind of the strongest; no sign counts twice. */
function joinWeak(weak: readonly (readonly Evidence[])[], threshold: number): Evidence[] {
  const joined: Evidence[] = []
  let end = -1
  for (const window of windowsOf(weak)) {
    const left = window.filter(({ from }) => from > end)
    const score = addUp(left)
    if (left.length === 0 || score < threshold) continue
    const strongest = left.reduce((a, b) => (b.score > a.score ? b : a))
    const from = left.reduce((first, each) => Math.min(first, each.from), strongest.from)
    end = left.reduce((last, each) => Math.max(last, each.to), strongest.to)
    joined.push({ ...strongest, score, rule: 'several', from, to: end })
  }
  return joined
}

/** The strongest sign, and a part of every further one; swearing and slurs add little to each other. */
function addUp(evidence: readonly Evidence[]): number {
  let strongest = 0
  let weight = FURTHER
  let rest = 1
  for (const { score, kind, rule } of evidence) {
    const own = rule === 'slur' || kind === 'profanity' || kind === 'sexual' ? MORE_OF_A_WORD : FURTHER
    rest *= 1 - own * score
    if (score <= strongest) continue
    strongest = score
    weight = own
  }
  return 1 - ((1 - strongest) * rest) / (1 - weight * strongest)
}

function toSign({ from, to, kind, score, severity, rule, target }: Evidence, words: Words): ToxicitySign {
  return {
    kind,
    score,
    severity: severities[severity - 1] ?? 'low',
    rule,
    start: words.originalStarts[from] as number,
    end: words.originalEnds[to] as number,
    ...(target > 0 && { target: targets[target - 1] as Target }),
  }
}

function bitsOf(languages: readonly string[]): number {
  if (languages.length === 0) return ALL_LANGUAGES
  return languages.reduce((bits, language) => bits | (2 ** languageCodes.indexOf(language)), 0)
}
