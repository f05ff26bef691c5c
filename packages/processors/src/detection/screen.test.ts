import { describe, expect, test } from 'vitest'
import { MAX_LISTED_FINDINGS } from './finding.js'
import { fixedMask } from './mask.js'
import type { Rule } from './rule.js'
import { screenTexts } from './screen.js'

const rule = (type: string, action: Rule['action']): Rule => ({ type, action, mask: fixedMask(`[${type}]`) })
const message = (text: string) => [{ kind: 'message' as const, index: 3, text }]

describe('screenTexts', () => {
  test('reports every match, and masks overlapping ones once', () => {
    const found = screenTexts(message('ab cd ef'), [rule('a', 'mask'), rule('b', 'mask')], () => [
      { rule: 1, start: 3, end: 8 },
      { rule: 0, start: 0, end: 5 },
    ])
    expect(found.findings).toEqual([
      { type: 'a', message: 3, range: { start: 0, end: 5 } },
      { type: 'b', message: 3, range: { start: 3, end: 8 } },
    ])
    expect(found.masked).toEqual(new Map([[3, '[a]']]))
  })

  test('lists the first findings, counts and masks them all', () => {
    const text = 'ab'.repeat(5000)
    const found = screenTexts(message(text), [rule('a', 'mask'), rule('b', 'reject'), rule('c', 'detect')], () => [
      ...Array.from({ length: 10_000 }, (_, start) => ({ rule: start % 2, start, end: start + 1 })),
      { rule: 2, start: 9999, end: 10_000 },
    ])
    expect(found).toMatchObject({ count: 10_001, rejecting: 5000, types: new Set(['a', 'b', 'c']) })
    expect(found.findings).toHaveLength(MAX_LISTED_FINDINGS)
    expect(found.findings.at(-1)).toEqual({ type: 'b', message: 3, range: { start: 99, end: 100 } })
    expect(found.masked.get(3)).toBe('[a]b'.repeat(5000))
  })

  test('only rules that mask change the text, and only rules that reject count as rejecting', () => {
    const rules = [rule('a', 'detect'), rule('b', 'reject')]
    const found = screenTexts(message('abc'), rules, () => [
      { rule: 0, start: 0, end: 1 },
      { rule: 1, start: 1, end: 2 },
    ])
    expect(found).toMatchObject({ rejecting: 1, masked: new Map() })
  })

  test.each([
    { name: 'the whole replacement', text: 'is [a] so', start: 3, end: 6, count: 0 },
    { name: 'a part of the replacement', text: 'is [a] so', start: 4, end: 5, count: 0 },
    { name: 'the replacement and more', text: 'is [a] so', start: 3, end: 7, count: 1 },
    { name: 'the same letter elsewhere', text: 'is (a) so', start: 4, end: 5, count: 1 },
    { name: 'next to a replacement', text: '[a]a', start: 3, end: 4, count: 1 },
    { name: 'a part of the replacement of another rule', text: 'is [bb] so', start: 4, end: 5, count: 0 },
  ])('a match that is $name counts $count times', ({ text, start, end, count }) => {
    const screening = screenTexts(message(text), [rule('a', 'mask'), rule('bb', 'detect')], () => [
      { rule: 0, start, end },
    ])
    expect(screening.count).toBe(count)
  })
})
