import type { LabelledRow } from '../dataset/labelled-row.js'
import type { Prediction } from '../prediction/read-output.js'
import type { Profile } from '../profile/profile.js'
import { isWrong, type Role, standsFor, wantedSpans } from '../profile/role.js'
import { type ComparedRange, compareSpans, type TypedRange } from './spans.js'

/** How a prediction compares with the label of its row. */
export interface Judgement {
  /** Whether the row counts as found. */
  readonly isFound: boolean
  readonly score: number
  /** Whether the processor gave the score, rather than a plain yes or no. */
  readonly hasScore: boolean
  /** Present when the row says where something stands and the processor says where it found it. */
  readonly spans: JudgedSpans | undefined
}

/** Ranges of one row that count, and how they were met. */
export interface JudgedSpans {
  readonly labelled: readonly ComparedRange<TypedRange>[]
  readonly found: readonly ComparedRange<TypedRange>[]
  /** Findings of which the row does not say whether they are right. */
  readonly unjudged: number
}

/**
 * Judges the prediction for a row that is positive or negative.
 *
 * Where ranges can be compared they decide: a positive row is found when a finding meets one of its spans, a negative row when one
 * of its findings is wrong. Elsewhere the processor's own decision counts.
 *
 * @param threshold score from which on something counts as found. Default: what the processor itself decides.
 */
export function judgeRow(
  row: LabelledRow,
  role: Exclude<Role, 'language'>,
  prediction: Prediction,
  profile: Profile,
  threshold?: number,
): Judgement {
  const saysWhere = row.spans !== undefined || row.negative_for !== undefined
  const isFoundNowhere = prediction.isFound && prediction.ranges.length === 0
  if (saysWhere && !isFoundNowhere) return judgeSpans(row, role, prediction, profile, threshold)
  const score = prediction.score ?? Number(prediction.isFound)
  return {
    isFound: threshold === undefined ? prediction.isFound : score >= threshold,
    score,
    hasScore: prediction.score !== undefined,
    spans: undefined,
  }
}

function judgeSpans(
  row: LabelledRow,
  role: Exclude<Role, 'language'>,
  prediction: Prediction,
  profile: Profile,
  threshold = Number.NEGATIVE_INFINITY,
): Judgement {
  const scored = prediction.ranges.map((range) => ({ ...range, score: range.score ?? prediction.score ?? 1 }))
  const compare = (ranges: typeof scored) =>
    compareSpans(wantedSpans(row, profile), ranges, (labelled, found) => standsFor(labelled, found, profile))
  const all = compare(scored)
  const counted = all.found.filter(({ range, met }) => met !== undefined || isWrong(range, row, profile))
  const deciding = counted.filter(({ met }) => (met !== undefined) === (role === 'positive'))
  const reaching = scored.filter(({ score }) => score >= threshold)
  return {
    isFound: deciding.some(({ range }) => range.score >= threshold),
    score: deciding.reduce((highest, { range }) => Math.max(highest, range.score), 0),
    hasScore: prediction.score !== undefined || prediction.ranges.some(({ score }) => score !== undefined),
    spans: {
      labelled: compare(reaching).labelled,
      found: counted.filter(({ range }) => range.score >= threshold),
      unjudged: reaching.filter((range) => !counted.some((each) => each.range === range)).length,
    },
  }
}
