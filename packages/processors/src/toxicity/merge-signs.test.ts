import { expect, test } from 'vitest'
import type { ToxicitySign } from './detect-toxicity.js'
import { mergeSigns } from './merge-signs.js'

const sign = (start: number, end: number, score: number): ToxicitySign => ({
  ...{ start, end, score },
  kind: 'hate',
  severity: 'high',
  rule: `rule-${score}`,
})

test('what overlaps becomes one with the score of the surest; what touches stays apart', () => {
  expect(mergeSigns([sign(8, 9, 0.6), sign(2, 6, 0.9), sign(0, 4, 0.7), sign(6, 8, 0.5)])).toEqual([
    { ...sign(0, 6, 0.9) },
    sign(6, 8, 0.5),
    sign(8, 9, 0.6),
  ])
})
