import type { Difference } from '../difference/compare-reports.js'
import type { ErrorRow } from './report.js'
import { makeVisible } from './visible.js'

/** How lists of rows are written. */
export interface RowListOptions {
  /** Most ids of one list. Default 20. */
  readonly limit?: number | undefined
  /** Texts by id; those that are there are shown, cut at 200 characters. */
  readonly texts?: ReadonlyMap<string, string> | undefined
}

const MAX_SHOWN_TEXT = 200

interface RowList {
  readonly title: string
  readonly ids: readonly string[]
}

/** Writes what two versions of a processor judge differently. */
export function formatDifferences(differences: readonly Difference[], options: RowListOptions = {}): string {
  if (differences.length === 0) return 'No row is judged differently.\n'
  return differences
    .map(({ processor, source, newlyCaught, newlyMissed, newlyFalse, noLongerFalse }) =>
      formatLists(`${processor}, ${source}`, options, [
        { title: 'newly caught', ids: newlyCaught },
        { title: 'newly missed', ids: newlyMissed },
        { title: 'newly false', ids: newlyFalse },
        { title: 'no longer false', ids: noLongerFalse },
      ]),
    )
    .join('')
}

/** Writes which rows were judged wrongly. */
export function formatErrors(errors: readonly ErrorRow[], options: RowListOptions = {}): string {
  return errors
    .map((row) =>
      formatLists(`${row.processor}, ${row.source}`, options, [
        { title: 'missed', ids: row.missed },
        { title: 'false', ids: row.false },
      ]),
    )
    .join('')
}

/** The ids that a list of rows would show, so that their texts can be looked up. */
export function shownIds(rows: readonly (Difference | ErrorRow)[], limit = DEFAULT_LIMIT): Set<string> {
  return new Set(
    rows.flatMap((row) =>
      Object.values(row).flatMap((value) => (typeof value === 'string' ? [] : value.slice(0, limit))),
    ),
  )
}

const DEFAULT_LIMIT = 20

function formatLists(heading: string, options: RowListOptions, lists: readonly RowList[]): string {
  const { limit = DEFAULT_LIMIT, texts } = options
  const lines = lists
    .filter(({ ids }) => ids.length > 0)
    .flatMap(({ title, ids }) => [
      `  ${title}: ${ids.length}`,
      ...ids.slice(0, limit).map((id) => `    ${makeVisible(id)}${formatShownText(texts?.get(id))}`),
      ...(ids.length > limit ? [`    and ${ids.length - limit} more`] : []),
    ])
  return lines.length === 0 ? '' : `${makeVisible(heading)}\n${lines.join('\n')}\n`
}

function formatShownText(text: string | undefined): string {
  if (text === undefined) return ''
  const shown = text.slice(0, MAX_SHOWN_TEXT)
  return `  ${makeVisible(shown)}${shown.length < text.length ? '…' : ''}`
}
