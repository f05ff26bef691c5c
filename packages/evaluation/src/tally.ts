import { ProcessorError } from '@gatehouse/sdk'
import type { LabelledRow } from './dataset/labelled-row.js'
import { Cell, type CellPlace, placeOf } from './measure/cell.js'
import { judgeRow } from './measure/judge-row.js'
import { isRightLanguage, primaryLanguage } from './measure/languages.js'
import { type JudgedText, type Predict, preparePredict, type TimedPrediction } from './prediction/predict.js'
import { ownEntry } from './profile/own-entry.js'
import type { Profile } from './profile/profile.js'
import { generalProfile, profiles } from './profile/profiles.js'
import { type Role, roleOf } from './profile/role.js'
import type { Subject } from './subject.js'

/** The first calls of a processor are not timed: they load models and run code that is not compiled yet. */
const WARM_UP_ROWS = 100

/** Most failures that are told one by one. */
const MAX_TOLD_FAILURES = 5

/** A row on which a processor failed. */
export interface RowFailure {
  readonly id: string
  /** Kind of the error. Its message may hold the text, so it is left out. */
  readonly reason: string
}

/** Everything that one processor made of the rows so far. */
export class Tally {
  readonly profile: Profile
  /** The processor, with the parameters that it is measured with. */
  readonly subject: Subject
  /** The first few failures. */
  readonly failures: RowFailure[] = []
  /** Rows with more findings than the processor lists. */
  rowsCutShort = 0
  readonly #predict: Predict
  readonly #cells = new Map<string, Cell>()
  #rows = 0

  /** @throws ProcessorError, TypeError when the processor cannot be run so. */
  constructor(
    subject: Subject,
    readonly threshold: number | undefined,
    readonly repetitions = 1,
  ) {
    const own = ownEntry(profiles, subject.name)
    this.profile = subject.profile ?? own ?? generalProfile
    const isBuiltIn = subject.processor.namespace === 'gatehouse'
    const given = subject.parameters ?? (isBuiltIn ? own?.parameters : undefined)
    this.subject = this.profile === own ? { ...subject, parameters: given } : subject
    const { processor, parameters, stage } = this.subject
    this.#predict = preparePredict(processor, { parameters, stage, scorePath: this.profile.score })
  }

  get cells(): readonly Cell[] {
    return [...this.#cells.values()]
  }

  /** Has the processor judge a row. The function that comes back counts the outcome; calling it in order keeps reports alike. */
  async judge(row: LabelledRow): Promise<() => void> {
    const role = roleOf(row, this.profile)
    if (role === undefined) return () => {}
    try {
      const prediction = await this.#predictOften({ text: row.text, role: row.role })
      return () => this.#count(row, role, prediction)
    } catch (error) {
      return () => this.#countFailure(row, error)
    }
  }

  /** The first prediction with the shortest time of all, which other work of the machine has disturbed least. */
  async #predictOften(text: JudgedText): Promise<TimedPrediction> {
    const first = await this.#predict(text)
    let { milliseconds } = first
    for (let repetition = 1; repetition < this.repetitions; repetition++) {
      milliseconds = Math.min(milliseconds, (await this.#predict(text)).milliseconds)
    }
    return { ...first, milliseconds }
  }

  #count(row: LabelledRow, role: Role, prediction: TimedPrediction): void {
    const cell = this.#cellOf(row)
    this.#rows++
    if (this.#rows > WARM_UP_ROWS) cell.timings.add(row.text, prediction.milliseconds)
    if (prediction.unlisted > 0) this.rowsCutShort++
    if (role === 'language') {
      const answer = primaryLanguage(prediction.languages[0])
      cell.addAnswer(row.id, answer, isRightLanguage(row.language ?? '', answer, this.profile))
      return
    }
    cell.addJudgement(row.id, role, judgeRow(row, role, prediction, this.profile, this.threshold))
  }

  #countFailure(row: LabelledRow, error: unknown): void {
    this.#cellOf(row).failures++
    if (this.failures.length >= MAX_TOLD_FAILURES) return
    const reason = ProcessorError.isProcessorError(error)
      ? error.code
      : error instanceof Error
        ? error.name
        : typeof error
    this.failures.push({ id: row.id, reason })
  }

  #cellOf(row: LabelledRow): Cell {
    const place: CellPlace = placeOf(row)
    const key = JSON.stringify([place.source, place.kind, place.category, place.language])
    let cell = this.#cells.get(key)
    if (cell === undefined) {
      cell = new Cell(place)
      this.#cells.set(key, cell)
    }
    return cell
  }
}
