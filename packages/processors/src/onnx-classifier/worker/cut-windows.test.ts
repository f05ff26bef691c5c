import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutWindows } from './cut-windows.js'

/** A tokenizer at its worst: each byte is a token, and there is a mark before the text and special tokens around it. */
const encodeBytes = (text: string, special: boolean): number[] => {
  const tokens = text === '' ? [] : [7, ...Buffer.from(text)]
  return special ? [1, ...tokens, 2] : tokens
}
/** A tokenizer at its best: each word is a token, however long. */
const encodeWords = (text: string, special: boolean): number[] => {
  const tokens = text.split(/\s+/).flatMap((word) => (word === '' ? [] : [word.length]))
  return special ? [1, ...tokens, 2] : tokens
}

const text = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.constantFrom(' ', '\n', '💳'.repeat(40))),
  {
    maxLength: 12,
  },
)

describe.each([
  { name: 'bytes', encode: encodeBytes },
  { name: 'words', encode: encodeWords },
])('windows over $name', ({ encode }) => {
  test('hold the whole text and no more tokens than allowed, and tear no character apart', () => {
    const limits = fc.record({
      maxTokens: fc.integer({ min: 16, max: 80 }),
      overlapTokens: fc.integer({ min: 0, max: 20 }),
    })
    fc.assert(
      fc.property(text, limits, (pieces, { maxTokens, overlapTokens }) => {
        const whole = pieces.join(' ')
        const windows = cutWindows(whole, encode, { maxTokens, overlapTokens, maxWindows: 10_000 }) ?? []
        let covered = 0
        for (const { start, end, ids } of windows) {
          expect(start).toBeLessThanOrEqual(covered)
          expect(end).toBeGreaterThanOrEqual(covered)
          expect(whole.slice(start, end).isWellFormed()).toBe(true)
          expect(ids.length).toBeLessThanOrEqual(maxTokens)
          expect(ids).toEqual(encode(whole.slice(start, end), true))
          covered = end
        }
        expect(covered).toBe(whole.length)
      }),
    )
  })
})

test('a text that fits is one window, as it is', () => {
  expect(cutWindows('a b c', encodeWords, { maxTokens: 16, overlapTokens: 4, maxWindows: 1 })).toEqual([
    { start: 0, end: 5, ids: [1, 1, 1, 1, 2] },
  ])
})

test('windows overlap by about as many tokens as asked', () => {
  const words = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ')
  const windows = cutWindows(words, encodeWords, { maxTokens: 18, overlapTokens: 6, maxWindows: 10 }) ?? []
  const numbers = windows.map(({ start, end }) => words.slice(start, end).match(/\d+/g)?.map(Number) ?? [])
  expect(numbers.map((each) => each[0])).toEqual([0, 10, 20, 30])
  expect(numbers.map((each) => each.at(-1))).toEqual([15, 25, 35, 39])
})

/** A tokenizer that spells out a character: some normalise U+FDFA to eighteen letters. */
const encodeSpelt = (text: string, special: boolean) => encodeBytes(text.replaceAll('\ufdfa', 'x'.repeat(18)), special)

test('a word that is longer for the tokenizer than for us is cut further', () => {
  const limits = { maxTokens: 60, overlapTokens: 0, maxWindows: 100 }
  const windows = cutWindows('\ufdfa'.repeat(64), encodeSpelt, limits) ?? []
  expect(windows.map(({ start, end }) => end - start).reduce((sum, length) => sum + length, 0)).toBe(64)
  expect(Math.max(...windows.map(({ ids }) => ids.length))).toBeLessThanOrEqual(60)
})

test('a character that no window can hold leaves the text without windows', () => {
  const limits = { maxTokens: 16, overlapTokens: 0, maxWindows: 100 }
  expect(cutWindows('\ufdfa', encodeSpelt, limits)).toBeUndefined()
})

test('a text that needs more windows than the limit has none, found out early', () => {
  let calls = 0
  const counted = (piece: string, special: boolean) => {
    calls++
    return encodeWords(piece, special)
  }
  const limits = { maxTokens: 16, overlapTokens: 2, maxWindows: 2 }
  expect(cutWindows('word '.repeat(100_000), counted, limits)).toBeUndefined()
  expect(calls).toBeLessThan(100)
})
