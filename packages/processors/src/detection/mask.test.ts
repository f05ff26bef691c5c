import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asteriskMask, fixedMask, hashMask, type Mask, partialMask } from './mask.js'

const masks: Readonly<Record<string, Mask>> = {
  fixed: fixedMask('[CODE]'),
  asterisks: asteriskMask,
  partial: partialMask,
  hash: hashMask('code', 'a key for these tests'),
}

describe('replacements', () => {
  test.each([
    { mask: 'fixed', matched: 'abcdefghijkl', replacement: '[CODE]' },
    { mask: 'asterisks', matched: 'abc', replacement: '***' },
    { mask: 'partial', matched: 'abcdefghijkl', replacement: '********ijkl' },
    { mask: 'partial', matched: 'abcdefghijk', replacement: '***********' },
    { mask: 'partial', matched: 'abcdefgh😀ab\ude00', replacement: '*************' },
  ])('$mask of $matched', ({ mask, matched, replacement }) => {
    expect(masks[mask]?.replace(matched)).toBe(replacement)
  })

  test('a hash is the same for the same match, and another for another match or key', () => {
    const hash = masks.hash?.replace('abc')
    expect(hash).toMatch(/^\[CODE#[\da-f]{16}\]$/)
    expect(masks.hash?.replace('abc')).toBe(hash)
    expect(masks.hash?.replace('abd')).not.toBe(hash)
    expect(hashMask('code', 'another key, as long').replace('abc')).not.toBe(hash)
  })

  test.each(Object.entries(masks))('%s: a replacement is found again, whole', (_, mask) => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.stringMatching(/^[a-z ]{0,10}$/),
        (matched, before) => {
          const replacement = mask.replace(matched)
          const { start, end } = mask.findIn(`${before}${replacement}`)[0] ?? { start: -1, end: -1 }
          expect([start, end]).toEqual([before.length, before.length + replacement.length])
        },
      ),
    )
  })

  test('what only begins like a hash is none', () => {
    expect(masks.hash?.findIn('[CODE#12] [CODE#0123456789abcdef]')).toMatchObject([{ start: 10, end: 33 }])
  })
})
