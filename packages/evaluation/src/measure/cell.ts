import type { LabelledRow } from '../dataset/labelled-row.js'
import type { Role } from '../profile/role.js'
import type { Judgement } from './judge-row.js'
import { countMet, type Met, noneMet } from './spans.js'
import { Timings } from './speed.js'

/** What rows of a cell have in common. */
export interface CellPlace {
  readonly source: string
  readonly kind: string | undefined
  readonly category: string | undefined
  /** `undefined` when the rows do not say. */
  readonly language: string | undefined
}

/** Where a row belongs. */
export function placeOf({ source, kind, category, language }: LabelledRow): CellPlace {
  return { source, kind: kind ?? undefined, category: category ?? undefined, language: language ?? undefined }
}

/**
 * What a processor made of rows with the same source, kind, category and language: numbers and ids, never texts. Figures of any
 * group of rows are computed from its cells.
 */
export class Cell {
  readonly positiveScores: number[] = []
  readonly negativeScores: number[] = []
  /** Ids of positive rows that were not found, and of rows whose language was told wrongly. */
  readonly missed: string[] = []
  /** Ids of negative rows that were found. */
  readonly false: string[] = []
  hasScores = false
  /** Labelled ranges by type, and found ones by type; `undefined` when no row compares ranges. */
  spans: { readonly labelled: Map<string, Met>; readonly found: Map<string, Met>; unjudged: number } | undefined
  /** Rows by the language that was answered; `undefined` when no row is about that. */
  answers: Map<string, number> | undefined
  /** Rows on which the processor failed. They count nowhere else. */
  failures = 0
  readonly timings = new Timings()

  constructor(readonly place: CellPlace) {}

  get rows(): number {
    return this.positiveScores.length + this.negativeScores.length + this.answered
  }

  /** Rows that are about their language. */
  get answered(): number {
    let sum = 0
    for (const count of this.answers?.values() ?? []) sum += count
    return sum
  }

  addJudgement(id: string, role: Exclude<Role, 'language'>, { isFound, score, hasScore, spans }: Judgement): void {
    this.hasScores ||= hasScore
    if (role === 'positive') this.positiveScores.push(score)
    else this.negativeScores.push(score)
    if (role === 'positive' && !isFound) this.missed.push(id)
    if (role === 'negative' && isFound) this.false.push(id)
    if (spans === undefined) return
    this.spans ??= { labelled: new Map(), found: new Map(), unjudged: 0 }
    for (const { range, met } of spans.labelled) countMet(entryOf(this.spans.labelled, range.type), met)
    for (const { range, met } of spans.found) countMet(entryOf(this.spans.found, range.type), met)
    this.spans.unjudged += spans.unjudged
  }

  /** @param answer the language answered, `undefined` for none. */
  addAnswer(id: string, answer: string | undefined, isRight: boolean): void {
    this.answers ??= new Map()
    const name = answer ?? NO_ANSWER
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1)
    if (!isRight) this.missed.push(id)
  }
}

/** What stands among the answers for none. */
export const NO_ANSWER = ''

/** The counts of a type, made when there are none yet. */
function entryOf(counts: Map<string, Met>, type: string): Met {
  let entry = counts.get(type)
  if (entry === undefined) {
    entry = noneMet()
    counts.set(type, entry)
  }
  return entry
}
