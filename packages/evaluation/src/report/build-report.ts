import type { Survey } from '../dataset/survey.js'
import type { Cell } from '../measure/cell.js'
import { type Figures, figuresOf, oneLanguageFigures, type Thresholds, total } from '../measure/figures.js'
import { proposeThreshold } from '../measure/propose-threshold.js'
import type { Met } from '../measure/spans.js'
import { isAbout } from '../profile/role.js'
import type { Tally } from '../tally.js'
import { present, round } from './present.js'
import type { CategoryRow, ErrorRow, Report, ReportedFile, ReportedProcessor, ReportRow, TypeRow } from './report.js'

/** What a report is built from. */
export interface ReportInput {
  readonly tallies: readonly Tally[]
  /** Files that were measured with. */
  readonly data: readonly Survey[]
  /** Files that the processors were fitted to. */
  readonly training: readonly Survey[]
  readonly settings: {
    readonly falsePositiveRate: number
    readonly threshold: number | undefined
    readonly sources: readonly string[] | undefined
    readonly languages: readonly string[] | undefined
  }
}

/** Language of rows that do not say, in a source where others do (BCP 47: undetermined). */
const UNDETERMINED = 'und'

/** Puts everything in order: processors as they were named, then sources, kinds and languages by their names. */
export function buildReport({ tallies, data, training, settings }: ReportInput): Report {
  const fitted = tallies.map((tally) => fitTally(tally, training))
  return {
    rows: fitted.flatMap((each) => rowsOf(each, settings.falsePositiveRate)),
    labelledTypes: tallies.flatMap((tally) => typeRows(tally, ({ spans }) => spans?.labelled)),
    foundTypes: tallies.flatMap((tally) => typeRows(tally, ({ spans }) => spans?.found)),
    categories: fitted.flatMap((each) => categoryRows(each.tally, thresholdsOf(each, settings.falsePositiveRate))),
    errors: tallies.flatMap(errorRows),
    processors: fitted.map(describeProcessor),
    data: data.map(describeFile),
    ...describeTraining(fitted),
    settings: present(settings),
  }
}

/** A tally, and what its processor was fitted to. */
interface FittedTally {
  readonly tally: Tally
  readonly training: readonly Survey[]
  /** Sources that it has seen; `undefined` when that is not known. */
  readonly seen: ReadonlySet<string> | undefined
}

function fitTally(tally: Tally, all: readonly Survey[]): FittedTally {
  const training = all.filter((survey) => isAbout(survey, tally.profile))
  const seen = training.length === 0 ? undefined : new Set(training.flatMap(({ sources }) => [...sources]))
  return { tally, training, seen }
}

function thresholdsOf({ tally: { cells }, seen }: FittedTally, rate: number): Thresholds {
  if (!cells.some(({ hasScores }) => hasScores)) return { atOnePercent: undefined, proposed: undefined }
  const propose = (from: readonly Cell[], share: number) =>
    proposeThreshold(
      cells.flatMap(({ positiveScores }) => positiveScores),
      from.flatMap(({ negativeScores }) => negativeScores),
      share,
    )
  const calibrating = seen === undefined ? cells : cells.filter(({ place }) => seen.has(place.source))
  return { atOnePercent: propose(cells, 0.01), proposed: propose(calibrating, rate) }
}

function rowsOf(fitted: FittedTally, rate: number): ReportRow[] {
  const { tally, seen } = fitted
  const { cells, subject } = tally
  const thresholds = thresholdsOf(fitted, rate)
  const row = (place: Partial<Pick<ReportRow, 'source' | 'kind' | 'language' | 'unseen'>>, group: readonly Cell[]) => ({
    processor: subject.name,
    ...place,
    ...roundFigures(figuresOf(group, thresholds)),
  })
  const languageRows = (place: { readonly source?: string; readonly unseen?: boolean }, group: readonly Cell[]) => {
    const byLanguage = groupBy(group, ({ place }) => place.language ?? UNDETERMINED)
    const isTold = byLanguage.length > 1 || byLanguage.some(([language]) => language !== UNDETERMINED)
    return !isTold
      ? []
      : byLanguage.map(([language, members]) => withLanguage(row({ ...place, language }, members), group, tally))
  }
  const sources = groupBy(cells, ({ place }) => place.source)
  return [
    row({}, cells),
    ...sources.flatMap(([source, members]) => {
      const place = { source, ...(seen === undefined ? {} : { unseen: !seen.has(source) }) }
      const kinds = groupBy(
        members.filter(({ place }) => place.kind !== undefined),
        ({ place }) => place.kind ?? '',
      )
      return [
        row(place, members),
        ...kinds.map(([kind, parts]) => row({ ...place, kind }, parts)),
        ...languageRows(place, members),
      ]
    }),
    ...(sources.length > 1 ? languageRows({}, cells) : []),
  ]
}

/** Among rows about languages, the precision of one depends on the rows in the others. */
function withLanguage(row: ReportRow, group: readonly Cell[], { profile }: Tally): ReportRow {
  if (row.language === undefined || !group.some(({ answers }) => answers !== undefined)) return row
  const { precision: _, f1: __, ...others } = row
  return { ...others, ...present(roundAll(oneLanguageFigures(row.language, row.recall, group, profile))) }
}

function typeRows({ cells, subject }: Tally, of: (cell: Cell) => ReadonlyMap<string, Met> | undefined): TypeRow[] {
  return groupBy(cells, ({ place }) => place.source).flatMap(([source, members]) => {
    const entries = members.flatMap((cell) => [...(of(cell) ?? [])])
    return groupBy(entries, ([type]) => type).map(([type, counts]) => {
      const { total: n, overlap, exact } = total(counts.map(([, met]) => met))
      return { processor: subject.name, source, type, n, overlap: round(overlap / n), exact: round(exact / n) }
    })
  })
}

function categoryRows({ cells, subject }: Tally, thresholds: Thresholds): CategoryRow[] {
  const named = cells.filter(({ place }) => place.category !== undefined)
  return groupBy(named, ({ place }) => place.source).flatMap(([source, members]) =>
    groupBy(members, ({ place }) => place.category ?? '').map(([category, group]) => {
      const { n, positives, recall, fpr, recallAt1PctFpr } = figuresOf(group, thresholds)
      const figures = present(roundAll({ recall, fpr, recallAt1PctFpr }))
      return { processor: subject.name, source, category, n, positives, ...figures }
    }),
  )
}

function errorRows({ cells, subject }: Tally): ErrorRow[] {
  return groupBy(cells, ({ place }) => place.source).map(([source, members]) => ({
    processor: subject.name,
    source,
    missed: members.flatMap(({ missed }) => missed).sort(),
    false: members.flatMap((cell) => cell.false).sort(),
  }))
}

function describeTraining(fitted: readonly FittedTally[]): Pick<Report, 'training'> {
  const training = [...new Set(fitted.flatMap((each) => each.training))]
  return training.length === 0 ? {} : { training: training.map(describeFile) }
}

function describeFile({ file, rows, sha256 }: Survey): ReportedFile {
  return { file: file.name, rows, sha256 }
}

function describeProcessor({ tally, training }: FittedTally): ReportedProcessor {
  const { subject, rowsCutShort, failures } = tally
  const { processor, name, parameters } = subject
  return {
    name,
    id: processor.id,
    version: processor.version,
    ...(parameters === undefined ? {} : { parameters: withoutSecrets(parameters, processor.secretParameters) }),
    ...(training.length === 0 ? {} : { fittedTo: training.map(({ file }) => file.name) }),
    ...(rowsCutShort === 0 ? {} : { rowsCutShort }),
    ...(failures.length === 0 ? {} : { failures }),
  }
}

function withoutSecrets(parameters: Readonly<Record<string, unknown>>, secret: ReadonlySet<string>) {
  const text = JSON.stringify(parameters, (key, value: unknown) => (secret.has(key) ? undefined : value))
  return JSON.parse(text) as Record<string, unknown>
}

/** Speed has three significant digits, everything else four decimals; a threshold stays as it is, since it must be used exactly. */
function roundFigures(figures: Figures) {
  const { n, positives, threshold, microsecondsPerKb, microsecondsPerKbP99, megabytesPerSecond, ...rates } = figures
  const speed = { microsecondsPerKb, microsecondsPerKbP99, megabytesPerSecond }
  const significant = Object.entries(speed).map(([name, value]) => [name, value && Number(value.toPrecision(3))])
  return { n, positives, ...present({ ...roundAll(rates), threshold, ...Object.fromEntries(significant) }) }
}

function roundAll<T extends object>(figures: T): { [K in keyof T]: number | undefined } {
  const rounded = Object.entries(figures).map(([name, value]) => [
    name,
    typeof value === 'number' ? round(value) : undefined,
  ])
  return Object.fromEntries(rounded) as { [K in keyof T]: number | undefined }
}

/** Groups in the order of their keys, by code unit, so that every machine has the same. */
function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): [key: string, members: T[]][] {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return [...groups].sort(([first], [second]) => (first < second ? -1 : 1))
}
