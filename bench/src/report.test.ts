import { describe, expect, test } from 'vitest'
import type { Benchmark, Measurement, Skipped, Target } from './benchmark.js'
import { meetsTarget, tableRow, toReport } from './report.js'

function outcome(result: Measurement | Skipped, target?: Target) {
  const benchmark: Benchmark = {
    name: 'a-name',
    about: 'what it measures',
    unit: 'ms',
    ...(target && { target }),
    measure: async () => result,
  }
  return { benchmark, result }
}

describe('a target', () => {
  test.each<{ ours: number; target?: Target; met: boolean | undefined }>([
    { ours: 40, target: { of: 'ratio', atLeast: 0.4 }, met: true },
    { ours: 39, target: { of: 'ratio', atLeast: 0.4 }, met: false },
    { ours: 150, target: { of: 'ratio', atMost: 1.5 }, met: true },
    { ours: 151, target: { of: 'ratio', atMost: 1.5 }, met: false },
    { ours: 1000, target: { of: 'ours', atMost: 1000 }, met: true },
    { ours: 1001, target: { of: 'ours', atMost: 1000 }, met: false },
    { ours: Number.NaN, target: { of: 'ours', atMost: 1000 }, met: false },
    { ours: 1, met: undefined },
  ])('$ours of 100 with $target: $met', ({ ours, target, met }) => {
    const measured = outcome({ ours, floor: 100 }, target)
    expect(meetsTarget(measured)).toBe(met)
    const said = /: (met|MISSED)$/.exec(tableRow(measured))?.[1]
    expect(said).toBe(met === undefined ? undefined : met ? 'met' : 'MISSED')
  })

  test('of what was skipped is neither met nor missed', () => {
    expect(meetsTarget(outcome({ skipped: 'no Python' }, { of: 'ratio', atLeast: 30 }))).toBeUndefined()
  })
})

test('a skipped benchmark is in the table with its reason, and not in the report', () => {
  const skipped = outcome({ skipped: 'no Python' })
  expect(tableRow(skipped)).toMatch(/^a-name +skipped: no Python$/)
  expect(toReport([skipped, outcome({ ours: 1, floor: 3 })])).toEqual({
    results: [{ name: 'a-name', ours: 1, floor: 3, ratio: 0.3333, unit: 'ms' }],
  })
})

test('notes stand below', () => {
  expect(tableRow(outcome({ ours: 12_345.6, floor: 0.01234, notes: ['one', 'two'] })).split('\n')).toEqual([
    expect.stringMatching(/^a-name +12,346 +0\.0123 +1000453\.81 +ms$/),
    `${' '.repeat(28)}one`,
    `${' '.repeat(28)}two`,
  ])
})
