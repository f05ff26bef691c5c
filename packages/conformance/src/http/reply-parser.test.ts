import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExchangeFailure } from './exchange-error.js'
import { ReplyParser } from './reply-parser.js'

const MAX_BYTES = 1000

function parse(pieces: readonly Uint8Array[], method = 'GET', ended = true) {
  const parser = new ReplyParser(method, MAX_BYTES)
  for (const piece of pieces) parser.push(piece)
  if (ended) parser.end()
  return parser.reply
}

const bytes = (text: string) => Buffer.from(text, 'latin1')
const view = (text: string, method?: string) => {
  const { status, headers, body, surplusBytes } = parse([bytes(text)], method) ?? {}
  return { status, headers, body: body?.toString('latin1'), surplusBytes }
}

describe('a reply is read', () => {
  test.each([
    { name: 'with a length', text: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi', body: 'hi' },
    {
      name: 'in chunks',
      text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;x=y\r\ni\r\n0\r\n\r\n',
      body: 'hi',
    },
    { name: 'with trailers', text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n', body: '' },
    { name: 'until the connection closes', text: 'HTTP/1.0 200 OK\r\n\r\nhi', body: 'hi' },
    { name: 'without a reason phrase', text: 'HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n', body: '' },
    {
      name: 'after an interim reply',
      text: 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
      body: '',
    },
  ])('$name', ({ text, body }) => {
    expect(view(text)).toMatchObject({ status: 200, body, surplusBytes: 0 })
  })

  test('without a body after HEAD and in a 204, where what follows is surplus', () => {
    expect(view('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n', 'HEAD')).toMatchObject({ body: '', surplusBytes: 0 })
    expect(view('HTTP/1.1 204 No Content\r\n\r\nhi')).toMatchObject({ status: 204, body: '', surplusBytes: 2 })
  })

  test('header by header, with names in lower case and values as they came', () => {
    expect(view('HTTP/1.1 204 No Content\r\nX-A:  b\t\r\nx-a: \xe9\x85\r\n\r\n').headers).toEqual([
      ['x-a', 'b'],
      ['x-a', '\xe9\x85'],
    ])
  })

  test('the same in whatever pieces it comes', () => {
    const chunk = fc.string({ minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 30 })), (chunks, cuts) => {
        const body = Buffer.concat(
          chunks.map((text) =>
            Buffer.concat([bytes(`${Buffer.byteLength(text).toString(16)}\r\n`), Buffer.from(text), bytes('\r\n')]),
          ),
        )
        const whole = Buffer.concat([
          bytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'),
          body,
          bytes('0\r\n\r\n'),
        ])
        const pieces: Buffer[] = []
        let start = 0
        for (const cut of cuts) {
          pieces.push(whole.subarray(start, start + cut))
          start += cut
        }
        pieces.push(whole.subarray(start))
        expect(parse(pieces, 'GET', false)?.body.toString()).toBe(chunks.join(''))
      }),
    )
  })
})

describe('what is no reply is refused', () => {
  test.each<{ name: string; text: string; failure: ExchangeFailure }>([
    { name: 'nothing', text: '', failure: 'closed' },
    { name: 'half a head', text: 'HTTP/1.1 200 OK\r\nX: ', failure: 'closed' },
    { name: 'half a body', text: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi', failure: 'closed' },
    { name: 'half a chunk', text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhi', failure: 'closed' },
    { name: 'garbage', text: 'SSH-2.0-OpenSSH\r\n\r\n', failure: 'malformed' },
    { name: 'another version', text: 'HTTP/2 200\r\n\r\n', failure: 'malformed' },
    { name: 'a status of two digits', text: 'HTTP/1.1 20 OK\r\n\r\n', failure: 'malformed' },
    { name: 'a switch of protocols', text: 'HTTP/1.1 101 Switching\r\n\r\n', failure: 'malformed' },
    { name: 'a folded header', text: 'HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\n', failure: 'malformed' },
    { name: 'a blank before the colon', text: 'HTTP/1.1 200 OK\r\nX : a\r\n\r\n', failure: 'malformed' },
    { name: 'a bare line feed', text: 'HTTP/1.1 200 OK\r\nX: a\nY: b\r\n\r\n', failure: 'malformed' },
    {
      name: 'two lengths',
      text: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nhi',
      failure: 'malformed',
    },
    { name: 'a negative length', text: 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n', failure: 'malformed' },
    {
      name: 'a length and chunks',
      text: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      failure: 'malformed',
    },
    { name: 'another coding', text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n', failure: 'malformed' },
    {
      name: 'a chunk size that is no number',
      text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      failure: 'malformed',
    },
    {
      name: 'a chunk longer than its size',
      text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nhi\r\n',
      failure: 'malformed',
    },
    {
      name: 'a chunk line without end',
      text: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'0'.repeat(2000)}`,
      failure: 'malformed',
    },
    { name: 'a head without end', text: `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(65_990)}`, failure: 'malformed' },
    { name: 'interim replies without end', text: 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(9), failure: 'malformed' },
    { name: 'an announced flood', text: 'HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n', failure: 'too-large' },
    { name: 'a flood', text: `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(70_000)}`, failure: 'too-large' },
  ])('$name', ({ text, failure }) => {
    expect(() => parse([bytes(text)])).toThrow(expect.objectContaining({ failure }))
  })
})

test('a reply of many small pieces takes linear time', () => {
  const parser = new ReplyParser('GET', 10_000_000)
  parser.push(bytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'))
  for (let count = 0; count < 200_000; count++) parser.push(bytes('1\r\nx\r\n'))
  parser.push(bytes('0\r\n\r\n'))
  expect(parser.reply?.body.length).toBe(200_000)
})
