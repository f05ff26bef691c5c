import { findDataFiles, isTrainingFile } from './dataset/data-file.js'
import { DatasetError } from './dataset/dataset-error.js'
import { holdsTexts } from './dataset/holds-texts.js'
import type { LabelledRow } from './dataset/labelled-row.js'
import { readRows } from './dataset/read-rows.js'
import { type Survey, surveyFile } from './dataset/survey.js'
import { isAbout } from './profile/role.js'
import { buildReport } from './report/build-report.js'
import type { Report } from './report/report.js'
import type { Subject } from './subject.js'
import { Tally } from './tally.js'

/** Which rows are measured: those of a source and a language that are listed; an absent list holds all. */
export interface RowFilter {
  readonly sources?: readonly string[] | undefined
  readonly languages?: readonly string[] | undefined
}

/** How far an evaluation is. */
export interface Progress {
  /** Name of the file that is read. */
  readonly file: string
  /**
   * Whether its lines are checked, before anything is measured, or its rows are judged, or it is passed over: it was found in a
   * folder, and its first row has no text.
   */
  readonly step: 'check' | 'judge' | 'pass over'
  /** Rows judged so far, and rows that there are, of all files together. */
  readonly rows: number
  readonly totalRows: number
}

/** Argument of {@link evaluate}. */
export interface EvaluationOptions extends RowFilter {
  /** At least one; each has a name of its own. */
  readonly subjects: readonly Subject[]
  /** Files, and folders with `.jsonl` and `.jsonl.gz` files. */
  readonly data: readonly string[]
  /** Score from which on a row counts as found. Default: what the processor itself decides. */
  readonly threshold?: number | undefined
  /** Share of negative rows that may be found at the threshold that is proposed, 0 to 1. Default 0.01. */
  readonly falsePositiveRate?: number | undefined
  /** Rows that are judged at the same time; more than one is of use to processors that wait for others. Default 1. */
  readonly concurrency?: number | undefined
  /** How often a text is judged: its time is the shortest, which a busy machine disturbs least. Default 1. */
  readonly repetitions?: number | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * Measures processors on labelled data.
 *
 * Every file is read twice, row by row: once to check it and to see which processors it is about, once to judge it. Texts are
 * never kept.
 *
 * A file `train.jsonl` that was found in a folder is not measured. It says what processors were fitted to: the sources that it does
 * not have are marked as unseen in the report, and thresholds are proposed from those that it has.
 *
 * @throws DatasetError for data that cannot be used, or has nothing about one of the processors.
 * ProcessorError, TypeError when a processor cannot be run with its parameters.
 */
export async function evaluate(options: EvaluationOptions): Promise<Report> {
  const { subjects, threshold, falsePositiveRate = 0.01 } = options
  const tallies = subjects.map((subject) => new Tally(subject, threshold, options.repetitions))
  const { measured, training } = await surveyData(options)
  const plan = measured
    .map((survey) => ({ survey, tallies: tallies.filter(({ profile }) => isAbout(survey, profile)) }))
    .filter((step) => step.tallies.length > 0)
  await judgeAll(plan, options)
  for (const { cells, subject } of tallies) {
    if (cells.length === 0) throw new DatasetError(`The data has no row about processor "${subject.name}".`)
  }
  return buildReport({
    tallies,
    training,
    data: plan.map(({ survey }) => survey),
    settings: { falsePositiveRate, threshold, sources: options.sources, languages: options.languages },
  })
}

/** What the data paths hold: files to measure with, and files that processors were fitted to. */
async function surveyData({ data, onProgress }: EvaluationOptions) {
  const measured: Survey[] = []
  const training: Survey[] = []
  for (const file of await findDataFiles(data)) {
    const isLabelled = !file.isFound || (await holdsTexts(file))
    onProgress?.({ file: file.name, step: isLabelled ? 'check' : 'pass over', rows: 0, totalRows: 0 })
    if (!isLabelled) continue
    const survey = await surveyFile(file)
    if (isTrainingFile(file)) training.push(survey)
    else measured.push(survey)
  }
  return { measured, training }
}

interface PlannedFile {
  readonly survey: Survey
  readonly tallies: readonly Tally[]
}

async function judgeAll(plan: readonly PlannedFile[], options: EvaluationOptions): Promise<void> {
  const { concurrency = 1, onProgress } = options
  const totalRows = plan.reduce((sum, { survey }) => sum + survey.rows, 0)
  let rows = 0
  for (const { survey, tallies } of plan) {
    for await (const batch of batchesOf(readRows(survey.file), concurrency)) {
      const chosen = batch.filter((row) => isChosen(row, options))
      for (const tally of tallies) {
        const outcomes = await Promise.all(chosen.map((row) => tally.judge(row)))
        for (const count of outcomes) count()
      }
      rows += batch.length
      onProgress?.({ file: survey.file.name, step: 'judge', rows, totalRows })
    }
  }
}

async function* batchesOf<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const value of values) {
    batch.push(value)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function isChosen({ source, language }: LabelledRow, { sources, languages }: RowFilter): boolean {
  if (sources !== undefined && !sources.includes(source)) return false
  return languages === undefined || (typeof language === 'string' && languages.includes(language))
}

/** The rows of data with the given ids, in the order of the data. @throws DatasetError for data that cannot be used. */
export async function* findRows(data: readonly string[], ids: ReadonlySet<string>): AsyncGenerator<LabelledRow> {
  for (const file of await findDataFiles(data)) {
    if (isTrainingFile(file) || (file.isFound && !(await holdsTexts(file)))) continue
    for await (const row of readRows(file)) if (ids.has(row.id)) yield row
  }
}
