import { describe, expect, test } from 'vitest'
import { isReached, qualityTargets } from './targets.js'
import { speedVerdict, verdictTable } from './verdicts.js'

describe('isReached', () => {
  test.each([
    { target: { atLeast: 0.95 }, value: 0.95, expected: true },
    { target: { atLeast: 0.95 }, value: 0.9499, expected: false },
    { target: { atMost: 0.01 }, value: 0.01, expected: true },
    { target: { atMost: 0.01 }, value: 0.011, expected: false },
    { target: { atMost: 0 }, value: 0, expected: true },
  ])('$target of $value: $expected', ({ target, value, expected }) => {
    expect(isReached(target, value)).toBe(expected)
  })

  test('each target has one bound', () => {
    expect(qualityTargets.filter(({ atLeast, atMost }) => (atLeast === undefined) === (atMost === undefined))).toEqual(
      [],
    )
  })
})

test('a timing is told by its ratio where that is the target', () => {
  const benchmark = {
    name: 'growth-pii',
    about: 'a',
    unit: 'ns/char',
    target: { of: 'ratio', atMost: 1.3 },
    measure: async () => ({ ours: 12, floor: 10 }),
  } as const
  expect(speedVerdict({ benchmark, result: { ours: 12, floor: 10 } })).toEqual({
    subject: 'growth-pii',
    what: 'a',
    target: 'ratio <= 1.3',
    figure: '1.20 (12.0 ns/char)',
    isReached: true,
  })
  expect(speedVerdict({ benchmark, result: { ours: 14, floor: 10 } }).isReached).toBe(false)
})

test('the table is Markdown with aligned columns', () => {
  const verdict = { subject: 'pii', what: 'recall', target: '>= 0.95', figure: '0.940', isReached: false }
  expect(verdictTable([verdict])).toBe(`|     | what   | target  | figure |            |
| --- | ------ | ------- | ------ | ---------- |
| pii | recall | >= 0.95 | 0.940  | **missed** |`)
})
