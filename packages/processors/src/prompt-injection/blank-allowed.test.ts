import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileBlanks } from './blank-allowed.js'

describe('compileBlanks', () => {
  test.each([
    { name: 'nothing allowed', allow: [], text: 'a b', expected: 'a b' },
    { name: 'each occurrence', allow: ['bc'], text: 'abcabc', expected: 'a  a  ' },
    { name: 'a pattern', allow: [{ pattern: 'ticket \\d+' }], text: 'see ticket 12.', expected: 'see          .' },
    { name: 'ranges that overlap', allow: ['abc', 'cd'], text: 'xabcdx', expected: 'x    x' },
    { name: 'another case', allow: ['ABC'], text: 'abc', expected: 'abc' },
  ])('$name', ({ allow, text, expected }) => {
    expect(compileBlanks(allow)(text)).toBe(expected)
  })

  test('the length stays, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (text, allowed) => {
        expect(compileBlanks([allowed])(text + allowed + text)).toHaveLength(2 * text.length + allowed.length)
      }),
    )
  })
})
