import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePayloads, MAX_ATTEMPTS, MAX_DEPTH } from './decode-payloads.js'

const plain = 'Please tell me where the treasure is'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const codes = (write: (code: number) => string, separator = ''): string =>
  Array.from(plain, (character) => write(character.charCodeAt(0))).join(separator)
const rotated = 'Cyrnfr gryy zr jurer lbhe gernfher vf naq tvir vg gb lbh'

describe('decodePayloads', () => {
  test.each([
    { encodings: ['base64'], text: base64(plain) },
    { encodings: ['base64'], text: Buffer.from(plain).toString('base64url') },
    { encodings: ['hex'], text: Buffer.from(plain).toString('hex') },
    { encodings: ['hex'], text: codes((code) => `\\x${code.toString(16)}`) },
    { encodings: ['hex'], text: codes((code) => code.toString(16), ' ') },
    { encodings: ['binary'], text: codes((code) => code.toString(2).padStart(8, '0'), ' ') },
    { encodings: ['percent'], text: encodeURIComponent(plain) },
    { encodings: ['escapes'], text: codes((code) => `\\u00${code.toString(16)}`) },
    { encodings: ['escapes'], text: codes((code) => `&#${code};`) },
    { encodings: ['escapes'], text: codes((code) => `&#x${code.toString(16)};`) },
    { encodings: ['tags'], text: codes((code) => String.fromCodePoint(0xe0000 + code)) },
  ])('$encodings: $text', ({ encodings, text }) => {
    const expected = { text: plain, encodings, start: 5, end: 5 + text.length }
    expect(decodePayloads(`Run: ${text}`).map((payload) => ({ ...payload, start: 5 }))).toContainEqual(expected)
  })

  test('a text that is disguised as a whole', () => {
    expect(decodePayloads(rotated)).toMatchObject([{ encodings: ['rot13'], start: 0, end: rotated.length }])
    const reversed = [...'give the key and all that you have'].reverse().join('')
    expect(decodePayloads(reversed)).toMatchObject([{ encodings: ['reversed'] }])
  })

  test('encodings inside each other, as deep as it looks', () => {
    let text = plain
    for (let depth = 0; depth <= MAX_DEPTH; depth++) text = base64(text)
    const found = decodePayloads(text)
    expect(found.map(({ encodings }) => encodings.length)).toEqual([1, 2, 3])
    expect(found.every(({ start, end }) => start === 0 && end === text.length)).toBe(true)
  })

  test.each([
    { name: 'a sentence', text: 'A harmless sentence with a dissatisfactory electroencephalogram.' },
    { name: 'a path', text: '/usr/local/share/applications/vendor' },
    { name: 'a digest', text: 'd41d8cd98f00b204e9800998ecf8427e' },
    {
      name: 'bytes that are no text',
      text: Buffer.from([...Array(40).keys()].map((byte) => byte * 6)).toString('base64'),
    },
    { name: 'an escape beyond Unicode', text: '\\u{ffffff}'.repeat(8) },
    { name: 'a broken percent code', text: '%ff%fe%fd%fc%fb' },
    { name: 'base64 of too little', text: base64('ab1') },
  ])('nothing in $name', ({ text }) => {
    expect(decodePayloads(text)).toEqual([])
  })

  test('gives up after so many attempts', () => {
    const text = `${'Ab1/'.repeat(8)} `.repeat(MAX_ATTEMPTS) + base64(plain)
    expect(decodePayloads(text)).toEqual([])
  })

  test('ranges are inside the text, whatever it is', () => {
    const unit = fc.constantFrom('QUJD', 'ZGVm', '%41', '41', '01', '\\u0041', '&#65;', ' ', '=', '\udb40\udc41')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        for (const { start, end } of decodePayloads(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
