/** Half-open range `[start, end)` in UTF-16 code units of a text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Order of ranges in a text: by start, the longer of two with one start first. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end
}

/**
 * Merges ranges that overlap, so that the outcome is sorted and disjoint. A merged range keeps the other fields of its
 * first part: the one that starts first, and the longest of those. Ranges that only touch stay apart.
 */
export function mergeRanges<T extends TextRange>(ranges: readonly T[]): T[] {
  const merged: T[] = []
  for (const range of ranges.toSorted(compareRanges)) {
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

/** Puts each replacement in place of its range. Overlapping ranges are merged first and replaced once. */
export function replaceRanges(text: string, replacements: readonly Replacement[]): string {
  let replaced = ''
  let from = 0
  for (const { start, end, replacement } of mergeRanges(replacements)) {
    replaced += text.slice(from, start) + replacement
    from = end
  }
  return replaced + text.slice(from)
}
