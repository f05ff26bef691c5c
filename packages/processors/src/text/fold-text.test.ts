import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, newSpace } from './fold-text.js'

function fold(text: string, caseSensitive = false): string {
  const { units, length } = foldText(text, caseSensitive)
  return String.fromCharCode(...units.subarray(0, length))
}

describe('foldText', () => {
  test.each([
    { name: 'capitals', text: 'Straße STRAẞE ΣΊΣΥΦΟΣ', folded: 'strasse strasse σίσυφοσ' },
    { name: 'a final sigma', text: 'ὀδυσσεύς', folded: 'ὀδυσσεύσ' },
    { name: 'Turkish letters', text: 'İIıi', folded: 'iiii' },
    { name: 'full-width letters', text: 'ＡＢｃ１', folded: 'abc1' },
    { name: 'ligatures', text: 'ﬁx ǅ', folded: 'fix dž' },
    { name: 'accents set apart', text: 'cafe\u0301', folded: 'café' },
    { name: 'an accent on a space', text: 'a \u0301b', folded: 'a \u0301b' },
    { name: 'Hangul set apart', text: '\u1112\u1161\u11ab', folded: '한' },
    { name: 'invisible characters', text: 'pa\u00adss\u200bwo\u200drd\ufe0f', folded: 'password' },
    { name: 'runs of blanks', text: 'a \t\r\n\u00a0\u3000b', folded: 'a b' },
    { name: 'blanks around invisible characters', text: 'a \u200b b', folded: 'a b' },
    { name: 'mathematical letters', text: '𝐀𝒃𝗰', folded: 'abc' },
    { name: 'lone surrogates', text: 'a\ud83dB\ude00c', folded: 'a\ud83db\ude00c' },
  ])('$name', ({ text, folded }) => {
    expect(fold(text)).toBe(folded)
  })

  test('keeps case when it is told to, and folds the rest', () => {
    expect(fold('Ａb \u200bC', true)).toBe('Ab C')
  })

  test('folding twice is folding once', () => {
    // Two Korean letters that stand for themselves are two pieces; once folded, they are letters of one syllable.
    const standsForItself = /[\u3131-\u318e\uffa1-\uffdc]/
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!standsForItself.test(text))
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('folding twice is folding once, for every character of the basic plane', () => {
    const changed = Array.from({ length: 0x10000 }, (_, code) => `x${String.fromCharCode(code)}x`).filter(
      (text) => fold(fold(text)) !== fold(text),
    )
    expect(changed).toEqual([])
  })

  test('offsets are inside the text, in order, and do not cut a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, caseSensitive) => {
        const { length, startOf, endOf } = foldText(text, caseSensitive)
        let before = 0
        for (let index = 0; index < length; index++) {
          expect(startOf(index)).toBeGreaterThanOrEqual(before)
          expect(endOf(index)).toBeGreaterThan(startOf(index))
          expect(endOf(index)).toBeLessThanOrEqual(text.length)
          expect(isInsidePair(text, startOf(index)) || isInsidePair(text, endOf(index))).toBe(false)
          before = startOf(index)
        }
      }),
    )
  })

  test('memory that is used again holds nothing of the text before', () => {
    const space = newSpace(0)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { units, length, startOf, endOf } = foldText(text, false, space)
        const fresh = foldText(text, false)
        expect([...units.subarray(0, length)]).toEqual([...fresh.units.subarray(0, fresh.length)])
        for (let index = 0; index <= length; index++) {
          expect([startOf(index), endOf(index)]).toEqual([fresh.startOf(index), fresh.endOf(index)])
        }
      }),
    )
  })

  test('a piece of many marks is bounded', () => {
    const { length, endOf } = foldText(`a${'\u0301'.repeat(10_000)}`, false)
    expect(length).toBeGreaterThan(9000)
    expect(endOf(0)).toBeLessThanOrEqual(31)
  })
})

function isInsidePair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff
}
