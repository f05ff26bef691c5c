import { describe, expect, test } from 'vitest'
import type { Report, ReportRow } from '../report/report.js'
import { baselineSchema, compareWithBaseline, formatShortfall } from './compare-with-baseline.js'

const row = (fields: Partial<ReportRow>): ReportRow => ({ processor: 'a', n: 9, positives: 4, ...fields })
const report = (rows: readonly ReportRow[], names = ['a']): Report => ({
  rows,
  labelledTypes: [],
  foundTypes: [],
  categories: [],
  errors: [],
  processors: names.map((name) => ({ name, id: `acme:${name}`, version: '1' })),
  data: [],
  settings: { falsePositiveRate: 0.01 },
})
const baseline = (...rows: readonly Partial<ReportRow>[]) =>
  baselineSchema.parse({ rows: rows.map((each) => row(each)) })

describe('compareWithBaseline', () => {
  test.each([
    { name: 'the same', now: { recall: 0.9 }, before: { recall: 0.9 }, worse: [] },
    { name: 'better', now: { recall: 0.91, fpr: 0.01 }, before: { recall: 0.9, fpr: 0.02 }, worse: [] },
    { name: 'less where more is better', now: { recall: 0.8999 }, before: { recall: 0.9 }, worse: ['recall'] },
    { name: 'more where less is better', now: { fpr: 0.0101 }, before: { fpr: 0.01 }, worse: ['fpr'] },
    { name: 'within the tolerance', now: { recall: 0.89 }, before: { recall: 0.9 }, tolerance: 0.01, worse: [] },
    { name: 'beyond it', now: { recall: 0.8899 }, before: { recall: 0.9 }, tolerance: 0.01, worse: ['recall'] },
    { name: 'a figure that is gone', now: {}, before: { auc: 0.9 }, worse: ['auc'] },
    { name: 'a figure that is new', now: { auc: 0.1 }, before: {}, worse: [] },
    {
      name: 'speed, sizes and thresholds, which are not held',
      now: { microsecondsPerKb: 9, n: 1, threshold: 0.1 },
      before: { microsecondsPerKb: 1, n: 9, threshold: 0.9 },
      worse: [],
    },
  ])('$name', ({ now, before, tolerance, worse }) => {
    const shortfalls = compareWithBaseline(report([row(now)]), baseline(before), { tolerance })
    expect(shortfalls.map(({ figure }) => figure)).toEqual(worse)
  })

  test('rows are matched by processor, source, part and language', () => {
    const now = report([row({ source: 's', recall: 0.5 }), row({ source: 's', language: 'de', recall: 0.9 })])
    const before = baseline({ source: 's', language: 'de', recall: 0.9 }, { source: 's', kind: 'word', recall: 0.1 })
    expect(compareWithBaseline(now, before)).toEqual([
      { processor: 'a', source: 's', kind: 'word', figure: 'recall', expected: 0.1, measured: undefined },
    ])
  })

  test('a processor that was not measured is passed over', () => {
    expect(compareWithBaseline(report([row({})]), baseline({ processor: 'b', recall: 0.9 }))).toEqual([])
  })
})

test.each([
  {
    shortfall: { processor: 'a', source: 's', language: 'de', figure: 'recall', expected: 0.9, measured: 0.85 },
    says: "a, s, de: recall is 0.85, 0.05 below the baseline's 0.9",
  },
  {
    shortfall: { processor: 'a', figure: 'fpr', expected: 0.01, measured: 0.03 },
    says: "a, all sources: fpr is 0.03, 0.02 above the baseline's 0.01",
  },
  {
    shortfall: { processor: 'a', figure: 'auc', expected: 0.9, measured: undefined },
    says: 'a, all sources: auc was not measured; the baseline has 0.9',
  },
])('$says', ({ shortfall, says }) => {
  expect(formatShortfall(shortfall)).toBe(says)
})

test.each([{}, { rows: {} }, { rows: [{ source: 'a' }] }, { rows: [{ processor: 'a', recall: '0.9' }] }])(
  '%j is no baseline',
  (document) => {
    expect(baselineSchema.safeParse(document).success).toBe(false)
  },
)
