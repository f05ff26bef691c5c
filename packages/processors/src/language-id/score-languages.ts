import { loadLanguageModel, modelScripts, OTHER, WEIGHT_UNIT } from './language-model.js'
import type { LanguageScore } from './language-score.js'
import { findWords, foldForNgrams, visitByteNgrams, visitLetterNgrams } from './ngrams.js'
import { languageOfScript } from './own-script.js'
import { measureScripts, scriptNames, scriptOf } from './scripts.js'

/** A script besides the first counts when so much of the letters are in it. */
const LEAST_SHARE = 0.2

/** What a piece of text says of its language; that of several pieces can be put together. */
export interface Evidence {
  readonly script: string
  /** Part of the letters of the piece that are in the script. */
  readonly share: number
  /** The language, when the script alone says so. */
  readonly language?: string
  /** By class of the model: the sum of weights. */
  readonly sums?: Float64Array
  /** How many distinct n-grams of bytes are in it. */
  readonly ngrams: number
}

/** Reads a text: first what the letters of its main script say, then those of others that a good part of it is in. */
export function readEvidence(text: string): Evidence[] {
  const folded = foldForNgrams(text)
  const scripts = measureScripts(folded).filter(({ share }, index) => index === 0 || share >= LEAST_SHARE)
  if (scripts.length === 0) return []
  const words = findWords(folded)
  return scripts.map(({ script, share }) => {
    const language = languageOfScript(script, folded)
    if (language !== undefined) return { script, share, language, ngrams: 0 }
    if (!modelScripts.includes(script)) return { script, share, ngrams: 0 }
    const index = scriptNames.indexOf(script)
    return { script, share, ...sumWeights(new Set(words.filter((word) => scriptOf(word.charCodeAt(0)) === index))) }
  })
}

/** Puts the evidence of pieces in one script, and in one language where the script tells it, together. */
export function joinEvidence(pieces: readonly [Evidence, ...Evidence[]]): Evidence {
  const [first, ...others] = pieces
  if (first.sums === undefined || others.length === 0) return first
  const sums = first.sums.slice()
  for (const { sums: each } of others)
    for (const [index, sum] of each?.entries() ?? []) sums[index] = (sums[index] as number) + sum
  return { ...first, sums, ngrams: pieces.reduce((all, { ngrams }) => all + ngrams, 0) }
}

/**
 * The language that evidence speaks for; `undefined` when it is more probably none of those known.
 *
 * The score is the probability; for a language that is told by its script, the share of the letters that are in it.
 */
export function judgeEvidence({ script, share, language, sums, ngrams }: Evidence): LanguageScore | undefined {
  if (language !== undefined) return { language, score: share }
  if (sums === undefined || ngrams === 0) return undefined
  const { classes, temperature } = loadLanguageModel()
  const divisor = temperature.base * ngrams ** temperature.exponent
  let best = { language: OTHER, logit: Number.NEGATIVE_INFINITY }
  const logits: number[] = []
  for (const [index, { language: code, script: own, bias, perNgram, prior }] of classes.entries()) {
    if (own !== script) continue
    const logit = ((sums[index] as number) + bias + perNgram * ngrams) / divisor + prior
    logits.push(logit)
    if (logit > best.logit) best = { language: code, logit }
  }
  if (best.language === OTHER) return undefined
  const mass = logits.reduce((sum, logit) => sum + Math.exp(logit - best.logit), 0)
  return { language: best.language, score: 1 / mass }
}

/** By n-gram: the text that it was last counted in, so that it counts once in each. */
let lastCounted = new Uint32Array(0)
let texts = 0

function sumWeights(words: Iterable<string>): { readonly sums: Float64Array; readonly ngrams: number } {
  const { classes, find, firstWeight, weightClasses, weightValues } = loadLanguageModel()
  if (lastCounted.length === 0) lastCounted = new Uint32Array(firstWeight.length)
  // After as many texts as a counter holds, it starts anew.
  texts = (texts + 1) >>> 0
  if (texts === 0) lastCounted.fill(0)
  const now = texts
  const sums = new Float64Array(classes.length)
  const count = (hash: number): void => {
    const ngram = find(hash)
    if (ngram < 0 || lastCounted[ngram] === now) return
    lastCounted[ngram] = now
    const end = firstWeight[ngram + 1] as number
    for (let weight = firstWeight[ngram] as number; weight < end; weight++) {
      const index = weightClasses[weight] as number
      sums[index] = (sums[index] as number) + (weightValues[weight] as number)
    }
  }
  const bytes = new Set<number>()
  for (const word of words) {
    visitByteNgrams(word, (hash) => bytes.add(hash))
    visitLetterNgrams(word, count)
  }
  for (const hash of bytes) count(hash)
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] as number) * WEIGHT_UNIT
  return { sums, ngrams: bytes.size }
}
