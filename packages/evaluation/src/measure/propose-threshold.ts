/**
 * The lowest threshold at which no more than `rate` of the negative rows are found, in as few decimals as tell the same
 * rows apart. Undefined without negative rows.
 *
 * It lies above the score that would be one false alarm too many, and not above the next higher score that any row has.
 *
 * @param rate from 0 to 1.
 */
export function proposeThreshold(
  positives: readonly number[],
  negatives: readonly number[],
  rate: number,
): number | undefined {
  if (negatives.length === 0) return undefined
  const descending = negatives.toSorted((first, second) => second - first)
  const allowed = Math.floor(descending.length * rate)
  // With every negative allowed there is no score that would be too many.
  const tooMany = descending[allowed] ?? Number.NEGATIVE_INFINITY
  let next = Number.POSITIVE_INFINITY
  for (const scores of [positives, negatives]) {
    for (const score of scores) if (score > tooMany && score < next) next = score
  }
  if (tooMany === Number.NEGATIVE_INFINITY) return next
  return next === Number.POSITIVE_INFINITY ? nextAbove(tooMany) : shortestBetween(tooMany, next)
}

/** How many of the scores reach a threshold. */
export function countReaching(scores: readonly number[], threshold: number): number {
  let count = 0
  for (const score of scores) if (score >= threshold) count++
  return count
}

/** The number with the fewest decimals above `low` and not above `high`. */
function shortestBetween(low: number, high: number): number {
  for (let decimals = 0; decimals <= 15; decimals++) {
    const scale = 10 ** decimals
    const rounded = Math.floor(high * scale) / scale
    if (rounded > low && rounded <= high) return rounded
  }
  return high
}

/** The smallest double above a finite number. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n))
  return bits.getFloat64(0)
}
