import { describeTarget, formatFigure, meetsTarget, type Outcome } from './report.js'

/** Under what the figures of one run came about. */
export interface Conditions {
  /** Versions, processor and cores in one line. Figures of another machine are not kept beside new ones. */
  readonly machine: string
  /** Day of the run, and what else kept the machine busy when it began. */
  readonly measured: string
}

const START = '<!-- figures of `npm run bench -- --markdown`, do not edit -->'
const END = '<!-- end of the figures -->'
const HEAD = [
  '| benchmark | ours | floor | ratio | unit | target | notes | measured |',
  '| --- | ---: | ---: | ---: | --- | --- | --- | --- |',
]

/**
 * Writes the figures into a page, between its two marks. Rows of benchmarks that did not run stay, as long as they are
 * from the same machine.
 *
 * @param names every benchmark there is, in the order of the table.
 * @throws Error when the page does not have the marks.
 */
export function updatePage(
  page: string,
  outcomes: readonly Outcome[],
  { machine, measured }: Conditions,
  names: readonly string[],
): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)]
  if (start === -1 || end < start) throw new Error(`The page must have the lines "${START}" and "${END}".`)
  const before = page.slice(start + START.length, end).split('\n')
  const rows = new Map<string, string>()
  if (before.includes(machine)) {
    for (const line of before) {
      const name = /^\| `([^`]+)` \|/.exec(line)?.[1]
      if (name !== undefined) rows.set(name, line)
    }
  }
  for (const outcome of outcomes) rows.set(outcome.benchmark.name, toRow(outcome, measured))
  const sorted = names.flatMap((name) => rows.get(name) ?? [])
  const block = [START, '', machine, '', ...HEAD, ...sorted, '', END].join('\n')
  return page.slice(0, start) + block + page.slice(end + END.length)
}

function toRow({ benchmark, result }: Outcome, measured: string): string {
  const name = `\`${benchmark.name}\``
  if ('skipped' in result)
    return toCells([name, '', '', '', benchmark.unit, '', `skipped: ${result.skipped}`, measured])
  const { ours, floor, notes = [] } = result
  const isMet = meetsTarget({ benchmark, result })
  const target = describeTarget(benchmark)
  return toCells([
    name,
    formatFigure(ours),
    formatFigure(floor),
    (ours / floor).toFixed(2),
    benchmark.unit,
    isMet === undefined ? '' : `${target}: ${isMet ? 'met' : '**missed**'}`,
    notes.join('; '),
    measured,
  ])
}

function toCells(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
