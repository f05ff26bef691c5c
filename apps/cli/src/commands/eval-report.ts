import { writeFile } from 'node:fs/promises'
import {
  baselineSchema,
  compareReports,
  compareWithBaseline,
  type Difference,
  describeEnvironment,
  type EarlierReport,
  type ErrorRow,
  earlierReportSchema,
  findRows,
  formatDifferences,
  formatErrors,
  formatMarkdown,
  formatShortfall,
  formatText,
  type Report,
  shownIds,
} from '@gatehouse/evaluation'
import { EvalOptionError } from './eval-error.js'
import { readJson, type Subjects } from './eval-subjects.js'

/** Options that say what becomes of the report. */
export interface ReportFlags {
  readonly data: readonly string[]
  readonly baseline?: string
  readonly tolerance: number
  readonly diff?: string
  readonly details?: boolean
  readonly errors?: number | true
  readonly showText?: boolean
  readonly json?: string
  readonly markdown?: string
}

/** Prints a report and writes the files that were asked for. @returns whether the baseline is kept and no row failed. */
export async function writeReport(report: Report, { other }: Subjects, flags: ReportFlags): Promise<boolean> {
  const differences = await differencesOf(report, other, flags.diff)
  const environment = await describeEnvironment()
  if (flags.json !== undefined) {
    const document = { ...report, ...(differences && { differences }), environment }
    await writeFile(flags.json, `${JSON.stringify(document, null, 2)}\n`)
  }
  if (flags.markdown !== undefined) {
    await writeFile(flags.markdown, formatMarkdown(report, { command: commandLine(flags.data), environment }))
  }
  process.stdout.write(formatText(report, { details: flags.details }))
  await printErrors(report.errors, flags)
  if (differences !== undefined) await printDifferences(differences, flags)
  const isKept = await holdBaseline(report, flags)
  return reportFailures(report) && isKept
}

async function printErrors(errors: readonly ErrorRow[], flags: ReportFlags): Promise<void> {
  if (flags.errors === undefined) return
  const limit = flags.errors === true ? undefined : flags.errors
  const texts = await textsOf(shownIds(errors, limit), flags)
  process.stdout.write(`\n${formatErrors(errors, { limit, texts })}`)
}

async function printDifferences(differences: readonly Difference[], flags: ReportFlags): Promise<void> {
  const texts = await textsOf(shownIds(differences), flags)
  process.stdout.write(`\nCompared with ${flags.diff}:\n${formatDifferences(differences, { texts })}`)
}

/** The beginnings of the texts of some rows, where they are asked for. */
async function textsOf(ids: ReadonlySet<string>, { data, showText }: ReportFlags) {
  if (showText !== true) return undefined
  const texts = new Map<string, string>()
  for await (const { id, text } of findRows(data, ids)) texts.set(id, text)
  return texts
}

async function differencesOf(report: Report, other: string | undefined, old: string | undefined) {
  if (old === undefined) return undefined
  if (other === undefined) {
    const earlier = earlierReportSchema.safeParse(await readJson(old, 'earlier report'))
    if (!earlier.success) throw new EvalOptionError(`${old} is no report of \`gatehouse eval\`.`)
    return compareReports(earlier.data, report)
  }
  const isOther = ({ processor }: ErrorRow) => processor === other
  const mine = { ...report, errors: report.errors.filter((row) => !isOther(row)) }
  const renamed = new Map(mine.errors.map(({ processor }) => [processor, other]))
  return compareReports(report as unknown as EarlierReport, mine, renamed)
}

async function holdBaseline(report: Report, { baseline: file, tolerance }: ReportFlags): Promise<boolean> {
  if (file === undefined) return true
  const baseline = baselineSchema.safeParse(await readJson(file, 'baseline'))
  if (!baseline.success) throw new EvalOptionError(`${file} is no report of \`gatehouse eval\`, nor a part of one.`)
  const shortfalls = compareWithBaseline(report, baseline.data, { tolerance })
  if (shortfalls.length === 0) return true
  process.stderr.write(`Worse than ${file}:\n${shortfalls.map((each) => `  ${formatShortfall(each)}\n`).join('')}`)
  return false
}

function reportFailures({ processors, rows }: Report): boolean {
  for (const { name, failures = [] } of processors) {
    const count = rows.find(({ processor }) => processor === name)?.failures ?? 0
    if (count === 0) continue
    const told = failures.map(({ id, reason }) => `  ${id}: ${reason}\n`).join('')
    process.stderr.write(`Processor "${name}" failed on ${count} rows; they count nowhere. The first:\n${told}`)
  }
  return processors.every(({ failures }) => failures === undefined)
}

/** The command as it was typed, with `DATA` in place of the paths of the data, which are this machine's own. */
function commandLine(data: readonly string[]): string {
  const words = process.argv.slice(2).map((word) => (data.includes(word) ? 'DATA' : word))
  return ['gatehouse', ...words.map(quote)].join(' ')
}

function quote(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
