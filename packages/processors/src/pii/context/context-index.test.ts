import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContextIndex } from './context-index.js'
import { birthWords, kindWords, phoneWords } from './context-words.js'

/** Whether the words speak for the last run of digits in a text. */
function speaks(text: string, words: readonly string[]): boolean {
  const start = text.search(/\d+\D*$/)
  return new ContextIndex(text).speaksFor(start, start + (/\d+/.exec(text.slice(start))?.[0].length ?? 0), words)
}

describe('ContextIndex', () => {
  test.each([
    { name: 'before', text: 'phone 123', expected: true },
    { name: 'behind', text: '123 is my phone', expected: true },
    { name: 'in capitals', text: 'PHONE: 123', expected: true },
    { name: 'with an ending', text: 'phones: 123', expected: true },
    { name: 'without its accents', text: 'telefono 123', expected: true },
    { name: 'in a name with underscores', text: 'contact_number=123', expected: true },
    { name: 'in a name with capitals', text: '{"contactNumber": 123', expected: true },
    { name: 'behind a small letter in such a name', text: 'homePhone: 123', expected: true },
    { name: 'in a script without blanks', text: '我的手机号是123', expected: true },
    { name: 'behind an article', text: 'הטלפון 123', expected: true },
    { name: 'inside a word', text: 'saxophone 123', expected: false },
    { name: 'a short word that goes on', text: 'telling 123', expected: false },
    { name: 'too far before', text: `phone${' '.repeat(70)}123`, expected: false },
    { name: 'in a placeholder', text: '[PHONE] 123', expected: false },
    { name: 'in a placeholder with a hash', text: '[PHONE#0123456789abcdef] 123', expected: false },
  ])('$name: $expected', ({ text, expected }) => {
    expect(speaks(text, phoneWords)).toBe(expected)
  })

  test('finds words wherever a block of the text ends', () => {
    for (let before = 480; before < 540; before++) {
      expect(speaks(`${'x '.repeat(before)}date of birth 123`, birthWords)).toBe(true)
    }
  })

  test('a nearer word is nearer', () => {
    const index = new ContextIndex('phone and tax id 123')
    expect(index.nearness(17, 20, kindWords['tax-id'])).toBeGreaterThan(index.nearness(17, 20, phoneWords))
  })

  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), fc.nat(1200), (text, start) => {
        const nearness = new ContextIndex(text).nearness(start, start + 5, phoneWords)
        expect(nearness).toBeGreaterThanOrEqual(0)
        expect(nearness).toBeLessThanOrEqual(1)
      }),
    )
  })
})
