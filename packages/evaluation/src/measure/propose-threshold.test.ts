import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countReaching, proposeThreshold } from './propose-threshold.js'

const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 0.999, 0.9991, 1))
const scores = fc.array(score, { maxLength: 40 })
const someScores = fc.array(score, { minLength: 1, maxLength: 40 })

test.each([
  { name: 'between two scores', positives: [0.9], negatives: [0.31, 0.2], rate: 0.01, threshold: 0.9 },
  { name: 'as few decimals as tell them apart', positives: [0.98765], negatives: [0.9812], rate: 0, threshold: 0.987 },
  { name: 'one false alarm allowed', positives: [0.9], negatives: [0.8, 0.4, 0.3, 0.2], rate: 0.25, threshold: 0.8 },
  { name: 'a share that allows no whole row', positives: [0.9], negatives: [0.8, 0.4], rate: 0.4, threshold: 0.9 },
  {
    name: 'every negative allowed: the lowest score',
    positives: [0.9],
    negatives: [0.2, 0.1],
    rate: 1,
    threshold: 0.1,
  },
  { name: 'no negative row', positives: [0.9], negatives: [], rate: 0.01, threshold: undefined },
  { name: 'scores below zero', positives: [-1.25], negatives: [-3], rate: 0, threshold: -2 },
])('$name', ({ positives, negatives, rate, threshold }) => {
  expect(proposeThreshold(positives, negatives, rate)).toBe(threshold)
})

test('the rate is kept, and at the next lower score it is not', () => {
  fc.assert(
    fc.property(scores, someScores, fc.double({ min: 0, max: 0.99, noNaN: true }), (positives, negatives, rate) => {
      const threshold = proposeThreshold(positives, negatives, rate) ?? Number.NaN
      expect(countReaching(negatives, threshold) / negatives.length).toBeLessThanOrEqual(rate)
      const below = Math.max(...negatives.filter((score) => score < threshold))
      expect(countReaching(negatives, below) / negatives.length).toBeGreaterThan(rate)
    }),
  )
})

test('no positive row is lost that could be found at the rate', () => {
  fc.assert(
    fc.property(someScores, someScores, fc.constantFrom(0, 0.01, 0.1, 0.5), (positives, negatives, rate) => {
      const found = countReaching(positives, proposeThreshold(positives, negatives, rate) ?? Number.NaN)
      const thresholds = [...positives, ...negatives].filter(
        (threshold) => countReaching(negatives, threshold) / negatives.length <= rate,
      )
      expect(found).toBe(Math.max(0, ...thresholds.map((threshold) => countReaching(positives, threshold))))
    }),
  )
})
