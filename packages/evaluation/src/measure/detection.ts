/** How detections at one threshold compare with the labels. */
export interface Confusion {
  readonly truePositives: number
  readonly falsePositives: number
  readonly trueNegatives: number
  readonly falseNegatives: number
}

/** Share of the found rows that are positive; undefined when none was found. */
export function precisionOf({ truePositives, falsePositives }: Confusion): number | undefined {
  return ratio(truePositives, truePositives + falsePositives)
}

/** Share of the positive rows that were found; undefined without positive rows. */
export function recallOf({ truePositives, falseNegatives }: Confusion): number | undefined {
  return ratio(truePositives, truePositives + falseNegatives)
}

/** Share of the negative rows that were found; undefined without negative rows. */
export function falsePositiveRateOf({ falsePositives, trueNegatives }: Confusion): number | undefined {
  return ratio(falsePositives, falsePositives + trueNegatives)
}

/** Harmonic mean of precision and recall; undefined without positive rows. */
export function f1Of({ truePositives, falsePositives, falseNegatives }: Confusion): number | undefined {
  if (truePositives + falseNegatives === 0) return undefined
  return (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives)
}

/** Share of all rows that were told right; undefined without rows. */
export function accuracyOf({
  truePositives,
  falsePositives,
  trueNegatives,
  falseNegatives,
}: Confusion): number | undefined {
  return ratio(truePositives + trueNegatives, truePositives + falsePositives + trueNegatives + falseNegatives)
}

/** Mean of the shares of positive and of negative rows that were told right; undefined when one of the kinds is missing. */
export function balancedAccuracyOf(confusion: Confusion): number | undefined {
  const recall = recallOf(confusion)
  const falsePositiveRate = falsePositiveRateOf(confusion)
  return recall === undefined || falsePositiveRate === undefined ? undefined : (recall + 1 - falsePositiveRate) / 2
}

/** `part / whole`; undefined when there is no whole. */
export function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole
}

/**
 * Area under the ROC curve: how often a positive row scores higher than a negative one, ties counted half (the
 * Mann-Whitney statistic, from midranks). Undefined when one of the two kinds is missing.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined
  const sorted = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((first, second) => first.score - second.score)
  let rankSum = 0
  let from = 0
  while (from < sorted.length) {
    let to = from + 1
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++
    const midrank = (from + 1 + to) / 2
    for (let index = from; index < to; index++) if (sorted[index]?.isPositive) rankSum += midrank
    from = to
  }
  const { length } = positives
  return (rankSum - (length * (length + 1)) / 2) / (length * negatives.length)
}
