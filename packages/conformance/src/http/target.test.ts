import { describe, expect, test } from 'vitest'
import { readTarget } from './target.js'

describe('readTarget', () => {
  test.each([
    { url: 'http://example.com', host: 'example.com', port: 80, authority: 'example.com', basePath: '' },
    { url: 'http://127.0.0.1:8000/', host: '127.0.0.1', port: 8000, authority: '127.0.0.1:8000', basePath: '' },
    {
      url: 'https://example.com/guard//',
      host: 'example.com',
      port: 443,
      authority: 'example.com',
      basePath: '/guard',
    },
    { url: 'http://[::1]:8000', host: '::1', port: 8000, authority: '[::1]:8000', basePath: '' },
  ])('$url', ({ url, ...target }) => {
    expect(readTarget(url)).toMatchObject(target)
  })

  test('TLS is for https, and checks certificates unless told otherwise', () => {
    expect(readTarget('http://example.com').tls).toBeUndefined()
    expect(readTarget('https://example.com', { ca: 'pem' }).tls).toEqual({ rejectUnauthorized: true, ca: 'pem' })
    expect(readTarget('https://example.com', { insecure: true }).tls).toEqual({ rejectUnauthorized: false })
  })

  test.each([
    '',
    'example.com',
    'ftp://example.com',
    'http://user:secret@example.com',
    'http://example.com/?a=b',
    'http://example.com/#a',
  ])('refuses %j, and does not repeat it', (url) => {
    expect(() => readTarget(url)).toThrow(/^The URL of the server must (begin with|have no)(?!.*secret)/)
  })

  test('refuses a token that would end its header line', () => {
    expect(() => readTarget('http://example.com', { bearerToken: 'a\r\nX: y' })).toThrow(/RFC 6750/)
  })
})
