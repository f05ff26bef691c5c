import { describe, expect, test } from 'vitest'
import type { CaseReport, ConformanceReport, Failure } from './conformance-report.js'
import { formatJunit } from './format-junit.js'
import { formatText } from './format-text.js'

const failure = (level: Failure['level']): Failure => ({
  level,
  expected: '400, error JSON',
  faults: ['status 200 came'],
  came: '200, text/html, <b>\\u0000 & "x"',
  sent: 'POST / HTTP/1.1\\r\\n\nHost: example.com\\r\\n\n',
})

const caseReport = (id: number, outcome: CaseReport['outcome'], probes: CaseReport['probes']): CaseReport => ({
  id,
  group: id < 21 ? 'Routing' : 'Content <type>',
  title: `Case "${id}"`,
  section: '4.4',
  level: 'MUST',
  outcome,
  durationMs: 12,
  ...(id === 1 ? { unseen: 'the log' } : {}),
  probes,
})

const report: ConformanceReport = {
  url: 'http://example.com:8000',
  startedAt: '2025-01-01T00:00:00.000Z',
  durationMs: 1500,
  level: 'SHOULD',
  conforms: false,
  counts: { pass: 1, fail: 1, deviation: 1, skip: 1 },
  missingProcessors: [],
  cases: [
    caseReport(1, 'pass', [{ name: 'one', outcome: 'pass', failures: [] }]),
    caseReport(9, 'skip', [{ name: 'two', outcome: 'skip', reason: 'no URL', failures: [] }]),
    caseReport(24, 'fail', [{ name: 'three', outcome: 'fail', failures: [failure('MUST')] }]),
    caseReport(27, 'deviation', [{ name: 'four', outcome: 'deviation', failures: [failure('SHOULD')] }]),
  ],
}

/** A case of which one probe needs what the suite was not told. */
const partly: ConformanceReport = {
  ...report,
  cases: [
    caseReport(29, 'pass', [
      { name: 'one', outcome: 'pass', failures: [] },
      { name: 'two', outcome: 'skip', reason: 'no <limit>', failures: [] },
    ]),
  ],
}

describe('formatText', () => {
  test('tells what was not checked of a case that passed', () => {
    expect(formatText(partly)).toContain('pass   29  Case "29" (section 4.4)\n             two: skipped, no <limit>\n')
  })

  test('groups the cases, and shows what was sent, expected and came', () => {
    expect(formatText(report)).toBe(
      [
        'Routing',
        '  pass    1  Case "1" (section 4.4)',
        '  skip    9  Case "9" (section 4.4)',
        '             two: skipped, no URL',
        '',
        'Content <type>',
        '  FAIL   24  Case "24" (section 4.4)',
        '             three',
        '               must   400, error JSON',
        '               but    status 200 came',
        '               came   200, text/html, <b>\\u0000 & "x"',
        '               sent   POST / HTTP/1.1\\r\\n',
        '                      Host: example.com\\r\\n',
        '  dev    27  Case "27" (section 4.4)',
        '             four',
        '               should 400, error JSON',
        '               but    status 200 came',
        '               came   200, text/html, <b>\\u0000 & "x"',
        '               sent   POST / HTTP/1.1\\r\\n',
        '                      Host: example.com\\r\\n',
        '',
        '4 cases against http://example.com:8000 in 1.5 s: 1 passed, 1 failed, 1 deviated from a SHOULD, 1 skipped.',
        'The server does not conform at level SHOULD.',
        '',
      ].join('\n'),
    )
  })

  test('tells about missing fixtures, and more when asked', () => {
    const text = formatText({ ...report, missingProcessors: ['Suite:rp'], conforms: true }, { verbose: true })
    expect(text).toContain('does not list the fixture processors Suite:rp')
    expect(text).toContain('The server conforms at level SHOULD.')
    expect(text).toContain('one: pass')
    expect(text).toContain('unseen: the log')
  })
})

describe('formatJunit', () => {
  test('tells what was not checked of a case that passed', () => {
    const xml = formatJunit(partly)
    expect(xml).toContain('<system-out>two: no &lt;limit&gt;</system-out></testcase>')
    expect(xml).toContain('failures="0" errors="0" skipped="0"')
  })

  test('has a suite for each group and a test for each case, escaped', () => {
    const xml = formatJunit(report)
    expect(xml).toContain('<testsuite name="Routing" tests="2" failures="0" errors="0" skipped="1" time="0.024">')
    expect(xml).toContain(
      '<testsuite name="Content &lt;type&gt;" tests="2" failures="2" errors="0" skipped="0" time="0.024">',
    )
    expect(xml).toContain('<testcase classname="Routing" name="[protocol 1] Case &quot;1&quot;" time="0.012"/>')
    expect(xml).toContain('<skipped message="two: no URL"/>')
    expect(xml).toContain('came: 200, text/html, &lt;b&gt;\\u0000 &amp; &quot;x&quot;')
    expect(xml.match(/<failure /g)).toHaveLength(2)
  })

  test('keeps a deviation out of the failures at level MUST', () => {
    const xml = formatJunit({ ...report, level: 'MUST' })
    expect(xml.match(/<failure /g)).toHaveLength(1)
    expect(xml).toContain('<system-out>four: SHOULD 400, error JSON')
  })

  test('replaces what XML cannot hold', () => {
    const probes = [{ name: '\u0000\ud800', outcome: 'skip', reason: 'x', failures: [] }] as const
    expect(formatJunit({ ...report, cases: [caseReport(1, 'skip', probes)] })).toContain('message="\ufffd\ufffd: x"')
  })
})
