import { loadLanguageModel } from './language-model.js'
import type { LanguageScore } from './language-score.js'
import { findOwnScript } from './own-script.js'

/** A letter run, with apostrophes before and inside it (`don't`), as the model counts words. */
const WORD = /['`’]?\p{L}+(?:['`’]\p{L}+)*/gu

/** The model's words end here; what follows in a longer one says nothing. In bytes. */
const MAX_WORD_BYTES = 70
const NGRAM_BYTES = 4
const STRIDE = 3
const EDGE = 0x20

/** Offset basis of the n-gram hash; `scripts/build-language-model.mjs` has the same. */
const HASH_BASIS = 1

/** Added to every weight that the model holds. */
const BASE_WEIGHT = 53

/**
 * Divides the sums of weights before they become probabilities. The n-grams of a text depend on each other, so the bare
 * sums are far too sure; with 40, of the detections with a score about `p`, about the part `p` is right.
 */
const TEMPERATURE = 40

/** Below the first part of a language's typical weight a text is none of it; above the second, nothing is taken off. */
const FOREIGN = 0.4
const FAMILIAR = 0.7

/**
 * The language that a text is most probably in; `undefined` for a text without a letter, or without any n-gram of the model.
 *
 * The score is the probability among the languages known, taken down when the text has fewer of the language's usual
 * n-grams than it should: so a text in an unknown language comes out low, unless that is close to a known one.
 */
export function scoreLanguage(text: string): LanguageScore | undefined {
  const ownScript = findOwnScript(text)
  if (ownScript !== undefined) return ownScript
  const { languages, typicalWeights } = loadLanguageModel()
  const ngrams = collectNgrams(text)
  const sums = sumWeights(ngrams)
  const best = sums.reduce((bestSoFar, sum, index) => (sum > (sums[bestSoFar] as number) ? index : bestSoFar), 0)
  const top = sums[best] as number
  if (top === 0) return undefined
  const total = sums.reduce((mass, sum) => mass + Math.exp((sum - top) / TEMPERATURE), 0)
  const share = top / ngrams.size / (typicalWeights[best] as number)
  const familiarity = Math.min(1, Math.max(0, (share - FOREIGN) / (FAMILIAR - FOREIGN)))
  return { language: languages[best] as string, score: familiarity / total }
}

/** Hashes of the distinct n-grams: four bytes of UTF-8 at every third byte, and the last four of each word. */
function collectNgrams(text: string): ReadonlySet<number> {
  const hashes = new Set<number>()
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    const bytes = Buffer.from(word)
    const length = Math.min(bytes.length, MAX_WORD_BYTES)
    let at = 0
    for (; at + NGRAM_BYTES < length; at += STRIDE) hashes.add(hashNgram(bytes, at, at + NGRAM_BYTES, at === 0, false))
    hashes.add(hashNgram(bytes, Math.max(0, length - NGRAM_BYTES), bytes.length, at === 0, true))
  }
  return hashes
}

/** FNV-1a with 32 bits and an offset basis of our own, over the bytes, with a blank at the edges of the word. */
function hashNgram(bytes: Buffer, from: number, to: number, isFirst: boolean, isLast: boolean): number {
  let hash = HASH_BASIS
  const add = (byte: number): void => {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  if (isFirst) add(EDGE)
  for (let index = from; index < to; index++) add(bytes[index] as number)
  if (isLast) add(EDGE)
  return hash >>> 0
}

function sumWeights(ngrams: ReadonlySet<number>): Float64Array {
  const { languages, hashes, firstWeight, weightLanguages, weightValues } = loadLanguageModel()
  const sums = new Float64Array(languages.length)
  for (const hash of ngrams) {
    const ngram = findHash(hashes, hash)
    if (ngram === undefined) continue
    const end = firstWeight[ngram + 1] as number
    for (let weight = firstWeight[ngram] as number; weight < end; weight++) {
      const language = weightLanguages[weight] as number
      sums[language] = (sums[language] as number) + (weightValues[weight] as number) + BASE_WEIGHT
    }
  }
  return sums
}

function findHash(hashes: Uint32Array, hash: number): number | undefined {
  let low = 0
  let high = hashes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hashes[middle] as number) < hash) low = middle + 1
    else high = middle
  }
  return hashes[low] === hash ? low : undefined
}
