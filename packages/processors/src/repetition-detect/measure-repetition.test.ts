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

/** A text whose pieces would all look for the first slots of the table, were hashes not mixed with what nobody knows. */
function againstTable(length: number): string {
  const base = 0x01000193
  const leaving = Array.from({ length: PIECE_LENGTH }).reduce((product: number) => Math.imul(product, base), 1)
  const mix = (hash: number) => {
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
  const units: number[] = []
  const seen = new Set<number>()
  let hash = 0
  for (let index = 0; index < length; index++) {
    hash = Math.imul(hash, base) - Math.imul(units[index - PIECE_LENGTH] ?? 0, leaving)
    let unit = 0x4e00
    for (; unit < 0xd800; unit++) {
      const mixed = mix((hash + unit) | 0)
      if (mixed % (2 * WINDOW_LENGTH) < 64 && !seen.has(mixed)) {
        seen.add(mixed)
        break
      }
    }
    units.push(unit)
    hash = (hash + unit) | 0
  }
  return String.fromCharCode(...units)
}

/** Milliseconds of the quickest of some runs: what disturbs one makes it longer. */
function leastTime(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const startedAt = performance.now()
    run()
    return performance.now() - startedAt
  })
  return Math.min(...times)
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

  test('the window of a repeated passage tears no character apart', () => {
    const { range } = measureRepetition(`${'x'.repeat(WINDOW_LENGTH - 1)}${'\u{1f600}'.repeat(WINDOW_LENGTH)}`)
    expect(range).toEqual({ start: 0, end: WINDOW_LENGTH - 1 })
  })

  test('a text written against the table of pieces takes no longer than others', () => {
    const hostile = againstTable(WINDOW_LENGTH)
    const plain = Array.from({ length: WINDOW_LENGTH }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    ).join('')
    expect(leastTime(() => measureRepetition(hostile))).toBeLessThan(20 * leastTime(() => measureRepetition(plain)))
  })

  test('many short texts take no more than a long one of all their words', () => {
    const text = 'sixteen letters.'
    const many = leastTime(() => {
      for (let count = 0; count < 1000; count++) measureRepetition(text)
    })
    expect(many).toBeLessThan(20 * leastTime(() => measureRepetition(text.repeat(1000))))
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
