import { figureColumns, markdownTable, shownRows } from './columns.js'
import type { Environment } from './environment.js'
import { categoryColumns, describeThreshold, foundTypeColumns, labelledTypeColumns } from './format-text.js'
import type { Report, ReportedFile, ReportedProcessor } from './report.js'

/** What a page of figures says about its making. */
export interface MarkdownOptions {
  /** The command that makes it, as it can be typed. */
  readonly command: string
  readonly environment: Environment
}

/** Writes a report as a page in Markdown that says how to make it again. */
export function formatMarkdown(report: Report, { command, environment }: MarkdownOptions): string {
  const { commit, node, cpu } = environment
  return `# Quality

Measured by \`gatehouse eval\`; this page is its output. To make it again (\`DATA\` stands for the files below, or the folder that
they are in):

\`\`\`sh
${command}
\`\`\`

- Commit: ${commit === undefined ? 'not known' : `\`${commit}\``}${commit?.endsWith('+') ? ' (`+`: with changes that are not in it)' : ''}
- Machine: ${cpu}, Node ${node.replace('v', '')}, one process
- A row counts as found ${report.settings.threshold === undefined ? 'when the processor says so' : `from a score of ${report.settings.threshold} on`}
${filterLine(report)}
${fileTable(report.data)}${describeTraining(report)}
${LEGEND}
${report.processors.map((processor) => formatProcessor(report, processor)).join('\n')}`
}

function describeTraining({ training = [] }: Report): string {
  return training.length === 0
    ? ''
    : `\nNot measured with, but what processors were fitted to:\n\n${fileTable(training)}`
}

function fileTable(files: readonly ReportedFile[]): string {
  const columns = [
    { heading: 'file', isText: true, cell: ({ file }: ReportedFile) => file },
    { heading: 'rows', cell: ({ rows }: ReportedFile) => `${rows}` },
    { heading: 'SHA-256', isText: true, cell: ({ sha256 }: ReportedFile) => sha256 },
  ]
  return markdownTable(columns, files)
}

function filterLine({ settings }: Report): string {
  const filters = [
    ...(settings.sources === undefined ? [] : [`sources ${settings.sources.join(', ')}`]),
    ...(settings.languages === undefined ? [] : [`languages ${settings.languages.join(', ')}`]),
  ]
  return filters.length === 0 ? '' : `- Only ${filters.join('; ')}\n`
}

function formatProcessor(report: Report, processor: ReportedProcessor): string {
  const { name, id, version, parameters, fittedTo = [], rowsCutShort } = processor
  const isOwn = <Row extends { readonly processor: string }>(row: Row) => row.processor === name
  const threshold = describeThreshold(report, processor)
  const details = [
    { columns: labelledTypeColumns, rows: report.labelledTypes.filter(isOwn) },
    { columns: foundTypeColumns, rows: report.foundTypes.filter(isOwn) },
  ].flatMap(({ columns, rows }) => (rows.length === 0 ? [] : [`\n${markdownTable(columns, rows)}`]))
  const categories = report.categories.filter(isOwn)
  return [
    `## ${name}\n\n`,
    `\`${id}\` ${version}, ${describeParameters(parameters)}.\n\n`,
    fittedTo.length === 0 ? '' : `Fitted to ${fittedTo.join(', ')}; a source that is not in it is *unseen*.\n\n`,
    threshold === '' ? '' : `${threshold}\n`,
    rowsCutShort === undefined
      ? ''
      : `${rowsCutShort} rows have more findings than it lists; those it did not list count as not found.\n\n`,
    markdownTable(figureColumns, shownRows(report.rows, name)),
    ...details,
    categories.length === 0 ? '' : `\n${markdownTable(categoryColumns, categories)}`,
  ].join('')
}

/** Longest parameters that are shown, as JSON. */
const MAX_SHOWN_PARAMETERS = 200

function describeParameters(parameters: ReportedProcessor['parameters']): string {
  if (parameters === undefined) return 'default parameters'
  const json = JSON.stringify(parameters)
  return json.length <= MAX_SHOWN_PARAMETERS ? `parameters \`${json}\`` : 'parameters as in the JSON form of the report'
}

const LEGEND = `How to read the tables:

- *recall*: of the rows that should be found, the share that was. *precision*: of the rows found, the share that should be.
  *FPR*: of the rows that should not be found, the share that was. *balanced*: the mean accuracy of both kinds. Of languages:
  *recall* is the share of rows that was told right, *precision* that of the rows with an answer, *unanswered* the share without.
- *AUC*: how often a row that should be found scores higher than one that should not. *recall@1%FPR*: recall at the threshold that
  finds 1 % of all rows of the processor that should not be found, whatever their source. *recall@T*, *FPR@T*: at the proposed
  threshold T.
- *span recall*, *span precision*: of the labelled ranges, and of the findings, the share that the other side overlaps; *exact*: with
  the same bounds. *unjudged*: findings of which the labels do not say whether they are right.
- *µs/KB*: time for a kilobyte of text, a shorter text counted as one, at the median and the 99th percentile of texts. *MB/s*: all
  texts together.
`
