import { collectNgrams } from '../../dist/language-id/ngrams.js'

/**
 * Multinomial logistic regression over n-grams of letters, on top of the weights of eld: the sum of a language's weights of
 * both is the logarithm of its odds. Learnt from words and pairs of words, each language as often as another.
 */

const SEED = 12345
/** Steps are counted by how many words a language has on the mean. */
const EPOCHS = 5
const RATE = 0.15
const PENALTY = 0.002
/** Gradients so small are left out: nine tenths of the work, and nothing of the outcome. */
const LEAST_GRADIENT = 0.002
/** An n-gram counts when so many words have it; a word as a whole when it has such a weight. */
const LEAST_WORDS = 3
const LEAST_WORD_WEIGHT = 2.5
const SHARE_OF_SINGLES = 0.6
/** Weights nearer to 0 are dropped after so much of the way, and the others learnt on without them. */
const LEAST_WEIGHT = 0.25
const PRUNED_AFTER = 0.6

/**
 * @param classes of each language: `words` with their weights, as `[word, weight]`
 * @param offsetsOf adds to an array, by class, what the n-grams of bytes come to
 * @returns biases by class, and by hash of an n-gram the weights of each class
 */
export function learnWeights(classes, offsetsOf) {
  const size = classes.length
  const random = makeRandom(SEED)
  const features = indexFeatures(classes)
  const weights = new Float32Array(features.size * size)
  const squares = new Float32Array(features.size * size).fill(1e-3)
  const biases = new Float32Array(size)
  const draws = classes.map(({ words }) => makeDraw(words, random))
  const read = makeReader(features)
  const steps = EPOCHS * classes.reduce((sum, { words }) => sum + words.length, 0)
  const values = new Float64Array(size)
  for (let step = 0; step < steps; step++) {
    if (step === Math.round(PRUNED_AFTER * steps)) prune(weights, squares)
    const right = Math.floor(random() * size)
    const words = random() < SHARE_OF_SINGLES ? [draws[right]()] : [draws[right](), draws[right]()]
    values.set(biases)
    for (const { bytes } of words.map(read)) offsetsOf(bytes, values)
    const indexes = words.flatMap((word) => read(word).indexes)
    for (const index of indexes) for (let each = 0; each < size; each++) values[each] += weights[index * size + each]
    toProbabilities(values)
    values[right] -= 1
    const rate = RATE * (1 - (0.9 * step) / steps)
    for (const index of indexes) {
      for (let each = 0; each < size; each++) {
        const at = index * size + each
        const gradient = values[each] + PENALTY * weights[at]
        if (gradient > -LEAST_GRADIENT && gradient < LEAST_GRADIENT) continue
        squares[at] += gradient * gradient
        weights[at] -= (rate * gradient) / Math.sqrt(squares[at])
      }
    }
    for (let each = 0; each < size; each++) biases[each] -= PENALTY * values[each]
  }
  prune(weights, squares)
  const byHash = new Map(
    Array.from(features, ([hash, index]) => [hash, weights.subarray(index * size, (index + 1) * size)]),
  )
  return { biases, weights: byHash }
}

/** Index by hash, of the n-grams that are common enough. */
function indexFeatures(classes) {
  const counts = new Map()
  const wholes = new Set()
  for (const { words } of classes) {
    for (const [word, weight] of words) {
      const { letters } = collectNgrams([word])
      const whole = [...letters].at(-1)
      for (const hash of letters) counts.set(hash, (counts.get(hash) ?? 0) + 1)
      counts.set(whole, counts.get(whole) - 1)
      if (weight >= LEAST_WORD_WEIGHT) wholes.add(whole)
    }
  }
  const features = new Map()
  for (const [hash, count] of counts) if (count >= LEAST_WORDS || wholes.has(hash)) features.set(hash, features.size)
  return features
}

function makeReader(features) {
  const known = new Map()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const { bytes, letters } = collectNgrams([word])
    const read = {
      bytes: [...bytes],
      indexes: [...letters].map((hash) => features.get(hash)).filter((index) => index !== undefined),
    }
    known.set(word, read)
    return read
  }
}

/** Draws a word as often as its weight says. */
function makeDraw(words, random) {
  let sum = 0
  const ends = words.map(([, weight]) => (sum += weight))
  return () => {
    const at = random() * sum
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle] < at) low = middle + 1
      else high = middle
    }
    return words[low][0]
  }
}

function prune(weights, squares) {
  for (let at = 0; at < weights.length; at++) {
    if (Math.abs(weights[at]) >= LEAST_WEIGHT) continue
    weights[at] = 0
    squares[at] = Number.POSITIVE_INFINITY
  }
}

function toProbabilities(values) {
  const most = Math.max(...values)
  let sum = 0
  for (let each = 0; each < values.length; each++) sum += values[each] = Math.exp(values[each] - most)
  for (let each = 0; each < values.length; each++) values[each] /= sum
}

/** A linear congruential generator, so that the same sources give the same model. */
export function makeRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
