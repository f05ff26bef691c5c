import type { ReportRow } from './report.js'
import { makeVisible } from './visible.js'

/** A column of a table: its heading, and what stands in it; `undefined` leaves the cell empty. */
export interface Column<Row> {
  readonly heading: string
  readonly isText?: boolean
  readonly cell: (row: Row) => string | undefined
}

const rate = (value: number | undefined) => value?.toFixed(3)
const count = (value: number | undefined) => value?.toString()

/** The columns of figures. One without a value in any row is left out of the table. */
export const figureColumns: readonly Column<ReportRow>[] = [
  { heading: 'source', isText: true, cell: ({ source }) => source ?? 'all' },
  { heading: 'part', isText: true, cell: ({ kind }) => kind },
  { heading: 'language', isText: true, cell: ({ language }) => language },
  { heading: 'unseen', isText: true, cell: ({ unseen }) => (unseen ? 'unseen' : undefined) },
  { heading: 'n', cell: ({ n }) => count(n) },
  { heading: 'positives', cell: ({ positives }) => count(positives) },
  { heading: 'precision', cell: ({ precision }) => rate(precision) },
  { heading: 'recall', cell: ({ recall }) => rate(recall) },
  { heading: 'F1', cell: ({ f1 }) => rate(f1) },
  { heading: 'accuracy', cell: ({ accuracy }) => rate(accuracy) },
  { heading: 'balanced', cell: ({ balancedAccuracy }) => rate(balancedAccuracy) },
  { heading: 'AUC', cell: ({ auc }) => rate(auc) },
  { heading: 'recall@1%FPR', cell: ({ recallAt1PctFpr }) => rate(recallAt1PctFpr) },
  { heading: 'FPR', cell: ({ fpr }) => rate(fpr) },
  { heading: 'recall@T', cell: ({ recallAtThreshold }) => rate(recallAtThreshold) },
  { heading: 'FPR@T', cell: ({ fprAtThreshold }) => rate(fprAtThreshold) },
  { heading: 'unanswered', cell: ({ unanswered }) => rate(unanswered) },
  { heading: 'span recall', cell: ({ spanRecall }) => rate(spanRecall) },
  { heading: 'span precision', cell: ({ spanPrecision }) => rate(spanPrecision) },
  { heading: 'span F1', cell: ({ spanF1 }) => rate(spanF1) },
  { heading: 'exact F1', cell: ({ exactSpanF1 }) => rate(exactSpanF1) },
  { heading: 'false finds', cell: ({ falseFindings }) => count(falseFindings) },
  { heading: 'unjudged', cell: ({ unjudgedFindings }) => count(unjudgedFindings || undefined) },
  { heading: 'failed', cell: ({ failures }) => count(failures) },
  { heading: 'µs/KB p50', cell: ({ microsecondsPerKb }) => count(microsecondsPerKb) },
  { heading: 'p99', cell: ({ microsecondsPerKbP99 }) => count(microsecondsPerKbP99) },
  { heading: 'MB/s', cell: ({ megabytesPerSecond }) => count(megabytesPerSecond) },
]

/**
 * The rows of a processor as they are shown: without those of a language that say again what another row says, since all rows
 * of the source are in it, or all rows in it are of one source.
 */
export function shownRows(rows: readonly ReportRow[], processor: string): readonly ReportRow[] {
  const own = rows.filter((row) => row.processor === processor)
  const ofLanguages = own.filter(({ language }) => language !== undefined)
  const saysMore = ({ source, language }: ReportRow) =>
    ofLanguages.some((row) => row.source === source && row.language !== language) &&
    (source !== undefined || ofLanguages.filter((row) => row.language === language).length > 2)
  return own.filter((row) => row.language === undefined || saysMore(row))
}

/** A table as plain text, its columns aligned. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const used = usedColumns(columns, rows)
  const lines = [
    used.map(({ heading }) => heading),
    ...rows.map((row) => used.map(({ cell }) => makeVisible(cell(row) ?? ''))),
  ]
  const widths = used.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)))
  return lines
    .map((line) =>
      line
        .map((cell, index) => {
          const width = widths[index] ?? 0
          return used[index]?.isText ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** A table in Markdown. */
export function markdownTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const used = usedColumns(columns, rows)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [
    line(used.map(({ heading }) => heading)),
    line(used.map(({ isText }) => (isText ? '---' : '---:'))),
    ...rows.map((row) => line(used.map(({ cell }) => escapeMarkdown(makeVisible(cell(row) ?? ''))))),
  ].join('')
}

function usedColumns<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly Column<Row>[] {
  return columns.filter(({ cell }) => rows.some((row) => cell(row) !== undefined))
}

/** Names come from the data, so nothing in them may end a cell or begin markup. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, '\\$&')
}
