import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSpans } from './spans.js'

const range = (start: number, end: number, type = 'x') => ({ start, end, type })
const sameType = (labelled: string, found: string) => labelled === found

describe('compareSpans', () => {
  test.each([
    { name: 'same bounds', labelled: [range(2, 5)], found: [range(2, 5)], met: ['exact'], metFound: ['exact'] },
    {
      name: 'one code unit in common',
      labelled: [range(2, 5)],
      found: [range(4, 9)],
      met: ['overlap'],
      metFound: ['overlap'],
    },
    { name: 'touching only', labelled: [range(2, 5)], found: [range(5, 9)], met: [undefined], metFound: [undefined] },
    {
      name: 'another type',
      labelled: [range(2, 5)],
      found: [range(2, 5, 'y')],
      met: [undefined],
      metFound: [undefined],
    },
    {
      name: 'one finding over two labels',
      labelled: [range(0, 3), range(5, 8)],
      found: [range(0, 8)],
      met: ['overlap', 'overlap'],
      metFound: ['overlap'],
    },
    {
      name: 'the best of two findings counts',
      labelled: [range(0, 8)],
      found: [range(1, 3), range(0, 8)],
      met: ['exact'],
      metFound: ['overlap', 'exact'],
    },
    { name: 'nothing found', labelled: [range(0, 8)], found: [], met: [undefined], metFound: [] },
  ])('$name', ({ labelled, found, met, metFound }) => {
    const comparison = compareSpans(labelled, found, sameType)
    expect(comparison.labelled.map((each) => each.met)).toEqual(met)
    expect(comparison.found.map((each) => each.met)).toEqual(metFound)
  })

  test('what is labelled is met exactly by itself', () => {
    const ranges = fc.array(
      fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 9 })).map(([start, length]) => range(start, start + length)),
    )
    fc.assert(
      fc.property(ranges, (spans) => {
        expect(compareSpans(spans, spans, sameType).labelled.every(({ met }) => met === 'exact')).toBe(true)
      }),
    )
  })
})
