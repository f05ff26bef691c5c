import { RangeCover } from '../detection/range-cover.js'
import type { RuleMatch } from '../detection/screen.js'
import { mergeRanges, type TextRange } from '../detection/text-range.js'
import { type FoldedText, foldText } from '../text/fold-text.js'
import { TermAutomaton, type VisitTerm } from './term-automaton.js'
import { codePointAt, codePointBefore, isWordBoundary } from './word-boundary.js'

/** Matches of one list in one text that are told apart; what is behind them then counts as one match. */
export const MAX_MATCHES_PER_LIST = 10_000

/** How terms are compared with texts. */
export interface KeywordOptions {
  /** Terms by list. Folded like a text; a term that stands in two lists belongs to the first. */
  readonly lists: readonly (readonly string[])[]
  /** Terms that excuse what stands inside them: `class` excuses `ass`. */
  readonly allow: readonly string[]
  /** Whether a term must begin and end at the edge of a word. */
  readonly wholeWords: boolean
  readonly caseSensitive: boolean
}

/** Finds the terms of all lists in a text: for each list disjoint ranges in order, `rule` being the list's index. */
export type FindKeywords = (text: string) => RuleMatch[]

/**
 * Builds what finds the terms of all lists in one pass. Building and searching take linear time; a text is folded once
 * (see `foldText`), so full-width letters, case, invisible characters, line breaks between words and the style of
 * apostrophes and hyphens make no difference.
 */
export function compileKeywords({ lists, allow, wholeWords, caseSensitive }: KeywordOptions): FindKeywords {
  if (lists.length === 0) return () => []
  const fold = (text: string): FoldedText => withPlainSigns(foldText(text, caseSensitive))
  const toUnits = (term: string): Uint16Array => {
    const { units, length } = fold(term.trim())
    return units.slice(0, length)
  }
  const listOfTerm = lists.flatMap((terms, list) => terms.map(() => list))
  const terms = TermAutomaton.of(lists.flat().map(toUnits))
  const excuses = allow.length === 0 ? undefined : TermAutomaton.of(allow.map(toUnits))

  return (text) => {
    const folded = fold(text)
    const excused = excuses && coverOf(excuses, folded, wholeWords)
    const found = lists.map((): TextRange[] => [])
    forEachTerm(terms, folded, wholeWords, (term, start, end) => {
      const ranges = found[listOfTerm[term] as number] as TextRange[]
      const isExcused = excused?.holds({ start, end }) ?? false
      if (!isExcused) addRange(ranges, start, end)
      // Of one list, a shorter term that ends here adds nothing; of several, each may.
      return isExcused || lists.length > 1
    })
    return found.flatMap((ranges, rule) => toOriginal(ranges, folded, text.length).map((range) => ({ ...range, rule })))
  }
}

/** Visits the occurrences that count: all, or those which begin and end at the edge of a word. */
function forEachTerm(
  automaton: TermAutomaton,
  { units, length }: FoldedText,
  wholeWords: boolean,
  visit: VisitTerm,
): void {
  if (!wholeWords) {
    automaton.scan(units, length, visit)
    return
  }
  automaton.scan(units, length, (term, start, end) => {
    if (!isWordBoundary(codePointBefore(units, end), codePointAt(units, length, end))) return false
    const isStart = isWordBoundary(codePointBefore(units, start), codePointAt(units, length, start))
    return !isStart || visit(term, start, end)
  })
}

/**
 * Adds a range that ends at or behind the others; what it overlaps becomes one range with it. Keeps one range more than
 * are told apart, which is where the rest of the text begins.
 */
function addRange(ranges: TextRange[], start: number, end: number): void {
  let from = start
  for (let last = ranges.at(-1); last !== undefined && last.end > from; last = ranges.at(-1)) {
    from = Math.min(from, last.start)
    ranges.pop()
  }
  if (ranges.length <= MAX_MATCHES_PER_LIST) ranges.push({ start: from, end })
}

/** Where the terms stand. */
function coverOf(automaton: TermAutomaton, folded: FoldedText, wholeWords: boolean): RangeCover {
  const cover = new RangeCover(folded.length)
  forEachTerm(automaton, folded, wholeWords, (_, start, end) => {
    cover.add(start, end)
    // A shorter term that ends here lies inside this one.
    return false
  })
  return cover
}

/** Two matches inside one character (of a ligature, of combining marks) come from the same place, so they are one there. */
function toOriginal(ranges: readonly TextRange[], folded: FoldedText, textLength: number): TextRange[] {
  const original = ranges
    .slice(0, MAX_MATCHES_PER_LIST)
    .map(({ start, end }) => ({ start: folded.startOf(start), end: folded.endOf(end - 1) }))
  const next = ranges[MAX_MATCHES_PER_LIST]
  if (next !== undefined) original.push({ start: folded.startOf(next.start), end: textLength })
  return mergeRanges(original)
}

const HYPHEN = 0x2010
const APOSTROPHES = new Set([0x2018, 0x2019, 0x2bc])

/** Typographic apostrophes and hyphens, which keyboards put in place of the plain ones, made plain. In place: nobody else has the text. */
function withPlainSigns(folded: FoldedText): FoldedText {
  const { units, length } = folded
  for (let index = 0; index < length; index++) {
    const unit = units[index] as number
    if (unit < 0x80) continue
    if (unit === HYPHEN) units[index] = 0x2d
    else if (APOSTROPHES.has(unit)) units[index] = 0x27
  }
  return folded
}
