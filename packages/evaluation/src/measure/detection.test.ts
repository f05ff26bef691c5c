import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accuracyOf,
  areaUnderCurve,
  balancedAccuracyOf,
  f1Of,
  falsePositiveRateOf,
  precisionOf,
  recallOf,
} from './detection.js'

describe('figures of a confusion', () => {
  const confusion = { truePositives: 2, falseNegatives: 1, falsePositives: 1, trueNegatives: 3 }
  const onlyNegatives = { truePositives: 0, falseNegatives: 0, falsePositives: 0, trueNegatives: 3 }
  const onlyPositives = { truePositives: 0, falseNegatives: 2, falsePositives: 0, trueNegatives: 0 }

  test.each([
    { name: 'precision', of: precisionOf, expected: 2 / 3, negatives: undefined, positives: undefined },
    { name: 'recall', of: recallOf, expected: 2 / 3, negatives: undefined, positives: 0 },
    { name: 'F1', of: f1Of, expected: 2 / 3, negatives: undefined, positives: 0 },
    { name: 'false-positive rate', of: falsePositiveRateOf, expected: 1 / 4, negatives: 0, positives: undefined },
    { name: 'accuracy', of: accuracyOf, expected: 5 / 7, negatives: 1, positives: 0 },
    {
      name: 'balanced accuracy',
      of: balancedAccuracyOf,
      expected: (2 / 3 + 3 / 4) / 2,
      negatives: undefined,
      positives: undefined,
    },
  ])('$name', ({ of, expected, negatives, positives }) => {
    expect(of(confusion)).toBeCloseTo(expected, 12)
    expect(of(onlyNegatives)).toBe(negatives)
    expect(of(onlyPositives)).toBe(positives)
  })
})

describe('area under the curve', () => {
  test.each([
    { name: 'told apart', positives: [2, 3], negatives: [0, 1], area: 1 },
    { name: 'the wrong way round', positives: [0], negatives: [1, 2], area: 0 },
    { name: 'all alike', positives: [1, 1], negatives: [1, 1, 1], area: 0.5 },
    { name: 'one tie', positives: [1, 2], negatives: [1, 0], area: 0.875 },
    { name: 'no positive row', positives: [], negatives: [1], area: undefined },
    { name: 'no negative row', positives: [1], negatives: [], area: undefined },
  ])('$name: $area', ({ positives, negatives, area }) => {
    expect(areaUnderCurve(positives, negatives)).toBe(area)
  })

  test('equals the share of pairs in the right order', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const wins = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0) as number))
        const expected = wins.reduce((sum, win) => sum + win, 0) / wins.length
        expect(areaUnderCurve(positives, negatives)).toBeCloseTo(expected, 9)
      }),
    )
  })
})
