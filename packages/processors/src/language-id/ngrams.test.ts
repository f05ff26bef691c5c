import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectNgrams, findWords, foldForNgrams, hashByteNgram } from './ngrams.js'

describe('foldForNgrams', () => {
  test.each([
    { name: 'capitals', text: 'ÉTÉ', folded: 'été' },
    { name: 'letters of mathematics', text: '𝐇𝐞𝐥𝐥𝐨', folded: 'hello' },
    { name: 'wide letters', text: 'Ｈｅｌｌｏ', folded: 'hello' },
    { name: 'a letter and its accent apart', text: 'e\u0301t', folded: 'ét' },
    { name: 'apostrophes', text: 'l’eau', folded: "l'eau" },
  ])('$name', ({ text, folded }) => {
    expect(foldForNgrams(text)).toBe(folded)
  })
})

describe('findWords', () => {
  test.each([
    { text: "don't stop, 2 times", words: ["don't", 'stop', 'times'] },
    { text: "'quoted' words", words: ['quoted', 'words'] },
    { text: 'नमस्ते दुनिया', words: ['नमस्ते', 'दुनिया'] },
    { text: '12 + 3', words: [] },
  ])('$text', ({ text, words }) => {
    expect(findWords(text)).toEqual(words)
  })

  test('a word without end is cut', () => {
    expect(findWords('x'.repeat(1000))).toEqual(['x'.repeat(40)])
  })
})

describe('collectNgrams', () => {
  test('of bytes: four at every third, and the last four, with blanks at the edges', () => {
    const hash = (ngram: string) => hashByteNgram(Buffer.from(ngram))
    expect([...collectNgrams(['station']).bytes]).toEqual([hash(' stat'), hash('tion ')])
    expect([...collectNgrams(['stations']).bytes]).toEqual([hash(' stat'), hash('tion'), hash('ions ')])
    expect([...collectNgrams(['an']).bytes]).toEqual([hash(' an ')])
  })

  test('of letters: as many as a word with its edges has, and the word', () => {
    // ^ab$: a b, ^a ab b$, ^ab ab$, ^ab$, and the word itself.
    expect(collectNgrams(['ab']).letters.size).toBe(9)
  })

  test('a word that comes again adds nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), (words) => {
        expect(collectNgrams([...words, ...words])).toEqual(collectNgrams(words))
      }),
    )
  })
})
