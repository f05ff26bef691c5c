import { z } from 'zod'
import type { ErrorRow, Report } from '../report/report.js'

const ids = z.array(z.string()).readonly()

/** What an earlier report must have to be compared with: the JSON form of any report has it. */
export const earlierReportSchema = z.object({
  errors: z.array(z.object({ processor: z.string(), source: z.string(), missed: ids, false: ids })).readonly(),
  data: z.array(z.object({ file: z.string(), sha256: z.string() })).readonly(),
  settings: z.object({ sources: ids.optional(), languages: ids.optional() }),
})

/** An earlier report; see {@link earlierReportSchema}. */
export type EarlierReport = z.output<typeof earlierReportSchema>

/** Rows of one source that two versions of a processor judged differently, by id. */
export interface Difference {
  readonly processor: string
  readonly source: string
  /** Positive rows that only the new one finds. */
  readonly newlyCaught: readonly string[]
  /** Positive rows that only the old one found. */
  readonly newlyMissed: readonly string[]
  /** Negative rows that only the new one finds. */
  readonly newlyFalse: readonly string[]
  /** Negative rows that only the old one found. */
  readonly noLongerFalse: readonly string[]
}

/** Two reports that cannot be compared row by row. */
export class IncomparableError extends Error {
  override readonly name = 'IncomparableError'
}

/**
 * Compares two reports on the same rows. Sources without a difference are left out.
 *
 * @param renamed name of a processor in the earlier report, by its name in this one. Default: the same.
 * @throws IncomparableError when they were made with other files or other filters, or the earlier one lacks a processor.
 */
export function compareReports(
  earlier: EarlierReport,
  report: Report,
  renamed: ReadonlyMap<string, string> = new Map(),
): Difference[] {
  checkSameRows(earlier, report)
  return report.errors.flatMap((now) => {
    const name = renamed.get(now.processor) ?? now.processor
    const ofProcessor = earlier.errors.filter(({ processor }) => processor === name)
    if (ofProcessor.length === 0)
      throw new IncomparableError(`The earlier report has nothing about processor "${name}".`)
    const before = ofProcessor.find(({ source }) => source === now.source)
    const difference = compareErrors(before ?? { missed: [], false: [] }, now)
    const isSame = Object.values(difference).every((ids) => ids.length === 0)
    return isSame ? [] : [{ processor: now.processor, source: now.source, ...difference }]
  })
}

function compareErrors(before: Pick<ErrorRow, 'missed' | 'false'>, now: Pick<ErrorRow, 'missed' | 'false'>) {
  return {
    newlyCaught: without(before.missed, now.missed),
    newlyMissed: without(now.missed, before.missed),
    newlyFalse: without(now.false, before.false),
    noLongerFalse: without(before.false, now.false),
  }
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const left = new Set(others)
  return ids.filter((id) => !left.has(id))
}

function checkSameRows(earlier: EarlierReport, { data, settings }: Report): void {
  const known = new Map(earlier.data.map(({ sha256, file }) => [sha256, file]))
  const other = data.filter(({ sha256 }) => !known.has(sha256))
  if (other.length > 0) {
    throw new IncomparableError(
      `The earlier report was not made with ${other.map(({ file }) => file).join(', ')} as it is now.`,
    )
  }
  const filtersOf = ({ sources, languages }: EarlierReport['settings'] | Report['settings']) =>
    JSON.stringify([sources?.toSorted(), languages?.toSorted()])
  if (filtersOf(settings) !== filtersOf(earlier.settings)) {
    throw new IncomparableError('The earlier report was made with other filters of sources and languages.')
  }
}
