import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from './exchange-pieces.js'

const limits = fc.record({ maxLength: fc.integer({ min: 8, max: 40 }), overlap: fc.integer({ min: 0, max: 4 }) })

test('pieces hold the whole text, are no longer than allowed, overlap as asked and tear no character apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), limits, (text, { maxLength, overlap }) => {
      const pieces = [...splitText(text, { maxLength, overlap })]
      expect(pieces[0]?.start).toBe(0)
      expect(pieces.at(-1)?.end).toBe(text.length)
      for (const [index, { start, end }] of pieces.entries()) {
        expect(end - start).toBeLessThanOrEqual(maxLength)
        expect(text.slice(start, end).isWellFormed()).toBe(true)
        const before = pieces[index - 1]
        if (before !== undefined) expect(before.end - start).toBeGreaterThanOrEqual(overlap)
      }
    }),
  )
})
