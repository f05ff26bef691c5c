/** Half-open range `[start, end)` in UTF-16 code units of a text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Order of ranges in a text: by start, the longer of two with one start first. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end
}

/** Ranges in the order of a text; the array itself when it has that order, as what one pass found. */
export function sortRanges<T extends TextRange>(ranges: readonly T[]): readonly T[] {
  const isSorted = ranges.every((range, index) => index === 0 || compareRanges(ranges[index - 1] as T, range) <= 0)
  return isSorted ? ranges : ranges.toSorted(compareRanges)
}

/**
 * Merges ranges that overlap, so that the outcome is sorted and disjoint. A merged range keeps the other fields of its
 * first part: the one that starts first, and the longest of those. Ranges that only touch stay apart.
 */
export function mergeRanges<T extends TextRange>(ranges: readonly T[]): T[] {
  const merged: T[] = []
  for (const range of sortRanges(ranges)) {
    const last = merged.at(-1)
    if (last === undefined || range.start >= last.end) merged.push(range)
    else if (range.end > last.end) merged[merged.length - 1] = { ...last, end: range.end }
  }
  return merged
}

/** A range and the text that takes its place. */
export interface Replacement extends TextRange {
  readonly replacement: string
}

/** Puts each replacement in place of its range. Ranges that overlap are replaced as one, by the replacement of the first. */
export function replaceRanges(text: string, replacements: readonly Replacement[]): string {
  let replaced = ''
  let from = 0
  for (const { start, end, replacement } of sortRanges(replacements)) {
    if (start >= from) replaced += text.slice(from, start) + replacement
    from = Math.max(from, end)
  }
  return replaced + text.slice(from)
}
