import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureRepetition, PIECE_LENGTH, WINDOW_LENGTH } from './measure-repetition.js'

/** The definition, written down without regard to cost. For texts of one window with no letters to fold. */
function naiveRatio(text: string): number {
  const pieces = Array.from({ length: Math.max(0, text.length - PIECE_LENGTH + 1) }, (_, at) =>
    text.slice(at, at + PIECE_LENGTH),
  )
  return pieces.length === 0 ? 1 : pieces.length / new Set(pieces).size
}

describe('measureRepetition', () => {
  test.each([
    { name: 'nothing', text: '', atLeast: 1, atMost: 1 },
    { name: 'a short text', text: 'no no', atLeast: 1, atMost: 1 },
    { name: 'a sentence', text: 'The quick brown fox jumps over the lazy dog.', atLeast: 1, atMost: 1.05 },
    { name: 'one word fifty times', text: 'poem '.repeat(50), atLeast: 45, atMost: 51 },
    { name: 'one letter', text: 'a'.repeat(100), atLeast: 93, atMost: 93 },
    { name: 'without blanks', text: '你好世界'.repeat(20), atLeast: 15, atMost: 20 },
    { name: 'emoji', text: '😀'.repeat(40), atLeast: 30, atMost: 40 },
    { name: 'capitals in turn', text: 'Repeat after me. REPEAT AFTER ME. '.repeat(5), atLeast: 8, atMost: 11 },
    { name: 'blanks in turn', text: 'again and\tagain  and\n'.repeat(10), atLeast: 15, atMost: 21 },
    { name: 'a line of blanks', text: ' '.repeat(500), atLeast: 1, atMost: 1 },
  ])('$name: $atLeast to $atMost', ({ text, atLeast, atMost }) => {
    const { ratio } = measureRepetition(text)
    expect(ratio).toBeGreaterThanOrEqual(atLeast)
    expect(ratio).toBeLessThanOrEqual(atMost)
  })

  test('agrees with the definition', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '你', '\u{1f600}'), maxLength: 200 }), (text) => {
        expect(measureRepetition(text).ratio).toBeCloseTo(naiveRatio(text), 10)
      }),
    )
  })

  test('a repeated passage does not drown in a long text, and its window is named', () => {
    const filler = Array.from({ length: 20_000 }, (_, index) => `${index * 7919} `).join('')
    const passage = 'poem '.repeat((2 * WINDOW_LENGTH) / 5)
    const { ratio, range } = measureRepetition(filler + passage + filler)
    expect(ratio).toBeGreaterThan(1000)
    expect(range.end).toBeGreaterThan(filler.length)
    expect(range.start).toBeLessThan(filler.length + passage.length)
  })

  test.each([0, 1, WINDOW_LENGTH, WINDOW_LENGTH + 1, WINDOW_LENGTH * 2, WINDOW_LENGTH * 2.5])(
    'repetition at the very end of %i code units more counts',
    (length) => {
      const text = Array.from({ length }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000))).join(
        '',
      )
      expect(measureRepetition(`${text}${'x'.repeat(WINDOW_LENGTH / 2)}`).ratio).toBeGreaterThan(1.9)
    },
  )

  test('any text has a ratio of at least 1 and a range inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { ratio, range } = measureRepetition(text)
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(range).toEqual({ start: 0, end: text.length })
      }),
    )
  })
})
