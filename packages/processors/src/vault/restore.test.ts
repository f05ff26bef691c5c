import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_PLACEHOLDER_LENGTH } from './find-placeholders.js'
import { restoreText, StreamRestorer } from './restore.js'

const id = 'hdqwzkxpvbcmnrtsgf'
const other = 'bbbbbbbbbbbbbbbbbb'
const values = new Map([
  [id, 'ann.lee@example.com'],
  [other, ''],
])

describe('restoreText', () => {
  test.each([
    { name: 'a placeholder', text: `to [EMAIL:${id}].`, expected: 'to ann.lee@example.com.' },
    { name: 'each of several', text: `[EMAIL:${id}][EMAIL:${other}]|`, expected: 'ann.lee@example.com|' },
    { name: 'one in lower case', text: `[email:${id}]`, expected: 'ann.lee@example.com' },
    { name: 'one in capitals', text: `[EMAIL:${id.toUpperCase()}]`, expected: 'ann.lee@example.com' },
    { name: 'one escaped for Markdown', text: `[BANK\\_ACCOUNT:${id}]`, expected: 'ann.lee@example.com' },
    { name: 'one behind an open bracket', text: `[[EMAIL:${id}]]`, expected: '[ann.lee@example.com]' },
    { name: 'none without its brackets', text: `EMAIL:${id}`, expected: `EMAIL:${id}` },
    { name: 'none with a letter too few', text: `[EMAIL:${id.slice(1)}]`, expected: `[EMAIL:${id.slice(1)}]` },
    { name: 'none that is unknown', text: '[EMAIL:zzzzzzzzzzzzzzzzzz]', expected: '[EMAIL:zzzzzzzzzzzzzzzzzz]' },
    { name: 'none in a text without any', text: 'see [1] and [a:b]', expected: 'see [1] and [a:b]' },
  ])('$name', ({ text, expected }) => {
    expect(restoreText(text, values).text).toBe(expected)
  })

  test('counts what it restored and what it does not know', () => {
    const text = `[EMAIL:${id}] [EMAIL:${id}] [EMAIL:zzzzzzzzzzzzzzzzzz]`
    expect(restoreText(text, values)).toMatchObject({ restored: 2, unknown: 1 })
  })

  test('does not look into what it put there', () => {
    const nested = new Map([
      [id, `[EMAIL:${other}]`],
      [other, 'x'],
    ])
    expect(restoreText(`[EMAIL:${id}]`, nested).text).toBe(`[EMAIL:${other}]`)
  })
})

/** Text that is full of placeholders, whole, broken and nested. */
const piece = fc.oneof(
  fc.constantFrom('[', ']', '[[', ':', `[EMAIL:${id}]`, `[EMAIL:${other}]`, `[X:${id}`, `:${id}]`, id, '[A_B', '\\_'),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('StreamRestorer', () => {
  test('gives the same for any split into chunks', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(20), { maxLength: 40 }), (whole, sizes) => {
        const restorer = new StreamRestorer(values)
        let shown = ''
        let from = 0
        for (const size of sizes) {
          shown += restorer.feed(whole.slice(from, from + size))
          from += size
        }
        shown += restorer.feed(whole.slice(from))
        expect(shown + restorer.end()).toBe(restoreText(whole, values).text)
      }),
    )
  })

  test('shows nothing of a placeholder before it is whole', () => {
    const restorer = new StreamRestorer(values)
    const placeholder = `[EMAIL:${id}]`
    const shown = Array.from(`to ${placeholder}`, (unit) => restorer.feed(unit))
    expect(shown.slice(0, -1).join('')).toBe('to ')
    expect(shown.at(-1)).toBe('ann.lee@example.com')
  })

  test('holds back no more than a placeholder', () => {
    const restorer = new StreamRestorer(values)
    const shown = restorer.feed(`[${'A'.repeat(MAX_PLACEHOLDER_LENGTH)}`)
    expect(shown).toHaveLength(MAX_PLACEHOLDER_LENGTH + 1)
  })

  test('gives what it held back in the end', () => {
    const restorer = new StreamRestorer(values)
    expect(restorer.feed('a [EMAIL:hd')).toBe('a ')
    expect(restorer.end()).toBe('[EMAIL:hd')
    expect(restorer.end()).toBe('')
  })
})
