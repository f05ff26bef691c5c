import { expect, test } from 'vitest'
import { countTests } from './test-counts.mjs'

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each, index) => ({ status: each, fullName: `test ${index}` })),
})

test.each([
  { name: 'all green', files: [file('passed', 'passed', 'passed')], isGood: true, passed: 2, failed: 0 },
  { name: 'a failed test', files: [file('failed', 'passed', 'failed')], isGood: false, passed: 1, failed: 1 },
  {
    name: 'a file that does not load',
    files: [file('passed', 'passed'), file('failed')],
    isGood: false,
    passed: 1,
    failed: 1,
  },
  { name: 'an error outside of any test', files: [file('passed', 'passed')], isGood: false, passed: 1, failed: 1 },
  { name: 'no report', files: undefined, isGood: false, passed: 0, failed: 1 },
])('$name', ({ files, isGood, passed, failed }) => {
  const report = files && { testResults: files }
  expect(countTests(report, isGood)).toEqual({ passed, failed, skipped: [] })
})

test('skipped tests are named', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped', 'todo')] }
  expect(countTests(report, true)).toEqual({ passed: 1, failed: 0, skipped: ['test 1', 'test 2'] })
})
