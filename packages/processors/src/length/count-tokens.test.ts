import { describe, expect, test } from 'vitest'
import { loadTokenizer, tokenizers } from './count-tokens.js'

describe.each(tokenizers)('%s', (name) => {
  test.each([
    { text: '', tokens: 0 },
    { text: 'hello world', tokens: 2 },
    { text: 'The quick brown fox jumps over the lazy dog.', tokens: 10 },
  ])('$text', async ({ text, tokens }) => {
    expect((await loadTokenizer(name))(text)).toBe(tokens)
  })

  test('takes special tokens for the text that they are', async () => {
    expect((await loadTokenizer(name))('<|endoftext|>')).toBeGreaterThan(3)
  })

  test('cuts only what no prose has', async () => {
    const count = await loadTokenizer(name)
    const prose = 'A sentence of some words, and one more. '
    const once = count(prose.trimEnd())
    expect(count(prose.repeat(500).trimEnd())).toBeLessThanOrEqual(500 * (once + 1))
    const run = 'a'.repeat(200)
    expect(count(`${run} ${run}`)).toBeGreaterThanOrEqual(2 * count(run) - 1)
  })

  test.each([{ unit: 'a' }, { unit: '中' }, { unit: ' ' }, { unit: '\n' }, { unit: '\u0301' }])(
    'counts a million of "$unit" by pieces',
    async ({ unit }) => {
      const count = await loadTokenizer(name)
      const piece = count(unit.repeat(256))
      expect(count(unit.repeat(256 * 400))).toBe(piece * 400)
    },
  )
})
