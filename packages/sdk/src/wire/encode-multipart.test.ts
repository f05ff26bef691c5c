import { expect, test } from 'vitest'
import { encodeMultipart } from './encode-multipart.js'

test('the bytes of a reply', () => {
  const { contentType, body } = encodeMultipart({
    metadata: '{"processor_id":"acme:card-scrubber"}',
    'input.messages': '{"messages":[{"content":"\u20ac"}]}',
  })
  const boundary = /^multipart\/form-data;charset=utf-8;boundary="([0-9a-f]{32})"$/.exec(contentType)?.[1]
  expect(boundary).toBeDefined()
  expect(body).toBe(
    [
      `--${boundary}`,
      'Content-Disposition: form-data; name="input.messages"',
      'Content-Type: application/json',
      '',
      '{"messages":[{"content":"\u20ac"}]}',
      `--${boundary}`,
      'Content-Disposition: form-data; name="metadata"',
      'Content-Type: application/json',
      '',
      '{"processor_id":"acme:card-scrubber"}',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  )
})

test('[protocol 73] metadata comes last, whatever the order of the keys', () => {
  const { body } = encodeMultipart({
    metadata: '',
    reject: '',
    'response.choices': '',
    'input.messages': '',
    'response.parameters': '',
    'input.parameters': '',
  })
  expect([...body.matchAll(/name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'input.parameters',
    'response.parameters',
    'input.messages',
    'response.choices',
    'reject',
    'metadata',
  ])
})

test('no part gives a closing boundary alone', () => {
  expect(encodeMultipart({ metadata: undefined }).body).toMatch(/^--[0-9a-f]{32}--\r\n$/)
})

test('[protocol 73] boundaries do not repeat', () => {
  const boundaries = Array.from({ length: 1000 }, () => encodeMultipart({}).contentType)
  expect(new Set(boundaries).size).toBe(1000)
})
