import { type Column, figureColumns, shownRows, textTable } from './columns.js'
import type { CategoryRow, Report, ReportedProcessor, TypeRow } from './report.js'
import { makeVisible } from './visible.js'

/** How a report is written as text. */
export interface TextOptions {
  /** Whether to list types of ranges and categories of rows as well. Default `false`. */
  readonly details?: boolean | undefined
}

/** Writes a report for a person at a terminal. */
export function formatText(report: Report, { details = false }: TextOptions = {}): string {
  return report.processors.map((processor) => formatProcessor(report, processor, details)).join('\n')
}

function formatProcessor(report: Report, processor: ReportedProcessor, details: boolean): string {
  const { name, id, version, rowsCutShort } = processor
  const isOwn = <Row extends { readonly processor: string }>(row: Row) => row.processor === name
  const sections = [
    `${name} (${id} ${version})\n`,
    textTable(figureColumns, shownRows(report.rows, name)),
    describeThreshold(report, processor),
    describeUnseen(processor),
    rowsCutShort === undefined
      ? ''
      : `${rowsCutShort} rows have more findings than it lists; those it did not list count as not found.\n`,
  ]
  if (details) {
    sections.push(
      titledTable('labelled types', labelledTypeColumns, report.labelledTypes.filter(isOwn)),
      titledTable('found types', foundTypeColumns, report.foundTypes.filter(isOwn)),
      titledTable('categories', categoryColumns, report.categories.filter(isOwn)),
    )
  }
  return sections.join('')
}

/** Says at which threshold the false-positive rate is kept, in one line. Empty without one. */
export function describeThreshold({ rows, settings }: Report, { name, fittedTo }: ReportedProcessor): string {
  const row = rows.find(({ processor }) => processor === name)
  if (row?.threshold === undefined) return ''
  const percent = `${Number((settings.falsePositiveRate * 100).toPrecision(3))} %`
  const from = fittedTo !== undefined ? 'negative rows of the sources that it has seen' : 'negative rows'
  return `T, the threshold that finds at most ${percent} of the ${from}: ${row.threshold}\n`
}

/** Says what "unseen" means, in one line. Empty where it is not known. */
function describeUnseen({ fittedTo }: ReportedProcessor): string {
  return fittedTo === undefined ? '' : `unseen: not among the sources of ${fittedTo.map(makeVisible).join(', ')}\n`
}

/** Columns of labelled types: what of them was found. */
export const labelledTypeColumns: readonly Column<TypeRow>[] = [
  { heading: 'source', isText: true, cell: ({ source }) => source },
  { heading: 'labelled type', isText: true, cell: ({ type }) => type },
  { heading: 'n', cell: ({ n }) => `${n}` },
  { heading: 'recall', cell: ({ overlap }) => overlap.toFixed(3) },
  { heading: 'exact', cell: ({ exact }) => exact.toFixed(3) },
]

/** Columns of found types: how many of them were right. */
export const foundTypeColumns: readonly Column<TypeRow>[] = [
  { heading: 'source', isText: true, cell: ({ source }) => source },
  { heading: 'found type', isText: true, cell: ({ type }) => type },
  { heading: 'n', cell: ({ n }) => `${n}` },
  { heading: 'precision', cell: ({ overlap }) => overlap.toFixed(3) },
  { heading: 'exact', cell: ({ exact }) => exact.toFixed(3) },
]

/** Columns of categories. */
export const categoryColumns: readonly Column<CategoryRow>[] = [
  { heading: 'source', isText: true, cell: ({ source }) => source },
  { heading: 'category', isText: true, cell: ({ category }) => category },
  { heading: 'n', cell: ({ n }) => `${n}` },
  { heading: 'positives', cell: ({ positives }) => `${positives}` },
  { heading: 'recall', cell: ({ recall }) => recall?.toFixed(3) },
  { heading: 'FPR', cell: ({ fpr }) => fpr?.toFixed(3) },
  { heading: 'recall@1%FPR', cell: ({ recallAt1PctFpr }) => recallAt1PctFpr?.toFixed(3) },
]

function titledTable<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.length === 0 ? '' : `\n${title}\n${textTable(columns, rows)}`
}
