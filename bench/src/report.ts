import type { Benchmark, Measurement, Skipped } from './benchmark.js'

/** What became of a benchmark. */
export interface Outcome {
  readonly benchmark: Benchmark
  readonly result: Measurement | Skipped
}

/** A row of the JSON report. Those that were skipped are not in it. */
export interface ResultRow {
  readonly name: string
  readonly ours: number
  readonly floor: number
  /** `ours / floor`. */
  readonly ratio: number
  readonly unit: string
}

/** The JSON report. */
export function toReport(outcomes: readonly Outcome[]): { readonly results: readonly ResultRow[] } {
  return {
    results: outcomes.flatMap(({ benchmark: { name, unit }, result }) =>
      'skipped' in result
        ? []
        : [
            {
              name,
              ours: round(result.ours),
              floor: round(result.floor),
              ratio: round(result.ours / result.floor),
              unit,
            },
          ],
    ),
  }
}

/** Whether a target holds; undefined where there is none, or nothing was measured. */
export function meetsTarget({ benchmark: { target }, result }: Outcome): boolean | undefined {
  if (target === undefined || 'skipped' in result) return undefined
  const { of, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = target
  const value = of === 'ours' ? result.ours : result.ours / result.floor
  return value >= atLeast && value <= atMost
}

const WIDTHS = [26, 12, 12, 8, 12] as const

/** The first line of the table. */
export function tableHead(): string {
  return `${row(['', 'ours', 'floor', 'ratio', 'unit'])}  target`
}

/** One line of the table. */
export function tableRow(outcome: Outcome): string {
  const { benchmark, result } = outcome
  if ('skipped' in result) return `${benchmark.name.padEnd(WIDTHS[0])}  skipped: ${result.skipped}`
  const ratio = (result.ours / result.floor).toFixed(2)
  const line = row([benchmark.name, formatFigure(result.ours), formatFigure(result.floor), ratio, benchmark.unit])
  const notes = (result.notes ?? []).map((note) => `\n${''.padEnd(WIDTHS[0])}  ${note}`).join('')
  const isMet = meetsTarget(outcome)
  const target = isMet === undefined ? '' : `${describeTarget(benchmark)}: ${isMet ? 'met' : 'MISSED'}`
  return `${line}  ${target}`.trimEnd() + notes
}

/** What a benchmark must reach; empty when it need not reach anything. */
export function describeTarget({ target }: Benchmark): string {
  if (target === undefined) return ''
  return `${target.of} ${target.atLeast === undefined ? `<= ${target.atMost}` : `>= ${target.atLeast}`}`
}

function row([name = '', ...columns]: readonly string[]): string {
  const [nameWidth, ...widths] = WIDTHS
  const cells = columns.map((column, index) =>
    index === columns.length - 1 ? column.padEnd(widths[index] ?? 0) : column.padStart(widths[index] ?? 0),
  )
  return [name.padEnd(nameWidth), ...cells].join('  ')
}

/** A figure for a table. */
export function formatFigure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

/** Four significant digits: a measurement has no more. */
function round(value: number): number {
  return Number(value.toPrecision(4))
}
