/** A run of words `[from, to)` and the sum of their weights. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly sum: number
}

/** From this length on, a window is divided by more than 1: longer ones have more to sum up. */
const FULL_WINDOW_WORDS = 12

/** What a sum over so many words is divided by. */
export function windowNorm(words: number): number {
  return Math.max(1, Math.sqrt(words / FULL_WINDOW_WORDS))
}

/**
 * The window of `size` words with the highest sum, the first of equal ones; the whole text when it is shorter.
 *
 * @param sums by word the sum of all before it; one entry more than there are words
 */
export function findBestWindow(sums: Float64Array, words: number, size: number): Window {
  if (words <= size) return { from: 0, to: words, sum: sums[words] as number }
  let from = 0
  let sum = Number.NEGATIVE_INFINITY
  for (let start = 0; start + size <= words; start++) {
    const candidate = (sums[start + size] as number) - (sums[start] as number)
    if (candidate > sum) {
      sum = candidate
      from = start
    }
  }
  return { from, to: from + size, sum }
}
