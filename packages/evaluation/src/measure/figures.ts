import type { Profile } from '../profile/profile.js'
import { type Cell, NO_ANSWER } from './cell.js'
import {
  accuracyOf,
  areaUnderCurve,
  balancedAccuracyOf,
  type Confusion,
  f1Of,
  falsePositiveRateOf,
  precisionOf,
  ratio,
  recallOf,
} from './detection.js'
import { isRightLanguage } from './languages.js'
import { countReaching } from './propose-threshold.js'
import { addMet, type Met, noneMet } from './spans.js'
import { Timings } from './speed.js'

/** Thresholds that hold for all of a processor's rows; `undefined` when it gives no score or there are no negative rows. */
export interface Thresholds {
  /** At a false-positive rate of 1 %, over all negative rows. */
  readonly atOnePercent: number | undefined
  /** The proposal, at the rate asked for. */
  readonly proposed: number | undefined
}

/** Figures of a group of rows; a figure that does not apply is `undefined`. Rates are from 0 to 1. */
export interface Figures {
  readonly n: number
  readonly positives: number
  readonly precision: number | undefined
  readonly recall: number | undefined
  readonly f1: number | undefined
  readonly accuracy: number | undefined
  readonly balancedAccuracy: number | undefined
  readonly auc: number | undefined
  readonly recallAt1PctFpr: number | undefined
  readonly fpr: number | undefined
  readonly threshold: number | undefined
  readonly recallAtThreshold: number | undefined
  readonly fprAtThreshold: number | undefined
  readonly unanswered: number | undefined
  readonly spanRecall: number | undefined
  readonly spanPrecision: number | undefined
  readonly spanF1: number | undefined
  readonly exactSpanRecall: number | undefined
  readonly exactSpanPrecision: number | undefined
  readonly exactSpanF1: number | undefined
  readonly falseFindings: number | undefined
  readonly unjudgedFindings: number | undefined
  readonly microsecondsPerKb: number | undefined
  readonly microsecondsPerKbP99: number | undefined
  readonly megabytesPerSecond: number | undefined
  readonly failures: number | undefined
}

/** Computes the figures of the rows in some cells. */
export function figuresOf(cells: readonly Cell[], thresholds: Thresholds): Figures {
  const failures = sum(cells, ({ failures }) => failures)
  return {
    ...(cells.some(({ answers }) => answers !== undefined)
      ? languageFigures(cells)
      : detectionFigures(cells, thresholds)),
    ...spanFigures(cells),
    ...Timings.speedOf(cells.map(({ timings }) => timings)),
    failures: failures === 0 ? undefined : failures,
  }
}

const absent = {
  precision: undefined,
  recall: undefined,
  f1: undefined,
  accuracy: undefined,
  balancedAccuracy: undefined,
  auc: undefined,
  recallAt1PctFpr: undefined,
  fpr: undefined,
  threshold: undefined,
  recallAtThreshold: undefined,
  fprAtThreshold: undefined,
  unanswered: undefined,
}

function detectionFigures(cells: readonly Cell[], { atOnePercent, proposed }: Thresholds) {
  const positives = cells.flatMap(({ positiveScores }) => positiveScores)
  const negatives = cells.flatMap(({ negativeScores }) => negativeScores)
  const falseNegatives = sum(cells, ({ missed }) => missed.length)
  const falsePositives = sum(cells, (cell) => cell.false.length)
  const confusion: Confusion = {
    truePositives: positives.length - falseNegatives,
    falsePositives,
    trueNegatives: negatives.length - falsePositives,
    falseNegatives,
  }
  const shareReaching = (scores: readonly number[], threshold: number | undefined) =>
    threshold === undefined ? undefined : ratio(countReaching(scores, threshold), scores.length)
  return {
    ...absent,
    n: positives.length + negatives.length,
    positives: positives.length,
    // Without positive rows every found one is wrong, which says nothing that the false-positive rate does not.
    precision: positives.length === 0 ? undefined : precisionOf(confusion),
    recall: recallOf(confusion),
    f1: f1Of(confusion),
    // Where all rows are of one kind, recall or the false-positive rate says it.
    accuracy: positives.length === 0 || negatives.length === 0 ? undefined : accuracyOf(confusion),
    balancedAccuracy: balancedAccuracyOf(confusion),
    auc: cells.some(({ hasScores }) => hasScores) ? areaUnderCurve(positives, negatives) : undefined,
    recallAt1PctFpr: shareReaching(positives, atOnePercent),
    fpr: falsePositiveRateOf(confusion),
    threshold: proposed,
    recallAtThreshold: shareReaching(positives, proposed),
    fprAtThreshold: shareReaching(negatives, proposed),
  }
}

function languageFigures(cells: readonly Cell[]) {
  const n = sum(cells, ({ answered }) => answered)
  const right = n - sum(cells, ({ missed }) => missed.length)
  const none = sum(cells, ({ answers }) => answers?.get(NO_ANSWER) ?? 0)
  const precision = ratio(right, n - none)
  const recall = ratio(right, n)
  return {
    ...absent,
    n,
    positives: n,
    precision,
    recall,
    f1: harmonicMean(precision, recall),
    accuracy: recall,
    unanswered: ratio(none, n),
  }
}

/**
 * Precision and F1 of one language: of all rows that were taken for it, whatever language they are in, the share that was right.
 *
 * @param recall that of the rows in the language.
 * @param all every cell whose rows may have been taken for it.
 */
export function oneLanguageFigures(
  language: string,
  recall: number | undefined,
  all: readonly Cell[],
  profile: Profile,
): Pick<Figures, 'precision' | 'f1'> {
  let [taken, right] = [0, 0]
  for (const { answers, place } of all) {
    for (const [answer, count] of answers ?? []) {
      if (!isRightLanguage(language, answer, profile)) continue
      taken += count
      if (isRightLanguage(place.language ?? '', answer, profile)) right += count
    }
  }
  const precision = ratio(right, taken)
  return { precision, f1: harmonicMean(precision, recall) }
}

function spanFigures(cells: readonly Cell[]) {
  const compared = cells.flatMap(({ spans }) => (spans === undefined ? [] : [spans]))
  const labelled = total(compared.flatMap((spans) => [...spans.labelled.values()]))
  const found = total(compared.flatMap((spans) => [...spans.found.values()]))
  const [spanRecall, spanPrecision] = [ratio(labelled.overlap, labelled.total), ratio(found.overlap, found.total)]
  const [exactSpanRecall, exactSpanPrecision] = [ratio(labelled.exact, labelled.total), ratio(found.exact, found.total)]
  const hasLabels = labelled.total > 0
  const unjudged = sum(compared, (spans) => spans.unjudged)
  return {
    spanRecall,
    // As with rows: where nothing is labelled, the false-positive rate says it.
    spanPrecision: hasLabels ? spanPrecision : undefined,
    spanF1: harmonicMean(spanPrecision, spanRecall),
    exactSpanRecall,
    exactSpanPrecision: hasLabels ? exactSpanPrecision : undefined,
    exactSpanF1: harmonicMean(exactSpanPrecision, exactSpanRecall),
    falseFindings: compared.length === 0 ? undefined : found.total - found.overlap,
    unjudgedFindings: compared.length === 0 ? undefined : unjudged,
  }
}

/** Adds up the counts of several types. */
export function total(counts: readonly Met[]): Met {
  const all = noneMet()
  for (const each of counts) addMet(all, each)
  return all
}

/** F1 of precision and recall; 0 when nothing was found, `undefined` without recall. */
function harmonicMean(precision: number | undefined, recall: number | undefined): number | undefined {
  if (recall === undefined) return undefined
  const either = (precision ?? 0) + recall
  return either === 0 ? 0 : (2 * (precision ?? 0) * recall) / either
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0)
}
