import { describe, expect, test } from 'vitest'
import { ReplyReader } from './reply-reader.js'

const replies = [
  { name: 'no content', status: 204, text: 'HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n' },
  { name: 'an announced length', status: 200, text: 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nbody' },
  {
    name: 'chunks, one of which has a size that ends with 0',
    status: 200,
    text: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n\r\n\r\n10\r\n${'x'.repeat(16)}\r\n0\r\n\r\n`,
  },
  { name: 'no chunk', status: 200, text: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n' },
]

describe('ReplyReader finds the end, wherever the bytes are split', () => {
  test.each(replies)('$name', ({ text, status }) => {
    const bytes = Buffer.from(text)
    const reader = new ReplyReader()
    for (let at = 1; at < bytes.length; at++) {
      expect(reader.push(bytes.subarray(0, at)), `split at ${at}`).toBe(false)
      expect(reader.push(bytes.subarray(at)), `split at ${at}`).toBe(true)
      expect(reader.status).toBe(status)
    }
    for (const [at, byte] of bytes.entries()) expect(reader.push(Buffer.of(byte))).toBe(at === bytes.length - 1)
  })
})

test('a reply without an announced end is refused', () => {
  expect(() => new ReplyReader().push(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('has no Content-Length')
})
