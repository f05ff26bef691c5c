import { z } from 'zod'
import type { Report, ReportRow } from '../report/report.js'

/** Figures that a baseline holds; of these, more is better. */
const higherIsBetter = [
  'precision',
  'recall',
  'f1',
  'accuracy',
  'balancedAccuracy',
  'auc',
  'recallAt1PctFpr',
  'recallAtThreshold',
  'spanRecall',
  'spanPrecision',
  'spanF1',
  'exactSpanRecall',
  'exactSpanPrecision',
  'exactSpanF1',
] as const

/** Figures that a baseline holds; of these, less is better. */
const lowerIsBetter = ['fpr', 'fprAtThreshold', 'unanswered'] as const

type HeldFigure = (typeof higherIsBetter)[number] | (typeof lowerIsBetter)[number]

const heldFigures: readonly HeldFigure[] = [...higherIsBetter, ...lowerIsBetter]

const rate = z.number().min(0).max(1).optional()

const baselineRow = z.looseObject({
  processor: z.string(),
  source: z.string().optional(),
  kind: z.string().optional(),
  language: z.string().optional(),
  ...(Object.fromEntries(heldFigures.map((name) => [name, rate])) as Record<HeldFigure, typeof rate>),
})

/**
 * Figures that must be kept: the JSON form of a report, or any part of it that a person picked or wrote. Rows are matched by
 * processor, source, kind and language; figures that a row does not have are not held, and speed never is, since it depends on
 * the machine.
 */
export const baselineSchema = z.looseObject({ rows: z.array(baselineRow) })

/** Figures that must be kept; see {@link baselineSchema}. */
export type Baseline = z.output<typeof baselineSchema>

/** A figure that is worse than the baseline has it, or that is not there any more. */
export interface Shortfall extends Pick<ReportRow, 'processor' | 'source' | 'kind' | 'language'> {
  readonly figure: string
  readonly expected: number
  /** `undefined` when the row or the figure was not measured. */
  readonly measured: number | undefined
}

/** How {@link compareWithBaseline} compares. */
export interface BaselineOptions {
  /** How much worse a figure may be, from 0 to 1. Default 0. */
  readonly tolerance?: number | undefined
}

/** Lists what is worse than in the baseline. Rows of processors that were not measured are passed over. */
export function compareWithBaseline(
  { rows, processors }: Report,
  baseline: Baseline,
  { tolerance = 0 }: BaselineOptions = {},
): Shortfall[] {
  const measured = new Map(rows.map((row) => [placeKey(row), row]))
  const names = new Set(processors.map(({ name }) => name))
  return baseline.rows
    .filter(({ processor }) => names.has(processor))
    .flatMap((expectedRow) => {
      const row = measured.get(placeKey(expectedRow))
      return heldFigures.flatMap((figure): Shortfall[] => {
        const expected = expectedRow[figure]
        if (expected === undefined) return []
        const value = row?.[figure]
        const isKept = value !== undefined && !isWorse(figure, value, expected, tolerance)
        if (isKept) return []
        const { processor, source, kind, language } = expectedRow
        const place = { processor, ...(source && { source }), ...(kind && { kind }), ...(language && { language }) }
        return [{ ...place, figure, expected, measured: value }]
      })
    })
}

/** Says what fell short, where and by how much, in one line. */
export function formatShortfall({ processor, source, kind, language, figure, expected, measured }: Shortfall): string {
  const place = [processor, source ?? 'all sources', kind, language].filter((part) => part !== undefined).join(', ')
  if (measured === undefined) return `${place}: ${figure} was not measured; the baseline has ${expected}`
  const by = Number(Math.abs(measured - expected).toFixed(4))
  const direction = (lowerIsBetter as readonly string[]).includes(figure) ? 'above' : 'below'
  return `${place}: ${figure} is ${measured}, ${by} ${direction} the baseline's ${expected}`
}

function isWorse(figure: HeldFigure, value: number, expected: number, tolerance: number): boolean {
  const loss = (lowerIsBetter as readonly string[]).includes(figure) ? value - expected : expected - value
  // Both are decimals of four digits, whose difference is not exact.
  return loss > tolerance + 1e-9
}

function placeKey({ processor, source, kind, language }: Baseline['rows'][number] | ReportRow): string {
  return JSON.stringify([processor, source, kind, language])
}
