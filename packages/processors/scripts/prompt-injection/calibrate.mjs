import { SCALES } from './learn.mjs'

/** So many lengths at which the usual scores of harmless texts are taken. */
const LENGTHS = 6
/** This part of the harmless texts counts for how far the high scores are above the middle. */
const HIGH = 0.95
/** The normal distribution has {@link HIGH} of its mass below so many standard deviations. */
const HIGH_DEVIATIONS = 1.645
const LEAST_SPREAD = 0.5

/** What is usual for harmless texts by length, from scores that were learnt without them. */
export function measureUsual(scored) {
  const harmless = scored.filter(({ isAttack, words }) => !isAttack && words > 0).sort((a, b) => a.words - b.words)
  const size = Math.floor(harmless.length / LENGTHS)
  return Array.from({ length: LENGTHS }, (_, index) => {
    const part = harmless.slice(index * size, index === LENGTHS - 1 ? harmless.length : (index + 1) * size)
    const ranked = SCALES.map((_, scale) => part.map(({ scores }) => scores[scale]).sort((a, b) => a - b))
    const medians = ranked.map((scores) => quantile(scores, 0.5))
    return {
      logWords: part.reduce((sum, { words }) => sum + Math.log(words), 0) / part.length,
      medians,
      spreads: ranked.map((scores, scale) =>
        Math.max(LEAST_SPREAD, (quantile(scores, HIGH) - medians[scale]) / HIGH_DEVIATIONS),
      ),
    }
  })
}

function quantile(sorted, part) {
  return sorted[Math.floor(part * (sorted.length - 1))]
}

/** Slope and intercept that turn a value into the logit of its probability, both classes weighing the same (Platt). */
export function fitLogit(values, isPositive) {
  const share = isPositive.filter(Boolean).length / values.length
  let slope = 1
  let intercept = 0
  for (let step = 0; step < 200; step++) {
    let [gradient0, gradient1, hessian00, hessian01, hessian11] = [0, 0, 1e-9, 0, 1e-9]
    values.forEach((value, index) => {
      const weight = isPositive[index] ? 0.5 / share : 0.5 / (1 - share)
      const probability = 1 / (1 + Math.exp(-slope * value - intercept))
      const error = weight * (probability - (isPositive[index] ? 1 : 0))
      const curvature = weight * probability * (1 - probability)
      gradient0 += error
      gradient1 += error * value
      hessian00 += curvature
      hessian01 += curvature * value
      hessian11 += curvature * value * value
    })
    const determinant = hessian00 * hessian11 - hessian01 * hessian01
    intercept -= (hessian11 * gradient0 - hessian01 * gradient1) / determinant
    slope -= (hessian00 * gradient1 - hessian01 * gradient0) / determinant
  }
  return { slope, intercept }
}
