import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeRanges, replaceRanges, sortRanges } from './text-range.js'

const range = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]) => ({ start, end: start + length }))

describe('sortRanges', () => {
  test('sorts by start, the longer of two first', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        expect(sortRanges(ranges)).toEqual(ranges.toSorted((a, b) => a.start - b.start || b.end - a.end))
      }),
    )
  })

  test('makes no copy of what is in order', () => {
    const ranges = [0, 1, 2].map((start) => ({ start, end: 4 }))
    expect(sortRanges(ranges)).toBe(ranges)
  })
})

describe('mergeRanges', () => {
  test.each([
    { name: 'none', ranges: [], merged: [] },
    {
      name: 'out of order',
      ranges: [
        [5, 6],
        [1, 2],
      ],
      merged: [
        [1, 2],
        [5, 6],
      ],
    },
    {
      name: 'overlapping',
      ranges: [
        [1, 4],
        [3, 6],
      ],
      merged: [[1, 6]],
    },
    {
      name: 'one inside the other',
      ranges: [
        [2, 3],
        [1, 6],
      ],
      merged: [[1, 6]],
    },
    {
      name: 'touching stay apart',
      ranges: [
        [1, 3],
        [3, 5],
      ],
      merged: [
        [1, 3],
        [3, 5],
      ],
    },
  ])('$name', ({ ranges, merged }) => {
    const toRange = ([start = 0, end = 0]: number[]) => ({ start, end })
    expect(mergeRanges(ranges.map(toRange))).toEqual(merged.map(toRange))
  })

  test('the outcome is sorted, disjoint, and covers the same places', () => {
    const places = (ranges: readonly { start: number; end: number }[]) =>
      new Set(ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)))
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const merged = mergeRanges(ranges)
        expect(places(merged)).toEqual(places(ranges))
        for (const [index, { start }] of merged.entries()) {
          expect(start).toBeGreaterThanOrEqual(merged[index - 1]?.end ?? 0)
        }
      }),
    )
  })
})

describe('replaceRanges', () => {
  test('replaces from the left, whatever the order and length of the replacements', () => {
    const replacements = [
      { start: 6, end: 11, replacement: 'all of you' },
      { start: 0, end: 5, replacement: 'bye' },
    ]
    expect(replaceRanges('hello world!', replacements)).toBe('bye all of you!')
  })

  test('overlapping ranges are replaced once, by the one that starts first', () => {
    const replacements = [
      { start: 3, end: 8, replacement: 'B' },
      { start: 0, end: 5, replacement: 'A' },
    ]
    expect(replaceRanges('0123456789', replacements)).toBe('A89')
  })

  test('what is outside all ranges stays, in order', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 41, maxLength: 60 }), fc.array(range), (text, ranges) => {
        const kept = [...mergeRanges(ranges), { start: text.length, end: text.length }].map(({ start }, index, all) =>
          text.slice(all[index - 1]?.end ?? 0, start),
        )
        const replaced = replaceRanges(
          text,
          ranges.map((each) => ({ ...each, replacement: '' })),
        )
        expect(replaced).toBe(kept.join(''))
      }),
    )
  })
})
