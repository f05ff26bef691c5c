import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RangeCover } from './range-cover.js'

const range = fc
  .tuple(fc.nat(29), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]) => ({ start, end: start + length }))

test('a cover agrees with looking at each range', () => {
  fc.assert(
    fc.property(fc.array(range), fc.array(range), (ranges, others) => {
      const cover = new RangeCover(30)
      for (const { start, end } of ranges) cover.add(start, end)
      for (const other of others) {
        expect(cover.holds(other)).toBe(ranges.some(({ start, end }) => start <= other.start && other.end <= end))
      }
    }),
  )
})
