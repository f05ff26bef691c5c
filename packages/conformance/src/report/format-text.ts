import {
  type CaseReport,
  type ConformanceReport,
  type Failure,
  groupCases,
  type Outcome,
} from './conformance-report.js'

const labels: Readonly<Record<Outcome, string>> = { pass: 'pass', fail: 'FAIL', deviation: 'dev ', skip: 'skip' }

/** How {@link formatText} writes. */
export interface TextOptions {
  /** Also list the probes that passed, and what an outside client cannot see. Default: false. */
  readonly verbose?: boolean
}

/** The report for a person: cases by group, for a failure what was sent, expected and came, then the counts. */
export function formatText(report: ConformanceReport, { verbose = false }: TextOptions = {}): string {
  const lines: string[] = []
  for (const [name, cases] of groupCases(report.cases)) {
    lines.push(name)
    for (const subject of cases) lines.push(...formatCase(subject, verbose))
    lines.push('')
  }
  return `${[...lines, formatSummary(report)].join('\n')}\n`
}

/** The lines of one case: its outcome, what did not hold, and what was not checked. */
export function formatCase(subject: CaseReport, verbose = false): string[] {
  const { id, title, section, outcome, probes, unseen } = subject
  const lines = [`  ${labels[outcome]} ${String(id).padStart(4)}  ${title} (section ${section})`]
  for (const probe of probes) {
    if (probe.reason !== undefined) {
      lines.push(`             ${probe.name}: skipped, ${probe.reason}`)
    } else if (verbose && probe.outcome === 'pass') lines.push(`             ${probe.name}: pass`)
    for (const failure of probe.failures) lines.push(...formatFailure(probe.name, failure))
  }
  if (verbose && unseen !== undefined) lines.push(`             unseen: ${unseen}`)
  return lines
}

/** One paragraph: the counts, the verdict, and what to do about missing fixtures. */
export function formatSummary({
  url,
  counts,
  level,
  conforms,
  durationMs,
  missingProcessors,
}: ConformanceReport): string {
  const total = counts.pass + counts.fail + counts.deviation + counts.skip
  const said = [
    `${total} ${total === 1 ? 'case' : 'cases'} against ${url} in ${(durationMs / 1000).toFixed(1)} s: ${counts.pass} passed, ${counts.fail} failed, ` +
      `${counts.deviation} deviated from a SHOULD, ${counts.skip} skipped.`,
  ]
  if (missingProcessors.length > 0) {
    said.push(
      `The server does not list the fixture processors ${missingProcessors.join(', ')}, without which most cases fail; ` +
        'see the fixture contract.',
    )
  }
  said.push(`The server ${conforms ? 'conforms' : 'does not conform'} at level ${level}.`)
  return said.join('\n')
}

function formatFailure(probe: string, { level, expected, faults, came, sent }: Failure): string[] {
  return [
    `             ${probe}`,
    ...field(level.toLowerCase(), expected),
    ...faults.flatMap((fault) => field('but', fault)),
    ...field('came', came),
    ...(sent === '' ? [] : field('sent', sent)),
  ]
}

function field(name: string, text: string): string[] {
  const [first, ...others] = text.trimEnd().split('\n')
  return [`               ${name.padEnd(7)}${first}`, ...others.map((line) => `${' '.repeat(22)}${line}`)]
}
