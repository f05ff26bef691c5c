/** A score as findings have it: to four digits behind the point. */
export function roundScore(score: number): number {
  return Math.round(score * 10_000) / 10_000
}
