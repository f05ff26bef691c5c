import { describe, expect, test } from 'vitest'
import type { Exchange } from '../language/exchange.js'
import { encodeRequest, showRequest } from './encode.js'
import { readTarget } from './target.js'

const target = readTarget('http://example.com/guard', { bearerToken: 'sesame' })

function encode(exchange: Exchange): string {
  const { head, pieces } = encodeRequest(exchange, target)
  return head + Buffer.concat(pieces).toString('latin1')
}

const HEAD =
  'Host: example.com\r\nUser-Agent: gatehouse-conformance\r\nConnection: close\r\nAuthorization: Bearer sesame\r\n'

describe('encodeRequest', () => {
  test('a request without a body', () => {
    expect(encode({ method: 'GET', path: '/a' })).toBe(`GET /guard/a HTTP/1.1\r\n${HEAD}\r\n`)
  })

  test('headers as they are, also empty ones', () => {
    const headers = [['Content-Type', '']] as const
    expect(encode({ method: 'POST', path: '/a', headers, body: 'é' })).toBe(
      `POST /guard/a HTTP/1.1\r\n${HEAD}Content-Type: \r\nContent-Length: 2\r\n\r\n\xc3\xa9`,
    )
  })

  test('chunks, and a length that is not true', () => {
    const post = { method: 'POST', path: '/', body: 'abcde' }
    expect(encode({ ...post, framing: { coding: 'chunked', chunkBytes: 3 } })).toContain(
      'Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n',
    )
    expect(encode({ ...post, framing: { announcedBytes: 99 } })).toContain('Content-Length: 99\r\n\r\nabcde')
  })

  test('multipart, whole and spoilt', () => {
    const parts = [{ headers: ['A: b'], body: { before: '<', unit: 'xy', times: 2, after: '>' } }]
    const whole = '--B\r\nA: b\r\n\r\n<xyxy>\r\n--B--\r\n'
    const post = { method: 'POST', path: '/' }
    expect(encode({ ...post, body: { parts, boundary: 'B' } })).toMatch(new RegExp(`\r\n\r\n${whole}$`))
    expect(encode({ ...post, body: { parts, boundary: 'B', cut: 4, preamble: 'P' } })).toMatch(/\r\n\r\nP--B\r.*--B$/s)
    expect(encode({ ...post, body: { parts, boundary: 'B', lineEnd: '\n' } })).toContain(whole.replaceAll('\r', ''))
  })
})

describe('showRequest', () => {
  test('escapes control characters, shortens, and hides the token', () => {
    const shown = showRequest(
      encodeRequest({ method: 'POST', path: '/', body: `\u0000é${'x'.repeat(5000)}` }, target),
      300,
    )
    expect(shown).toContain('Authorization: Bearer ***\\r\\n')
    expect(shown).not.toContain('sesame')
    expect(shown).toContain('\\u0000éxxx')
    expect(shown).toMatch(/^.{0,400}… \(\d+ bytes\)$/s)
  })
})
