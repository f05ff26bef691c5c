import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern } from './compile-pattern.js'
import { defaultSearchLimits, findPattern } from './find-pattern.js'

function find(pattern: string, text: string, flags = ''): number[][] {
  return findPattern(compilePattern(pattern, flags), text).map(({ start, end }) => [start, end])
}

describe('findPattern', () => {
  test.each([
    {
      name: 'every match',
      pattern: 'E-\\d{4}',
      text: 'E-1234, E-5678',
      ranges: [
        [0, 6],
        [8, 14],
      ],
    },
    { name: 'one digit too few', pattern: 'E-\\d{4}', text: 'E-123', ranges: [] },
    { name: 'the group to mask', pattern: 'pin=(?<mask>\\d+)', text: 'x pin=123;', ranges: [[6, 9]] },
    {
      name: 'the whole match when the group took no part',
      pattern: 'a(?<mask>b)?c',
      text: 'ac abc',
      ranges: [
        [0, 2],
        [4, 5],
      ],
    },
    { name: 'nothing where the group took nothing', pattern: 'pin=(?<mask>\\d*)', text: 'pin= ', ranges: [] },
    { name: 'offsets behind surrogate pairs', pattern: 'b', text: '😀b', ranges: [[2, 3]] },
    { name: 'a surrogate pair as one character', pattern: '.b', text: '😀b', ranges: [[0, 3]] },
    { name: 'beside a lone surrogate', pattern: '\\d+', text: '\ud800 12', ranges: [[2, 4]] },
    { name: 'capitals with the flag', pattern: 'abc', text: 'ABC', flags: 'i', ranges: [[0, 3]] },
    { name: 'no capitals without it', pattern: 'abc', text: 'ABC', ranges: [] },
    { name: 'line starts with the flag', pattern: '^b', text: 'a\nb', flags: 'm', ranges: [[2, 3]] },
    { name: 'only the text start without it', pattern: '^b', text: 'a\nb', ranges: [] },
    { name: 'across lines with the flag', pattern: 'a.b', text: 'a\nb', flags: 's', ranges: [[0, 3]] },
    { name: 'no empty matches', pattern: '\\b(?<mask>)', text: 'a b', ranges: [] },
  ])('$name', ({ pattern, text, flags, ranges }) => {
    expect(find(pattern, text, flags)).toEqual(ranges)
  })

  test('agrees with the native engine, with ranges in order and inside the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '1', '😀', '\n'), maxLength: 40 })
    const pattern = fc.constantFrom('a+b?', '[ab]+c', '(?:a|bc)+', '\\d\\w*', 'b.', '[^a]c', '😀+', 'a{2,3}')
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        const native = [...input.matchAll(new RegExp(source, 'gu'))].map(({ 0: match, index }) => [
          index,
          index + match.length,
        ])
        expect(find(source, input)).toEqual(native)
      }),
    )
  })

  test('behind the last match told apart, the rest of the text counts as one', () => {
    const ranges = findPattern(compilePattern('a'), 'a'.repeat(10), { ...defaultSearchLimits, maxMatches: 3 })
    expect(ranges).toEqual(
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 10],
      ].map(([start, end]) => ({ start, end })),
    )
  })

  test('time that is up after the first match ends the search there, however long one search takes', () => {
    const limits = { ...defaultSearchLimits, baseMs: 0, msPerCodeUnit: 0 }
    expect(findPattern(compilePattern('a.*b|a'), 'a'.repeat(50_000), limits).length).toBeLessThanOrEqual(2)
  })

  test('a search that is quadratic by nature is closed when its time is up', () => {
    const text = 'a'.repeat(9000)
    const ranges = findPattern(compilePattern('a.*b|a'), text, { ...defaultSearchLimits, baseMs: 0, msPerCodeUnit: 0 })
    expect(ranges.length).toBeLessThan(100)
    expect(ranges.at(-1)?.end).toBe(text.length)
  })

  test('nested repetition does not blow up', () => {
    expect(find('(?:a+)+b', `${'a'.repeat(50_000)}c`)).toEqual([])
  })
})
