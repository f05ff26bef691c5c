import { meetsTarget, type Outcome } from '../report.js'
import type { MeasuredQuality } from './measure-quality.js'
import { isReached, type QualityTarget } from './targets.js'

/** A target beside the figure. */
export interface Verdict {
  readonly subject: string
  readonly what: string
  readonly target: string
  readonly figure: string
  /** `undefined` where nothing was measured, or nothing is wanted. */
  readonly isReached: boolean | undefined
}

/** How the quality compares with its targets. */
export function qualityVerdict(
  { processor, what, atLeast, atMost, read }: QualityTarget,
  { detectors, comparedLanguages }: MeasuredQuality,
): Verdict {
  const value = read(processor === 'language-id' ? comparedLanguages : detectors)
  return {
    subject: processor,
    what,
    target: boundOf({ atLeast, atMost }),
    figure: value === undefined ? 'no data' : value.toFixed(3),
    isReached: value === undefined ? undefined : isReached({ atLeast, atMost }, value),
  }
}

/** How a timing compares with its target. */
export function speedVerdict(outcome: Outcome): Verdict {
  const { benchmark, result } = outcome
  const { name, about, target, unit } = benchmark
  const common = { subject: name, what: about, target: '', isReached: meetsTarget(outcome) }
  if ('skipped' in result) return { ...common, figure: `skipped: ${result.skipped}` }
  const ours = `${result.ours.toPrecision(3)} ${unit}`
  if (target?.of !== 'ratio') return { ...common, target: boundOf(target ?? {}), figure: ours }
  return {
    ...common,
    target: `ratio ${boundOf(target)}`,
    figure: `${(result.ours / result.floor).toFixed(2)} (${ours})`,
  }
}

function boundOf({
  atLeast,
  atMost,
}: {
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
}): string {
  if (atLeast !== undefined) return `>= ${atLeast}`
  return atMost === undefined ? '' : `<= ${atMost}`
}

/** The verdicts as a table of Markdown that can be read as it is. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const rows = [
    ['', 'what', 'target', 'figure', ''],
    ...verdicts.map(({ subject, what, target, figure, isReached }) => [
      subject,
      what,
      target,
      figure,
      isReached === undefined ? '' : isReached ? 'reached' : '**missed**',
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 3))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n')
}
