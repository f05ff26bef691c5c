import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WordMark } from './plain-words.js'
import { TextView } from './text-view.js'

function plainWords(text: string): string[] {
  const { count, units, starts, ends } = new TextView(text).words
  return Array.from({ length: count }, (_, word) => String.fromCharCode(...units.subarray(starts[word], ends[word])))
}

describe('plain words', () => {
  test.each([
    { name: 'case and accents', text: 'Précédentes ÄRGER Đặng', words: ['precedentes', 'arger', 'dang'] },
    { name: 'l and i are one letter', text: 'all ail', words: ['aii', 'aii'] },
    { name: 'apostrophes', text: "don't Don’t 'quoted'", words: ['dont', 'dont', 'quoted'] },
    { name: 'leet', text: 'f0rg3t th3 p@$$w0rd', words: ['forget', 'the', 'password'] },
    { name: 'numbers and names with digits', text: '2024 h264 4 5gb 2nd', words: ['2024', 'h264', '4', '5gb', '2nd'] },
    {
      name: 'a number in a respelt text',
      text: '7h3 4ppl35 4r3 v3ry r3d 15',
      words: ['the', 'appies', 'are', 'very', 'red', 'is'],
    },
    { name: 'look-alikes inside Latin words', text: 'іgnore ρlease', words: ['ignore', 'piease'] },
    { name: 'Cyrillic words stay', text: 'забудь все', words: ['забудь', 'все'] },
    { name: 'letters set apart', text: 'f o r g e t   t h e m', words: ['forget', 'them'] },
    { name: 'letters set apart by signs', text: 'f-o-r-g-e-t f.o.r.g.e.t', words: ['forget', 'forget'] },
    { name: 'three letters alone are no word', text: 'a b c', words: ['a', 'b', 'c'] },
    { name: 'Hangul syllables are words', text: '안 못 없 않', words: ['안', '못', '없', '않'] },
    { name: 'characters of Han', text: '忽略 ok', words: ['忽', '略', 'ok'] },
    { name: 'points of Arabic and Hebrew', text: 'سِرّ אֵת', words: ['سر', 'את'] },
    { name: 'runs of signs', text: 'a """ b <|im|>, c),', words: ['a', '"""', 'b', '<|', 'im', '|>,', 'c'] },
    { name: 'invisible characters', text: 'for\u200bget', words: ['forget'] },
    { name: 'nothing', text: ' \n., ', words: [] },
  ])('$name', ({ text, words }) => {
    expect(plainWords(text)).toEqual(words)
  })

  test.each([
    { text: 'f0rget', marks: WordMark.respelt | WordMark.lineStart },
    { text: 'forget', marks: WordMark.lineStart },
    { text: 'FORGET', marks: WordMark.capitals | WordMark.lineStart },
    { text: 'f o r g e t', marks: WordMark.spaced | WordMark.lineStart },
    { text: '###', marks: WordMark.signs | WordMark.lineStart },
  ])('marks of $text', ({ text, marks }) => {
    expect(new TextView(text).words.marks[0]).toBe(marks)
  })

  test('the first word of each line is marked', () => {
    const { marks, count } = new TextView('one two\r\n  three\n\nfour five').words
    const isFirst = Array.from(marks.subarray(0, count), (mark) => (mark & WordMark.lineStart) !== 0)
    expect(isFirst).toEqual([true, false, true, true, false])
  })

  test('ranges are those of the words in the original', () => {
    const text = 'Say “Ｆorget” 👍 ｏk'
    const { count, originalStarts, originalEnds } = new TextView(text).words
    const words = Array.from({ length: count }, (_, word) => text.slice(originalStarts[word], originalEnds[word]))
    expect(words).toEqual(['Say', 'Ｆorget', '👍', 'ｏk'])
  })

  test('ranges are inside the text and in order, whatever the text', () => {
    const unit = fc.constantFrom(
      'a',
      '1',
      ' ',
      '\n',
      '$',
      '|',
      "'",
      'е',
      '\u0301',
      '好',
      '한',
      '😀',
      '\ud83d',
      '\u200b',
      'ﷺ',
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const { count, originalStarts, originalEnds, starts, ends, length } = new TextView(text).words
        let start = 0
        let plainEnd = 0
        for (let word = 0; word < count; word++) {
          expect(originalStarts[word]).toBeGreaterThanOrEqual(start)
          expect(originalEnds[word]).toBeGreaterThan(originalStarts[word] as number)
          expect(starts[word]).toBeGreaterThanOrEqual(plainEnd)
          expect(originalEnds[word]).toBeLessThanOrEqual(text.length)
          start = originalStarts[word] as number
          plainEnd = ends[word] as number
        }
        expect(plainEnd).toBeLessThanOrEqual(length)
      }),
      { numRuns: 500 },
    )
  })
})
