import { parseContentType, parseMultipart } from '@gatehouse/sdk/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conversation, executeRequests } from './requests.js'

test('a conversation has exactly as many bytes as were asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 64, max: 20_000 }), fc.constantFrom('ascii', 'unicode'), (bytes, script) => {
      const text = conversation(bytes, script)
      expect(Buffer.byteLength(text)).toBe(bytes)
      expect(JSON.parse(text).messages.length).toBeGreaterThan(0)
    }),
  )
})

test('each request is whole, and has a boundary and ids of its own', () => {
  const requests = executeRequests('/execute', conversation(64), { traceparent: '00' })
  const seen = requests.map((request) => {
    const end = request.indexOf('\r\n\r\n') + 4
    const [line, ...fields] = request.toString('latin1', 0, end - 4).split('\r\n')
    const headers = Object.fromEntries(fields.map((field) => field.split(': ', 2)))
    expect(line).toBe('POST /execute HTTP/1.1')
    expect(headers).toMatchObject({ traceparent: '00', 'Content-Length': String(request.length - end) })
    const type = parseContentType(headers['Content-Type'])
    const parts = parseMultipart(request.subarray(end), type)
    expect(parts.map(({ name }) => name)).toEqual(['metadata', 'input.parameters', 'input.messages'])
    return [type.boundary, parts[0]?.bytes.toString()]
  })
  expect(new Set(seen.flat()).size).toBe(2 * requests.length)
})
