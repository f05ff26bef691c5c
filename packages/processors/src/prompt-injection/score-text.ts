import type { TextRange } from '../detection/text-range.js'
import type { TextView } from '../text/text-view.js'
import { deviations, softMaximum } from './deviation.js'
import { forEachFeature } from './features.js'
import { findSignals, type Signal, signalNames } from './find-signals.js'
import { type HashedWeights, type InjectionModel, loadInjectionModel } from './injection-model.js'
import { findBestWindow, type Window, windowNorm } from './windows.js'

/** How much a text looks like an attack, and where. */
export interface TextScore {
  /** Probability of an attack, 0 to 1, if half of all texts were one. */
  readonly confidence: number
  /** Where it looks most like one. */
  readonly range: TextRange
  /** Names of the signals there, in order, each once. */
  readonly signals: readonly string[]
  /** Probability, 0 to 1, that the attack is a jailbreak, if it is an attack. */
  readonly jailbreak: number
}

const NOTHING: TextScore = { confidence: 0, range: { start: 0, end: 0 }, signals: [], jailbreak: 0 }

/** Scores a text by windows of several lengths and as a whole. Linear time. */
export function scoreText(view: TextView): TextScore {
  const { words } = view
  if (words.count === 0) return NOTHING
  const model = loadInjectionModel()
  const signals = findSignals(view)
  const { sums, kindSums } = sumWeights(view, signals, model)
  const windows = model.scales.map((size) => findBestWindow(sums, words.count, size))
  const scores = windows.map(
    ({ from, to, sum }, scale) => (model.biases[scale] as number) + sum / windowNorm(to - from),
  )
  const heights = deviations(scores, words.count, model.usual)
  const best = windows[heights.indexOf(Math.max(...heights))] as Window
  const last = best.to - 1
  return {
    confidence: sigmoid(model.slope * softMaximum(heights) + model.intercept),
    range: { start: words.originalStarts[best.from] as number, end: words.originalEnds[last] as number },
    signals: namesBetween(signals, best),
    jailbreak: sigmoid((model.kind.slope * (kindSums[words.count] as number)) / words.count + model.kind.intercept),
  }
}

/** Sums of weights before each word, and behind the last one. */
function sumWeights({ words }: TextView, signals: readonly Signal[], { weights, kind }: InjectionModel) {
  const sums = new Float64Array(words.count + 1)
  const kindSums = new Float64Array(words.count + 1)
  const weightMask = weights.values.length - 1
  const kindMask = kind.values.length - 1
  forEachFeature(words, signals, (word, hash) => {
    sums[word + 1] = (sums[word + 1] as number) + (weights.values[hash & weightMask] as number)
    kindSums[word + 1] = (kindSums[word + 1] as number) + (kind.values[hash & kindMask] as number)
  })
  addUp(sums, weights)
  addUp(kindSums, kind)
  return { sums, kindSums }
}

function addUp(sums: Float64Array, { step }: HashedWeights): void {
  for (let index = 1; index < sums.length; index++) {
    sums[index] = (sums[index - 1] as number) + (sums[index] as number) * step
  }
}

function namesBetween(signals: readonly Signal[], { from, to }: Window): string[] {
  const names = signals.flatMap(({ word, signal }) =>
    word >= from && word < to ? [signalNames[signal] as string] : [],
  )
  return [...new Set(names)]
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
