import type { UsualScores } from './injection-model.js'

/** How much the highest value counts for more than the others. */
const SOFTNESS = 1

/** How far scores are above the middle of harmless texts of this length, in units of their spread, by scale. */
export function deviations(scores: readonly number[], words: number, usual: readonly UsualScores[]): number[] {
  const logWords = Math.log(words)
  const above = usual.findIndex((length, index) => index > 0 && length.logWords >= logWords)
  const index = above === -1 ? usual.length - 1 : above
  const [shorter, longer] = [usual[index - 1] as UsualScores, usual[index] as UsualScores]
  const share = Math.min(1, Math.max(0, (logWords - shorter.logWords) / (longer.logWords - shorter.logWords)))
  const between = (a: readonly number[], b: readonly number[], scale: number): number =>
    (a[scale] as number) * (1 - share) + (b[scale] as number) * share
  return scores.map(
    (score, scale) =>
      (score - between(shorter.medians, longer.medians, scale)) / between(shorter.spreads, longer.spreads, scale),
  )
}

/** Nearly the highest of the values, with some regard to the others. */
export function softMaximum(values: readonly number[]): number {
  const highest = Math.max(...values)
  const sum = values.reduce((total, value) => total + Math.exp((value - highest) / SOFTNESS), 0)
  return highest + SOFTNESS * Math.log(sum / values.length)
}
