import { forEachFeature } from '../../dist/prompt-injection/features.js'
import { findSignals } from '../../dist/prompt-injection/find-signals.js'
import { findBestWindow, windowNorm } from '../../dist/prompt-injection/windows.js'
import { TextView } from '../../dist/text/text-view.js'
import { makeRandom } from './grammar.mjs'

/** Lengths of the windows in words; the last is the whole text. */
export const SCALES = [6, 12, 24, 48, 96, 0xffffffff]

const WHOLE = SCALES.length - 1

/** A text as features: `features[firstFeature[word] .. firstFeature[word + 1])` stand at `word`. */
export function readFeatures(text, bits) {
  const view = new TextView(text)
  const { words } = view
  const features = []
  const firstFeature = new Uint32Array(words.count + 1)
  const mask = 2 ** bits - 1
  let current = 0
  forEachFeature(words, findSignals(view), (word, hash) => {
    while (current < word) firstFeature[++current] = features.length
    features.push(hash & mask)
  })
  while (current < words.count) firstFeature[++current] = features.length
  return { words: words.count, features: Uint32Array.from(features), firstFeature }
}

let sums = new Float64Array(0)

/** Sums of weights before each word of a sample; the array is used again by the next call. */
function sumUp({ words, features, firstFeature }, weights) {
  if (sums.length < words + 1) sums = new Float64Array(2 * words + 1)
  let sum = 0
  sums[0] = 0
  for (let word = 0; word < words; word++) {
    for (let at = firstFeature[word]; at < firstFeature[word + 1]; at++) sum += weights[features[at]]
    sums[word + 1] = sum
  }
  return sums
}

/** Scores of the best window of each scale. */
export function scoreScales(sample, { weights, biases }) {
  const prefix = sumUp(sample, weights)
  return SCALES.map((size, scale) => {
    const { from, to, sum } = findBestWindow(prefix, sample.words, size)
    return biases[scale] + sum / windowNorm(to - from)
  })
}

const EPOCHS = 6
const RATE = 0.02
const BIAS_RATE = 0.05
/** Below this, an error is not worth a step. */
const LEAST_ERROR = 1e-3

/**
 * Learns weights by logistic regression with AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011). A text is judged by its best
 * window of each length: of a harmless text this is the part that looks worst, of an attack the part that most likely is
 * it. In the first pass attacks count as a whole only, since before it no window is better than another. The outcome is the
 * mean over the second half of the passes.
 *
 * @param samples with `features` as from {@link readFeatures}, `isAttack` and `weight`
 */
export function learnWeights(samples, bits, seed) {
  const weights = new Float64Array(2 ** bits)
  const squares = new Float64Array(2 ** bits).fill(0.01)
  const biases = SCALES.map(() => -2)
  const biasSquares = SCALES.map(() => 1)
  const meanWeights = new Float64Array(2 ** bits)
  const meanBiases = SCALES.map(() => 0)
  const random = makeRandom(seed)
  const order = samples.map((_, index) => index)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const sample = samples[index]
      for (const { scale, window, error } of findErrors(sample, { weights, biases }, epoch === 0)) {
        biasSquares[scale] += error * error
        biases[scale] -= (BIAS_RATE * error) / Math.sqrt(biasSquares[scale])
        stepDown(sample, window, error / windowNorm(window.to - window.from), weights, squares)
      }
    }
    if (epoch < EPOCHS / 2) continue
    const share = 1 / (EPOCHS / 2)
    for (let at = 0; at < weights.length; at++) meanWeights[at] += weights[at] * share
    biases.forEach((bias, scale) => {
      meanBiases[scale] += bias * share
    })
  }
  return { weights: meanWeights, biases: meanBiases }
}

function findErrors(sample, { weights, biases }, isFirst) {
  if (sample.words === 0) return []
  const prefix = sumUp(sample, weights)
  return SCALES.flatMap((size, scale) => {
    if (scale < WHOLE && (sample.words <= size || (isFirst && sample.isAttack))) return []
    const window = findBestWindow(prefix, sample.words, size)
    const score = biases[scale] + window.sum / windowNorm(window.to - window.from)
    const error = (1 / (1 + Math.exp(-score)) - (sample.isAttack ? 1 : 0)) * sample.weight
    return Math.abs(error) < LEAST_ERROR ? [] : [{ scale, window, error }]
  })
}

function stepDown({ features, firstFeature }, { from, to }, slope, weights, squares) {
  for (let at = firstFeature[from]; at < firstFeature[to]; at++) {
    const feature = features[at]
    squares[feature] += slope * slope
    weights[feature] -= (RATE * slope) / Math.sqrt(squares[feature])
  }
}

/** Learns weights that tell jailbreaks from other attacks, over the mean of the features of a text. */
export function learnKind(samples, bits, seed) {
  const mask = 2 ** bits - 1
  const weights = new Float64Array(2 ** bits)
  const squares = new Float64Array(2 ** bits).fill(0.01)
  let bias = 0
  const random = makeRandom(seed)
  const order = samples.map((_, index) => index)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const { features, words, isJailbreak, weight } = samples[index]
      if (words === 0) continue
      let sum = 0
      for (const feature of features) sum += weights[feature & mask]
      const error = (1 / (1 + Math.exp(-bias - sum / words)) - (isJailbreak ? 1 : 0)) * weight
      bias -= 0.01 * error
      for (const feature of features) {
        squares[feature & mask] += (error / words) ** 2
        weights[feature & mask] -= (RATE * 2 * error) / words / Math.sqrt(squares[feature & mask])
      }
    }
  }
  return { weights, bias }
}

function shuffle(list, random) {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[list[last], list[other]] = [list[other], list[last]]
  }
}
