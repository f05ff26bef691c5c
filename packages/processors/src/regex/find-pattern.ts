import type { TextRange } from '../detection/text-range.js'
import type { CompiledPattern } from './compile-pattern.js'

/** Bounds of one search for all matches of one pattern in one text. */
export interface SearchLimits {
  /** Matches that are told apart. */
  readonly maxMatches: number
  /** Milliseconds allowed for a text of any length, and on top for each code unit. */
  readonly baseMs: number
  readonly msPerCodeUnit: number
}

/** About ten times what the engine needs for usual patterns. */
export const defaultSearchLimits: SearchLimits = { maxMatches: 10_000, baseMs: 250, msPerCodeUnit: 0.001 }

/**
 * Finds every match of a pattern, or what its group `mask` took where the pattern has one, in order and without
 * overlap. Empty matches do not count.
 *
 * The engine needs linear time for one search. To find *all* matches it searches again behind each one, and a pattern
 * such as `a.*b|a` can look through the rest of the text every time, which is quadratic. So the search is bounded by
 * number and by time, and closed when a bound is met: everything behind the last match then counts as one match.
 */
export function findPattern(
  { regex, group }: CompiledPattern,
  text: string,
  limits: SearchLimits = defaultSearchLimits,
): TextRange[] {
  // The boolean search runs on the engine's automaton, several times faster than the one that gives positions.
  if (!regex.test(text)) return []
  const deadline = performance.now() + limits.baseMs + limits.msPerCodeUnit * text.length
  const ranges: TextRange[] = []
  const matcher = regex.matcher(text)
  for (let count = 1; matcher.find(); count++) {
    // One search may take as long as the text is; a look at the clock takes next to nothing.
    if (count > limits.maxMatches || performance.now() > deadline) {
      ranges.push({ start: matcher.start(), end: text.length })
      break
    }
    const chosen = matcher.start(group) < 0 ? 0 : group
    const range = { start: matcher.start(chosen), end: matcher.end(chosen) }
    if (range.start < range.end) ranges.push(range)
  }
  return ranges
}
