import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutSentences, MAX_SEGMENTS, sampleText } from './sample-text.js'

describe('sampleText', () => {
  test('cuts at the last sentence or line end', () => {
    const first = `${'This is the first sentence of them all. '.repeat(3)}And this a line,\n`
    const text = `${first}${'which goes on and on '.repeat(12)}`
    expect(sampleText(text)[0]).toBe(first)
  })

  test('cuts at a blank where no sentence ends, and anywhere where there is no blank', () => {
    expect(sampleText('word '.repeat(100))[0]).toMatch(/^(word ){48}$/)
    expect(sampleText('x'.repeat(500)).map(({ length }) => length)).toEqual([240, 240, 20])
  })

  test('a text of ordinary length is taken whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '.', '\n', '。', '😀'), maxLength: 3000 }), (text) => {
        const segments = sampleText(text)
        expect(segments.join('')).toBe(text)
        expect(segments.every(({ length }) => length > 0 && length <= 240)).toBe(true)
      }),
    )
  })

  test.each([15_361, 100_000, 10_000_000])('of %i code units, a bounded part with both ends is taken', (length) => {
    const text = `first ${'x'.repeat(length - 11)} last`
    const segments = sampleText(text)
    expect(segments).toHaveLength(MAX_SEGMENTS)
    expect(segments[0]?.startsWith('first')).toBe(true)
    expect(segments.at(-1)?.endsWith('last')).toBe(true)
    expect(segments.join('').length).toBeLessThanOrEqual(MAX_SEGMENTS * 240)
  })
})

describe('cutSentences', () => {
  test.each([
    {
      name: 'at the ends of sentences and lines',
      segment:
        'This is the first of the sentences. And this is the second of them\nAnd the third is the last of them all!',
      pieces: [
        'This is the first of the sentences. ',
        'And this is the second of them\n',
        'And the third is the last of them all!',
      ],
    },
    { name: 'not into pieces that are too short', segment: 'Yes. No. Well, it depends. Ok.', pieces: undefined },
    { name: 'nor with a short rest', segment: 'This is the first of the sentences. Yes.', pieces: undefined },
    { name: 'in Chinese', segment: `${'请问火车站在哪里'.repeat(4)}。${'我想去北京'.repeat(7)}`, pieces: [33, 35] },
    { name: 'nothing', segment: '', pieces: [''] },
  ])('$name', ({ segment, pieces }) => {
    const cut = cutSentences(segment)
    expect(typeof pieces?.[0] === 'number' ? cut.map(({ length }) => length) : cut).toEqual(pieces ?? [segment])
  })

  test('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '.', '\n', '。'), maxLength: 240 }), (segment) => {
        expect(cutSentences(segment).join('')).toBe(segment)
      }),
    )
  })
})
