/** A text range, half open in UTF-16 code units, with its type. */
export interface TypedRange {
  readonly start: number
  readonly end: number
  readonly type: string
}

/** How many ranges there were, and how many of them were met by one of the other side. */
export interface Met {
  total: number
  /** Met by a range that shares at least one code unit. */
  overlap: number
  /** Met by a range with the same bounds. */
  exact: number
}

/** How the ranges of a text compare: those that were labelled, and those that were found. */
export interface SpanComparison<Found extends TypedRange = TypedRange> {
  readonly labelled: readonly ComparedRange<TypedRange>[]
  readonly found: readonly ComparedRange<Found>[]
}

/** A range, and how well the best one of the other side meets it. */
export interface ComparedRange<R extends TypedRange> {
  readonly range: R
  readonly met: 'exact' | 'overlap' | undefined
}

/**
 * Compares the ranges of one text. Two ranges meet when they overlap and `standsFor` says that the type found may stand for
 * the type labelled. One range may meet several: a found one that covers two labelled ones has found both.
 *
 * @param labelled at most some hundreds: every pair is looked at.
 */
export function compareSpans<Found extends TypedRange>(
  labelled: readonly TypedRange[],
  found: readonly Found[],
  standsFor: (labelledType: string, foundType: string) => boolean,
): SpanComparison<Found> {
  const meet = (label: TypedRange, finding: TypedRange) => {
    const overlaps = label.start < finding.end && finding.start < label.end
    if (!overlaps || !standsFor(label.type, finding.type)) return undefined
    return label.start === finding.start && label.end === finding.end ? 'exact' : 'overlap'
  }
  return {
    labelled: labelled.map((range) => ({ range, met: best(found.map((finding) => meet(range, finding))) })),
    found: found.map((range) => ({ range, met: best(labelled.map((label) => meet(label, range))) })),
  }
}

/** No ranges yet. */
export function noneMet(): Met {
  return { total: 0, overlap: 0, exact: 0 }
}

/** Counts one range. */
export function countMet(counts: Met, met: ComparedRange<TypedRange>['met']): void {
  counts.total++
  if (met !== undefined) counts.overlap++
  if (met === 'exact') counts.exact++
}

/** Adds counts to others. */
export function addMet(counts: Met, more: Met): void {
  counts.total += more.total
  counts.overlap += more.overlap
  counts.exact += more.exact
}

function best(meetings: readonly ('exact' | 'overlap' | undefined)[]): 'exact' | 'overlap' | undefined {
  return meetings.includes('exact') ? 'exact' : meetings.find((met) => met !== undefined)
}
