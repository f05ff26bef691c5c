import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KeywordScanner } from './keyword-scanner.js'

function scan(keywords: readonly string[], text: string): string[] {
  const found: string[] = []
  new KeywordScanner(keywords).scan(text, (keyword, start, end) => found.push(`${keywords[keyword]} ${start}-${end}`))
  return found
}

describe('KeywordScanner', () => {
  test.each([
    {
      name: 'inside each other',
      keywords: ['he', 'she', 'hers'],
      text: 'uSHErs',
      found: ['she 1-4', 'he 2-4', 'hers 2-6'],
    },
    { name: 'in any case', keywords: ['Ab'], text: 'abAB', found: ['Ab 0-2', 'Ab 2-4'] },
    {
      name: 'of signs and other scripts',
      keywords: ['://', '암호'],
      text: 'a://암호',
      found: ['://  1-4'.replace('  ', ' '), '암호 4-6'],
    },
    { name: 'none', keywords: ['ab'], text: 'ba', found: [] },
  ])('$name', ({ keywords, text, found }) => {
    expect(scan(keywords, text)).toEqual(found)
  })

  test('finds what a search for each keyword finds', () => {
    const letters = fc.constantFrom('a', 'b', 'c')
    const keyword = fc.string({ unit: letters, minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.uniqueArray(keyword, { maxLength: 12 }),
        fc.string({ unit: letters, maxLength: 40 }),
        (keywords, text) => {
          const expected = keywords.flatMap((each) =>
            Array.from({ length: text.length }, (_, at) => at)
              .filter((at) => text.startsWith(each, at))
              .map((at) => `${each} ${at}-${at + each.length}`),
          )
          expect(scan(keywords, text).toSorted()).toEqual(expected.toSorted())
        },
      ),
      { numRuns: 300 },
    )
  })
})
