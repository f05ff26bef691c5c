import { type CaseReport, type ConformanceReport, groupCases, type ProbeReport } from './conformance-report.js'

/**
 * The report as JUnit XML, the form that most CI systems read: a suite for each group, a test for each case. A
 * deviation is a failure at level `SHOULD` and output of a passed test at level `MUST`, as is the reason of a probe that was
 * skipped.
 */
export function formatJunit(report: ConformanceReport): string {
  const groups = groupCases(report.cases)
  const suites = groups.map(([name, cases]) => {
    const failures = cases.filter((subject) => isFatal(subject, report)).length
    const skipped = cases.filter(({ outcome }) => outcome === 'skip').length
    const seconds = toSeconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0))
    return [
      `  <testsuite name="${escapeXml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${seconds}">`,
      ...cases.map((subject) => formatCase(name, subject, report)),
      '  </testsuite>',
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="conformance">\n${suites.join('\n')}\n</testsuites>\n`
}

function formatCase(group: string, subject: CaseReport, report: ConformanceReport): string {
  const { id, title, outcome, durationMs, probes } = subject
  const name = escapeXml(`[protocol ${id}] ${title}`)
  const head = `    <testcase classname="${escapeXml(group)}" name="${name}" time="${toSeconds(durationMs)}"`
  const text = escapeXml(probes.flatMap(formatProbe).join('\n'))
  if (outcome === 'pass' && text === '') return `${head}/>`
  if (outcome === 'skip') return `${head}><skipped message="${text}"/></testcase>`
  return isFatal(subject, report)
    ? `${head}><failure message="${escapeXml(`section ${subject.section}`)}">${text}</failure></testcase>`
    : `${head}><system-out>${text}</system-out></testcase>`
}

function formatProbe({ name, reason, failures }: ProbeReport): string[] {
  if (reason !== undefined) return [`${name}: ${reason}`]
  return failures.map(
    ({ level, expected, faults, came, sent }) =>
      `${name}: ${level} ${expected}\nbut: ${faults.join('; ')}\ncame: ${came}\nsent: ${sent}`,
  )
}

function isFatal({ outcome }: CaseReport, { level }: ConformanceReport): boolean {
  return outcome === 'fail' || (outcome === 'deviation' && level === 'SHOULD')
}

function toSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Text for an attribute or an element. XML 1.0, section 2.2, has no place for most control characters, even as references. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? '')
}
