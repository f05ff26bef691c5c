import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.js'

function decode(bytes: Uint8Array | string, charset?: string, requestCharset?: string): string {
  return decodeText({ name: 'input.messages', charset, bytes: Buffer.from(bytes as string) }, requestCharset)
}

describe('decodeText reads', () => {
  test.each([
    { name: 'UTF-8 by default', bytes: [0xc3, 0xa9], text: '\u00e9' },
    { name: 'ASCII by default', bytes: [0x61], text: 'a' },
    { name: 'nothing', bytes: [], text: '' },
    { name: 'utf-8 in any case', bytes: [0xe2, 0x82, 0xac], part: 'UTF-8', text: '\u20ac' },
    { name: 'us-ascii', bytes: [0x7f], part: 'US-ASCII', text: '\x7f' },
    { name: '[protocol 32] iso-8859-1 of the request', bytes: [0xe9], request: 'ISO-8859-1', text: '\u00e9' },
    {
      name: 'latin-1 with its control characters, not windows-1252',
      bytes: [0x80, 0xff],
      request: 'latin-1',
      text: '\x80\xff',
    },
    {
      name: "the part's charset before the request's",
      bytes: [0xc3, 0xa9],
      part: 'utf-8',
      request: 'latin-1',
      text: '\u00e9',
    },
    { name: "the part's charset before an unknown one", bytes: [0x61], part: 'utf-8', request: 'utf-16', text: 'a' },
    { name: 'one byte order mark, and drops it', bytes: [0xef, 0xbb, 0xbf, 0x7b], text: '{' },
    { name: 'a second byte order mark as text', bytes: [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], text: '\ufeff' },
    { name: 'a byte order mark in latin-1 as text', bytes: [0xef, 0xbb, 0xbf], part: 'latin-1', text: '\xef\xbb\xbf' },
  ])('$name', ({ bytes, part, request, text }) => {
    expect(decode(Uint8Array.from(bytes), part, request)).toBe(text)
  })

  test('any text back that was written as UTF-8', () => {
    const text = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.startsWith('\ufeff'))
    fc.assert(
      fc.property(text, (text) => {
        expect(decode(text)).toBe(text)
      }),
    )
  })
})

describe('decodeText refuses', () => {
  test.each(['utf-16', 'utf8', 'windows-1252', 'latin1', ''])('[protocol 32] charset "%s"', (charset) => {
    const unsupported = expect.objectContaining({ code: 'CHARSET_UNSUPPORTED', status: 400 })
    expect(() => decode('a', undefined, charset)).toThrow(unsupported)
    expect(() => decode('a', charset)).toThrow(unsupported)
    expect(() => decode('a', charset)).toThrow(`latin-1 or iso-8859-1; it is in "${charset}".`)
  })

  test.each([
    { name: '[protocol 33] a byte that starts nothing', bytes: [0x61, 0xff], at: 1 },
    { name: '[protocol 33] a trail byte alone', bytes: [0x61, 0xc3, 0xa9, 0x80], at: 3 },
    { name: '[protocol 33] a cut sequence', bytes: [0xe2, 0x82], at: 0 },
    { name: '[protocol 33] an overlong form', bytes: [0x61, 0xc0, 0xaf], at: 1 },
    { name: '[protocol 33] a surrogate', bytes: [0xf0, 0x9f, 0x92, 0xb3, 0xed, 0xa0, 0x80], at: 4 },
    { name: '[protocol 33] a code point past the last', bytes: [0xf4, 0x90, 0x80, 0x80], at: 0 },
    { name: 'a high byte in us-ascii', bytes: [0x61, 0x80], charset: 'us-ascii', at: 1 },
  ])('$name', ({ bytes, charset, at }) => {
    expect(() => decode(Uint8Array.from(bytes), charset)).toThrow(
      expect.objectContaining({
        code: 'CHARSET_INVALID',
        status: 400,
        detail: expect.stringContaining(`at byte ${at}.`),
      }),
    )
  })

  test('the first wrong byte of a long text, wherever a block of it ends', () => {
    const character = fc.constantFrom('a', '\u00e9', '\u20ac', '\ud83d\udcb3')
    const wrong = fc.constantFrom([0xff], [0x80], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x92])
    fc.assert(
      fc.property(fc.nat(4100), character, fc.nat(2100), wrong, (head, character, length, wrong) => {
        const start = Buffer.from('a'.repeat(head) + character.repeat(length))
        const input = Buffer.concat([start, Buffer.from(wrong), Buffer.from(`b${character.repeat(5000)}`)])
        expect(() => decode(input)).toThrow(`not valid UTF-8 at byte ${start.length}.`)
        const firstHigh = character === 'a' ? start.length : head
        expect(() => decode(input, 'us-ascii')).toThrow(`not valid US-ASCII at byte ${firstHigh}.`)
      }),
      { numRuns: 500 },
    )
  })

  test('what a fatal decoder refuses, and nothing else', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0xf0, 0x9f, 0xf4, 0x90),
    )
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (bytes) => {
        const input = Uint8Array.from(bytes)
        let expected: string
        try {
          expected = decoder.decode(input)
        } catch {
          expect(() => decode(input)).toThrow(expect.objectContaining({ code: 'CHARSET_INVALID' }))
          return
        }
        expect(decode(input)).toBe(expected)
      }),
      { numRuns: 5000 },
    )
  })

  test('without showing the text', () => {
    expect(() => decode('caf\u00e9 secret', 'us-ascii')).toThrow(
      'Part "input.messages" is not valid US-ASCII at byte 3. Send UTF-8, or name the charset in Content-Type.',
    )
  })
})
