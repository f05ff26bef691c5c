import { writeFile } from 'node:fs/promises'
import { basename, isAbsolute } from 'node:path'
import {
  type Baseline,
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
import { isReportFile, readJson } from './eval-files.js'
import type { SubjectFlags, Subjects } from './eval-subjects.js'

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

/** Files that a report is held against. */
export interface References {
  readonly baseline: Baseline | undefined
  readonly earlier: EarlierReport | undefined
}

/** Reads the files that the report will be held against. @throws EvalOptionError when one cannot be had. */
export async function readReferences({ baseline, diff }: ReportFlags): Promise<References> {
  return {
    baseline: baseline === undefined ? undefined : await readReport(baseline, baselineSchema),
    earlier: diff === undefined || !isReportFile(diff) ? undefined : await readReport(diff, earlierReportSchema),
  }
}

async function readReport<T>(
  file: string,
  schema: { safeParse(document: unknown): { data?: T | undefined } },
): Promise<T> {
  const { data } = schema.safeParse(await readJson(file))
  if (data === undefined)
    throw new EvalOptionError(`${file} is no report of \`gatehouse eval\`, nor the part of one that is needed.`)
  return data
}

/** Prints a report and writes the files that were asked for. @returns whether the baseline is kept and no row failed. */
export async function writeReport(
  report: Report,
  references: References,
  { other }: Subjects,
  flags: ReportFlags,
): Promise<boolean> {
  const differences = differencesOf(report, references.earlier, other)
  const environment = await describeEnvironment()
  if (flags.json !== undefined) {
    const document = { ...report, ...(differences && { differences }), environment }
    await writeFile(flags.json, `${JSON.stringify(document, null, 2)}\n`)
  }
  if (flags.markdown !== undefined) {
    await writeFile(flags.markdown, formatMarkdown(report, { command: commandLine(flags), environment }))
  }
  process.stdout.write(formatText(report, { details: flags.details }))
  await printErrors(report.errors, flags)
  if (differences !== undefined) await printDifferences(differences, flags)
  const isKept = holdBaseline(report, references.baseline, flags)
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

/** What changed since an earlier report, or against another processor of this one; `undefined` without either. */
function differencesOf(report: Report, earlier: EarlierReport | undefined, other: string | undefined) {
  if (earlier !== undefined) return compareReports(earlier, report)
  if (other === undefined) return undefined
  const [mine, others] = [false, true].map((isOther) =>
    report.errors.filter(({ processor }) => (processor === other) === isOther),
  ) as [ErrorRow[], ErrorRow[]]
  const renamed = new Map(mine.map(({ processor }) => [processor, other]))
  return compareReports({ ...report, errors: others }, { ...report, errors: mine }, renamed)
}

function holdBaseline(
  report: Report,
  baseline: Baseline | undefined,
  { baseline: file, tolerance }: ReportFlags,
): boolean {
  const shortfalls = baseline === undefined ? [] : compareWithBaseline(report, baseline, { tolerance })
  if (shortfalls.length === 0) return true
  process.stderr.write(`Worse than ${file}:\n${shortfalls.map((each) => `  ${formatShortfall(each)}\n`).join('')}`)
  return false
}

function reportFailures({ processors, rows }: Report): boolean {
  for (const { name, failures = [] } of processors) {
    const count = rows.find(({ processor }) => processor === name)?.failures ?? 0
    if (count === 0) continue
    const told = failures.map(({ id, reason }) => `  ${id}: ${reason}\n`).join('')
    process.stderr.write(
      `Processor "${name}" failed on ${count} ${count === 1 ? 'row, which counts' : 'rows, which count'} nowhere. The first:\n${told}`,
    )
  }
  return processors.every(({ failures }) => failures === undefined)
}

/**
 * The command as it was typed, without what belongs to this machine or may be secret: `DATA` stands for the paths of the data,
 * `PARAMETERS` for parameters, and other absolute paths are cut to their last name.
 */
function commandLine({ data, parameters }: ReportFlags & Pick<SubjectFlags, 'parameters'>): string {
  const standIns = new Map(data.map((path) => [path, 'DATA']))
  if (parameters?.trimStart().startsWith('{')) standIns.set(parameters, 'PARAMETERS')
  const words = process.argv.slice(2).map((word) => {
    const [option = ''] = /^(?:--[\w-]+=|-[a-z](?=[^-]))?/.exec(word) ?? []
    const value = word.slice(option.length)
    return `${option}${standIns.get(value) ?? (isAbsolute(value) ? basename(value) : value)}`
  })
  return ['gatehouse', ...words.map(quote)].join(' ')
}

function quote(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
