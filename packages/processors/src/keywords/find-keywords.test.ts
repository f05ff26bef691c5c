import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileKeywords, type KeywordOptions, MAX_MATCHES_PER_LIST } from './find-keywords.js'

const defaults: KeywordOptions = { lists: [], allow: [], wholeWords: true, caseSensitive: false }

/** What was found, as text. */
function find(terms: readonly string[], text: string, options: Partial<KeywordOptions> = {}): string[] {
  return compileKeywords({ ...defaults, ...options, lists: [terms] })(text).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('whole words', () => {
  test.each([
    { name: 'a word', terms: ['cat'], text: 'a cat, Cat!', found: ['cat', 'Cat'] },
    { name: 'the start of a word', terms: ['cat'], text: 'cats', found: [] },
    { name: 'the end of a word', terms: ['cat'], text: 'bobcat', found: [] },
    { name: 'beside an underscore', terms: ['cat'], text: 'cat_1', found: [] },
    { name: 'beside a digit', terms: ['cat'], text: 'cat1', found: [] },
    { name: 'between hyphens', terms: ['cat'], text: 'the-cat-food', found: ['cat'] },
    { name: 'an accented letter as another letter', terms: ['cafe'], text: 'café cafe', found: ['cafe'] },
    { name: 'an accent set apart', terms: ['café'], text: 'cafe\u0301!', found: ['cafe\u0301'] },
    { name: 'a letter of another script beside it', terms: ['cat'], text: 'catж', found: [] },
    { name: 'a letter beyond the basic plane beside it', terms: ['cat'], text: 'cat𐐷', found: [] },
    { name: 'an emoji beside it', terms: ['cat'], text: '😀cat😀', found: ['cat'] },
    { name: 'a phrase over a line end', terms: ['top secret'], text: 'top\n  secret', found: ['top\n  secret'] },
    { name: 'a term that ends in signs', terms: ['c++'], text: 'C++, c++x', found: ['C++', 'c++'] },
    {
      name: 'hidden by invisible characters',
      terms: ['secret'],
      text: 'se\u200bcr\u00adet',
      found: ['se\u200bcr\u00adet'],
    },
    { name: 'hidden by full-width letters', terms: ['secret'], text: 'ｓｅｃｒｅｔ', found: ['ｓｅｃｒｅｔ'] },
    { name: 'typographic apostrophes', terms: ["O'Brien", 'd’Or'], text: "O’Brien, d'Or", found: ['O’Brien', "d'Or"] },
    {
      name: 'another hyphen',
      terms: ['top-secret'],
      text: 'top\u2010secret top\u2011secret',
      found: ['top\u2010secret', 'top\u2011secret'],
    },
    { name: 'sharp s', terms: ['STRASSE'], text: 'Straße', found: ['Straße'] },
    { name: 'inside Chinese', terms: ['密码'], text: '我的密码是', found: ['密码'] },
    { name: 'inside Japanese', terms: ['パスワード'], text: '私のパスワードを', found: ['パスワード'] },
    { name: 'inside Thai', terms: ['รหัส'], text: 'ใส่รหัสผ่าน', found: ['รหัส'] },
    { name: 'Latin inside Chinese', terms: ['api'], text: '我的api密钥', found: ['api'] },
    { name: 'the longer of two that overlap', terms: ['new', 'new york'], text: 'New York', found: ['New York'] },
    { name: 'the shorter where the longer is no word', terms: ['york', 'w york'], text: 'new york', found: ['york'] },
    { name: 'overlapping terms as one', terms: ['a b', 'b c'], text: 'a b c', found: ['a b c'] },
  ])('$name', ({ terms, text, found }) => {
    expect(find(terms, text)).toEqual(found)
  })
})

describe('options', () => {
  test('substrings', () => {
    expect(find(['cat'], 'bobcats', { wholeWords: false })).toEqual(['cat'])
    expect(find(['비밀'], '비밀번호를', { wholeWords: false })).toEqual(['비밀'])
  })

  test('case', () => {
    expect(find(['Cat'], 'cat Cat CAT', { caseSensitive: true })).toEqual(['Cat'])
  })

  test.each([
    { name: 'inside an allowed term', terms: ['ass'], allow: ['class'], text: 'class', found: [] },
    { name: 'beside an allowed term', terms: ['ass'], allow: ['class'], text: 'class ass', found: ['ass'] },
    { name: 'longer than the allowed term', terms: ['ass'], allow: ['as'], text: 'ass', found: ['ass'] },
    { name: 'over the edge of two allowed terms', terms: ['bc'], allow: ['ab', 'cd'], text: 'abcd', found: ['bc'] },
    { name: 'inside the longer of two allowed terms', terms: ['b'], allow: ['a', 'abc'], text: 'abc', found: [] },
  ])('a match $name', ({ terms, allow, text, found }) => {
    expect(find(terms, text, { allow, wholeWords: false })).toEqual(found)
  })

  test('each list reports its own matches, and a term of two lists belongs to the first', () => {
    const findAll = compileKeywords({
      ...defaults,
      lists: [
        ['red', 'big'],
        ['red', 'red car'],
      ],
    })
    expect(findAll('big red car')).toEqual([
      { rule: 0, start: 0, end: 3 },
      { rule: 0, start: 4, end: 7 },
      { rule: 1, start: 4, end: 11 },
    ])
  })

  test('behind the last match told apart, the rest of the text counts as one', () => {
    const ranges = compileKeywords({ ...defaults, lists: [['a']] })('a '.repeat(MAX_MATCHES_PER_LIST + 5))
    expect(ranges).toHaveLength(MAX_MATCHES_PER_LIST + 1)
    expect(ranges.at(-1)).toEqual({ rule: 0, start: 2 * MAX_MATCHES_PER_LIST, end: 2 * MAX_MATCHES_PER_LIST + 10 })
  })
})

test('two matches inside one character are one', () => {
  expect(compileKeywords({ ...defaults, lists: [['f', 'i']], wholeWords: false })('a ﬁ b')).toEqual([
    { rule: 0, start: 2, end: 3 },
  ])
})

test('ranges of a list are sorted, disjoint and inside the text, whatever the text', () => {
  const letters = fc.constantFrom('a', 'b', ' ', 'ß', '\u200b', '\u0301', '\ud83d', '你', 'ﬁ')
  const term = fc.string({ unit: letters, minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(term, { maxLength: 8 }),
      fc.array(term, { maxLength: 3 }),
      fc.string({ unit: fc.oneof(letters, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 60 }),
      fc.boolean(),
      (terms, allow, text, wholeWords) => {
        let last = 0
        for (const { start, end } of compileKeywords({ ...defaults, lists: [terms], allow, wholeWords })(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      },
    ),
  )
})
