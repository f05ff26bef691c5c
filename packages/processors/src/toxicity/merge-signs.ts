import { compareRanges } from '../detection/text-range.js'
import type { ToxicitySign } from './detect-toxicity.js'

/** Merges signs that overlap. What is merged has the range of all, and all else of the surest. */
export function mergeSigns(signs: readonly ToxicitySign[]): ToxicitySign[] {
  const merged: ToxicitySign[] = []
  for (const sign of signs.toSorted(compareRanges)) {
    const last = merged.at(-1)
    if (last === undefined || sign.start >= last.end) {
      merged.push(sign)
      continue
    }
    const surest = sign.score > last.score ? sign : last
    merged[merged.length - 1] = { ...surest, start: last.start, end: Math.max(last.end, sign.end) }
  }
  return merged
}
