import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_HASH, forEachMisspelling, hashSpelling, hashUnits } from './spelling-hash.js'

const word = fc.stringMatching(/^[a-d]{1,8}$/)

function misspellings(text: string, minDeletion: number): number[] {
  const hashes: number[] = []
  forEachMisspelling(text, minDeletion, (hash) => hashes.push(hash))
  return hashes.sort((a, b) => a - b)
}

test('a spelling has one hash, whole or piece by piece', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const units = Uint16Array.from(b, (letter) => letter.charCodeAt(0))
      expect(hashUnits(hashSpelling(a), units, 0, units.length)).toBe(hashSpelling(a + b))
      expect(hashUnits(EMPTY_HASH, units, 0, units.length)).toBe(hashSpelling(b))
    }),
  )
})

test.each([
  { text: 'abc', minDeletion: 5, expected: ['acb'] },
  { text: 'abc', minDeletion: 3, expected: ['acb', 'ac', 'ab'] },
  { text: 'abb', minDeletion: 3, expected: ['ab'] },
  { text: 'a', minDeletion: 1, expected: [] },
])('misspellings of $text from $minDeletion letters on', ({ text, minDeletion, expected }) => {
  expect(misspellings(text, minDeletion)).toEqual(expected.map(hashSpelling).sort((a, b) => a - b))
})

test('no misspelling is the word itself', () => {
  fc.assert(
    fc.property(word, (text) => {
      expect(misspellings(text, 3)).not.toContain(hashSpelling(text))
    }),
  )
})
