import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodingNames } from './decoded-run.js'
import { findPayloads, type PayloadSearch } from './find-payloads.js'
import { decodedTextOf, encodingsOf } from './payload.js'

const search: PayloadSearch = {
  encodings: new Set(encodingNames),
  decompress: true,
  maxDepth: 3,
  maxDecoded: 1_048_576,
}
const plain = 'Please tell me where the treasure is'

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const hex = (text: string) => Buffer.from(text).toString('hex')
const percent = (text: string) => hex(text).replaceAll(/../g, '%$&')
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const digits = (bits.match(/.{1,5}/g) ?? []).map((each) => BASE32[Number.parseInt(each.padEnd(5, '0'), 2)]).join('')
  return digits.padEnd(Math.ceil(digits.length / 8) * 8, '=')
}
const eachCode = (write: (code: number) => string) =>
  Array.from(plain, (character) => write(character.charCodeAt(0))).join('')

/** The payloads of a text, as ranges, encodings and what they say. */
function find(text: string, changes: Partial<PayloadSearch> = {}) {
  return findPayloads(text, { ...search, ...changes }).payloads.map((payload) => ({
    range: [payload.start, payload.end],
    encodings: encodingsOf(payload).join(' '),
    text: decodedTextOf(payload),
  }))
}

describe('a text in an encoding', () => {
  test.each([
    ['base64', base64(plain)],
    ['base64', base64(`${plain}!`), `${plain}!`],
    ['base64', Buffer.from(`${plain} ÿÿ`).toString('base64url'), `${plain} ÿÿ`],
    ['base64', base64('Где лежит клад?'), 'Где лежит клад?'],
    ['base64', base64(Buffer.from(plain, 'utf16le'))],
    ['base64', base64(`${plain}. `.repeat(9)).replaceAll(/.{76}/g, '$&\r\n').trim(), `${plain}. `.repeat(9)],
    ['base64', base64(`${plain}. `.repeat(9)).replaceAll(/.{64}/g, '$&\n> ').trim(), `${plain}. `.repeat(9)],
    ['base64', base64(plain.repeat(3000)).slice(0, 65_536), plain.repeat(3000).slice(0, 49_152)],
    ['base32', base32(plain)],
    ['hex', hex(plain)],
    ['hex', hex(plain).toUpperCase()],
    ['hex', hex(plain).replaceAll(/../g, '$& ').trim()],
    ['hex', hex(plain).replaceAll(/../g, '$&:').slice(0, -1)],
    ['hex', hex(plain).replaceAll(/../g, '\\x$&')],
    ['hex', hex(plain).replaceAll(/../g, '0x$&, ').slice(0, -2)],
    ['hex', hex(plain).replaceAll(/../g, '$&-').slice(0, -1)],
    ['hex', hex(plain).replaceAll(/../g, '$&,').slice(0, -1)],
    ['hex', `0x${hex(plain)}`],
    ['percent', percent(plain)],
    ['percent', plain.replaceAll(/[a-z]/g, percent).replaceAll(' ', '+')],
    ['binary', eachCode((code) => code.toString(2).padStart(8, '0'))],
    ['escapes', eachCode((code) => `\\u00${code.toString(16)}`)],
    ['escapes', eachCode((code) => `&#${code};`)],
    ['tags', eachCode((code) => String.fromCodePoint(0xe0000 + code))],
    ['data-uri base64', `data:text/plain;charset=utf-8;base64,${base64(plain)}`],
    ['data-uri percent', `data:,${percent(plain)}`],
    ['data-uri percent', `data:text/html,${encodeURIComponent(plain)}`],
    ['base64 gzip', base64(gzipSync(plain))],
    ['base64 zlib', base64(deflateSync(plain))],
    ['base64 hex', base64(hex(plain))],
    ['base64 base32 hex', base64(base32(hex(plain)))],
    ['percent base64', percent(base64(plain))],
  ])('%s: %s', (encodings, encoded, text = plain) => {
    const before = 'Run ('
    expect(find(`${before}${encoded}) now`)).toEqual([
      { range: [before.length, before.length + encoded.length], encodings, text },
    ])
  })

  test.each([
    ['in a path', `/download/${base64(plain).slice(0, -1)}z/now`, 10],
    ['behind a word', `payload_${base64(plain)}`, 8],
    ['in quotes', `"${hex(plain)}"`, 1],
  ])('%s', (_, text, start) => {
    expect(find(text)).toMatchObject([
      { range: [start, expect.any(Number)], text: expect.stringContaining('treasure') },
    ])
  })

  test('around others: all of them are put in place', () => {
    const text = `first ${base64(`say ${hex(plain)} aloud`)} then ${percent(plain)} end`
    expect(find(text).map((each) => each.text)).toEqual([`say ${plain} aloud`, plain])
  })

  test('only the encodings that are asked for', () => {
    const text = `${base64(plain)} ${hex(plain)}`
    expect(find(text, { encodings: new Set(['hex']) })).toMatchObject([{ encodings: 'hex' }])
  })

  test('what is compressed only when that is asked for', () => {
    expect(find(base64(gzipSync(plain)), { decompress: false })).toEqual([])
  })
})

describe('nothing in', () => {
  const bytes = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 167 + 13) % 256))
  test.each([
    ['prose', 'A harmless sentence with a dissatisfactory electroencephalogram, AND ONE IN CAPITAL LETTERS.'],
    ['names of a program', 'const getElementsByClassName = document.getElementsByClassName2OrThrow'],
    ['a path', '/usr/local/share/applications/vendor_modules/node-types'],
    ['an image', `data:image/png;base64,iVBORw0KGgo${base64(bytes)}`],
    ['a digest', 'd41d8cd98f00b204e9800998ecf8427e e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['an integrity', `sha512-${base64(bytes.subarray(0, 64))}`],
    ['a UUID', '6f1c2f4e-9b6d-4b8e-8f53-0a1b2c3d4e5f'],
    ['a fingerprint', 'SHA1 Fingerprint=AA:BB:0C:1D:2E:3F:40:51:62:73:84:95:A6:B7:C8:D9:EA:FB:0C:1D'],
    ['a public key', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA${base64(bytes.subarray(0, 32))}`],
    [
      'a certificate',
      `-----BEGIN CERTIFICATE-----\n${base64(bytes).replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----`,
    ],
    ['a key', ['Zq7Kx2mPvR9t', 'Lw4YbN8sDfGh5Jk3', 'QxVb6NmRtYuIo1Pa'].join('')],
    ['a URL with blanks', 'https://example.com/?q=how%20are%20you%20today%20then%3F&lang=en%2Dgb'],
    ['a base32 seed', 'JBSWY3DPEHPK3PXP JBSWY3DPEHPK3PXP7ZQMX'],
    ['a number', '20260102030405060708091011121314 0101010101010101'],
    ['an address of a contract', '0x742d35Cc6634C0532925a3b844Bc454e4438f44e'],
    ['a time in bytes', '12 34 56 78 90 12 34 56 78'],
    ['percent codes that are no UTF-8', '%ff%fe%fd%fc%fb%fa%f9'],
    ['escapes beyond Unicode', '\\u{ffffff}'.repeat(8)],
    ['compressed bytes that are broken', base64(Buffer.concat([gzipSync(plain).subarray(0, 20), bytes]))],
    ['compressed bytes of no text', base64(gzipSync(bytes))],
  ])('%s', (_, text) => {
    expect(findPayloads(text, search)).toEqual({ payloads: [], unread: [] })
  })
})

describe('the budget', () => {
  const within = (text: string, changes: Partial<PayloadSearch>) => findPayloads(text, { ...search, ...changes })

  test.each([1, 2, 3])('%d encodings are undone, and one more is told', (maxDepth) => {
    let text = plain
    for (let depth = 0; depth < maxDepth; depth++) text = base64(text)
    expect(within(text, { maxDepth }).unread).toEqual([])
    expect(decodedTextOf(within(text, { maxDepth }).payloads[0] as never)).toBe(plain)
    const deeper = base64(text)
    expect(within(deeper, { maxDepth }).unread).toEqual([{ start: 0, end: deeper.length }])
  })

  test('so much is decoded, and what is left is told', () => {
    const text = `${base64(plain)} ${hex(plain)}`
    const start = base64(plain).length + 1
    expect(within(text, { maxDecoded: plain.length * 2 }).unread).toEqual([])
    const { payloads, unread } = within(text, { maxDecoded: plain.length * 2 - 1 })
    expect(payloads).toHaveLength(1)
    expect(unread).toEqual([{ start, end: text.length }])
  })

  test('what decompresses to too much is told, and costs no more than the budget', () => {
    const bomb = base64(gzipSync('a '.repeat(5_000_000)))
    const startedAt = performance.now()
    const { payloads, unread } = within(Array(200).fill(bomb).join(' '), { maxDecoded: 100_000 })
    expect(payloads).toEqual([])
    expect(unread).toHaveLength(200)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('of a long run each piece is a payload', () => {
    const text = base64(`${plain}. `.repeat(5000))
    const { payloads } = within(text, {})
    expect(payloads.map(({ start, end }) => end - start)).toEqual([65_536, 65_536, 65_536, expect.any(Number)])
    expect(payloads.map((payload) => payload.text).join('')).toBe(`${plain}. `.repeat(5000))
  })
})

describe('any text', () => {
  test('what was encoded is found again, with its place', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'etaoin shrdlu'), minLength: 40, maxLength: 200 })
      .map((text) => `The ${text}`)
    const encode = fc.constantFrom(base64, base32, hex, percent)
    fc.assert(
      fc.property(words, encode, fc.constantFrom('', 'see: ', '"', '(', 'x='), (text, write, before) => {
        const [found] = find(`${before}${write(text)}`)
        expect(found).toMatchObject({ range: [before.length, before.length + write(text).length] })
        expect(found?.text).toBe(text)
      }),
    )
  })

  test('ranges are in order, disjoint and inside the text', () => {
    const unit = fc.constantFrom(
      'QUJD',
      'ZGVm',
      '%41',
      '41',
      ' ',
      '\\x61',
      '\\u0041',
      '&#65;',
      '=',
      'data:,',
      '\n',
      '/',
      'H4sI',
      '\udb40',
    )
    const inside = fc.constantFrom(base64(plain), base64(base64(plain)), base32(plain), hex(plain))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(unit, inside), { maxLength: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (parts, maxDepth) => {
          const text = parts.join('')
          const { payloads, unread } = findPayloads(text, { ...search, maxDepth, maxDecoded: 100 })
          for (const ranges of [payloads, unread]) {
            let last = 0
            for (const { start, end } of ranges) {
              expect(start).toBeGreaterThanOrEqual(last)
              expect(end).toBeGreaterThan(start)
              last = end
            }
            expect(last).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })
})
