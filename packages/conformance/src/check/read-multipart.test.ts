import { describe, expect, test } from 'vitest'
import type { Reply } from '../http/reply.js'
import { readMultipart } from './read-multipart.js'

const PART = 'Content-Disposition: form-data; name="metadata"\r\nContent-Type: application/json\r\n\r\n{"a":"é"}'
const BODY = `--B\r\n${PART}\r\n--B--\r\n`

function read(
  body: string,
  contentType = 'multipart/form-data;charset=utf-8;boundary="B"',
  encoding: BufferEncoding = 'utf8',
) {
  const reply: Reply = {
    status: 200,
    headers: [['content-type', contentType]],
    body: Buffer.from(body, encoding),
    surplusBytes: 0,
  }
  const { parts, faults } = readMultipart(reply)
  return { parts: parts.map(({ name, json }) => [name, json]), faults }
}

describe('well framed', () => {
  test.each([
    { name: 'one part', body: BODY, parts: [['metadata', { a: 'é' }]] },
    {
      name: 'two parts',
      body: `--B\r\n${PART.replace('metadata', 'reject')}\r\n${BODY}`,
      parts: [
        ['reject', { a: 'é' }],
        ['metadata', { a: 'é' }],
      ],
    },
    {
      name: 'headers in another order and case',
      body: BODY.replace(
        /(Content-D.*)\r\n(Content-T.*)\r\n/,
        (_, disposition, type) => `${type}\r\n${disposition.toLowerCase()}\r\n`,
      ),
      parts: [['metadata', { a: 'é' }]],
    },
  ])('$name', ({ body, parts }) => {
    expect(read(body)).toEqual({ parts, faults: [] })
  })

  test.each(['multipart/form-data; boundary=B', 'Multipart/Form-Data;boundary="\\B"'])('type %s', (contentType) => {
    expect(read(BODY, contentType).faults).toEqual([])
  })

  test('a boundary of 70 characters, quoted since it needs it', () => {
    const boundary = `${"a'()+_,-./:=? b".repeat(5)}`.slice(0, 70)
    expect(read(BODY.replaceAll('--B', `--${boundary}`), `multipart/form-data; boundary="${boundary}"`).faults).toEqual(
      [],
    )
  })
})

describe('badly framed', () => {
  test.each([
    { name: 'text before', body: `x${BODY}`, fault: 'does not begin' },
    { name: 'text after', body: `${BODY}x`, fault: 'end of the body' },
    { name: 'no CRLF at the end', body: BODY.slice(0, -2), fault: 'end of the body' },
    { name: 'no closing boundary', body: BODY.slice(0, -7), fault: 'closing boundary is missing' },
    { name: 'bare line feeds', body: BODY.replaceAll('\r\n', '\n'), fault: 'does not begin' },
    { name: 'a bare line feed in a head', body: BODY.replace('"\r\nC', '"\nC'), fault: 'ASCII lines' },
    { name: 'a header that is not ASCII', body: BODY.replace('metadata', 'métadata'), fault: 'ASCII lines' },
    { name: 'a file name', body: BODY.replace('"metadata"', '"metadata"; filename="a"'), fault: 'Content-Disposition' },
    { name: 'no disposition', body: BODY.replace(/Content-D.*\r\n/, ''), fault: 'Content-Disposition' },
    { name: 'no type', body: BODY.replace(/Content-T.*\r\n/, 'X: y\r\n'), fault: 'Content-Type' },
    { name: 'another type', body: BODY.replace('application/json', 'text/plain'), fault: 'Content-Type' },
    { name: 'broken JSON', body: BODY.replace('}', ''), fault: 'JSON object' },
    { name: 'a list', body: BODY.replace(/\{.*\}/, '[]'), fault: 'JSON object' },
    { name: 'the boundary inside', body: BODY.replace('é', 'B'), fault: 'contains the boundary' },
  ])('$name', ({ body, fault }) => {
    expect(read(body).faults.join('\n')).toContain(fault)
  })

  test('bytes that are not UTF-8', () => {
    expect(read(BODY, undefined, 'latin1').faults.join()).toContain('UTF-8')
  })

  test.each([
    { type: 'multipart/mixed; boundary=B', fault: 'not multipart/form-data' },
    { type: 'multipart/form-data', fault: 'no boundary' },
    { type: 'multipart/form-data; boundary=""', fault: 'no boundary' },
    { type: `multipart/form-data; boundary=${'x'.repeat(71)}`, fault: 'no boundary' },
    { type: 'multipart/form-data; boundary="B "', fault: 'no boundary' },
    { type: 'multipart/form-data; boundary=a:b', fault: 'needs quotes' },
  ])('type $type', ({ type, fault }) => {
    expect(read(BODY, type).faults.join()).toContain(fault)
  })
})
