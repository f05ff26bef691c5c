import { constants } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseContentType } from './content-type.js'
import { decodeText } from './decode-text.js'
import { encodeMultipart } from './encode-multipart.js'
import { parseMultipart } from './parse-multipart.js'

const type = { boundary: 'B' }

/** A body with CRLF line ends from lines, in Latin-1. */
function body(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

function parse(bytes: Buffer, limits = {}) {
  return parseMultipart(bytes, type, limits).map(({ name, charset, bytes }) => ({
    name,
    charset,
    bytes: bytes.toString('latin1'),
  }))
}

/** A body with one part `x` under these headers. */
function part(...headers: string[]): Buffer {
  return body('--B', ...headers, '', 'x', '--B--', '')
}

const malformed = 'MULTIPART_MALFORMED'
const named = 'Content-Disposition: form-data; name="metadata"'

describe('parseMultipart reads', () => {
  test('the parts in their order', () => {
    const bytes = body(
      '--B',
      named,
      'Content-Type: application/json',
      '',
      '{}',
      '--B',
      'Content-Disposition: form-data; name="input.messages"',
      '',
      '{"messages":[]}',
      '--B--',
      '',
    )
    expect(parse(bytes)).toEqual([
      { name: 'metadata', charset: undefined, bytes: '{}' },
      { name: 'input.messages', charset: undefined, bytes: '{"messages":[]}' },
    ])
  })

  test('views, not copies', () => {
    const bytes = part(named)
    expect(parseMultipart(bytes, type)[0]?.bytes.buffer).toBe(bytes.buffer)
  })

  test.each([
    { name: 'of an ASCII body', content: 'x', ascii: 'x' },
    { name: 'not of a body with other bytes', content: '\x80', ascii: undefined },
  ])('the text $name', ({ content, ascii }) => {
    expect(parseMultipart(body('--B', named, '', content, '--B--'), type)[0]?.ascii).toBe(ascii)
  })

  test.each([
    { name: 'an empty body', bytes: Buffer.alloc(0), contents: [] },
    { name: 'a closing boundary alone', bytes: body('--B--'), contents: [] },
    {
      name: 'an empty line before the first boundary',
      bytes: body('', '--B', named, '', 'x', '--B--'),
      contents: ['x'],
    },
    { name: 'no line end after the closing boundary', bytes: body('--B', named, '', 'x', '--B--'), contents: ['x'] },
    {
      name: 'bytes after the closing boundary',
      bytes: body('--B', named, '', 'x', '--B--z', '--B', 'z'),
      contents: ['x'],
    },
    { name: 'an empty part', bytes: body('--B', named, '', '', '--B--'), contents: [''] },
    { name: 'a part of one CRLF', bytes: body('--B', named, '', '', '', '--B--'), contents: ['\r\n'] },
    {
      name: 'line ends in a part',
      bytes: body('--B', named, '', 'a\nb\rc', '', '-B', '--B--'),
      contents: ['a\nb\rc\r\n\r\n-B'],
    },
    {
      name: 'the boundary in the middle of a line',
      bytes: body('--B', named, '', 'a--B', '--B--'),
      contents: ['a--B'],
    },
    {
      name: 'the boundary after a bare LF',
      bytes: body('--B', named, '', 'a\n--B--', '--B--'),
      contents: ['a\n--B--'],
    },
    {
      name: 'a part that begins like the delimiter',
      bytes: body('--B', named, '', '\r\n-\r\n--', '--B--'),
      contents: ['\r\n-\r\n--'],
    },
    {
      name: 'the same name twice',
      bytes: body('--B', named, '', 'a', '--B', named, '', 'b', '--B--'),
      contents: ['a', 'b'],
    },
  ])('$name', ({ bytes, contents }) => {
    expect(parse(bytes).map(({ bytes }) => bytes)).toEqual(contents)
  })

  test.each([
    { header: 'content-disposition:form-data;name=metadata', name: 'metadata' },
    { header: 'CONTENT-DISPOSITION: FORM-DATA; NAME="metadata"', name: 'metadata' },
    { header: 'Content-Disposition: attachment; name="metadata"', name: 'metadata' },
    { header: 'Content-Disposition: form-data; name="Metadata"', name: 'Metadata' },
    { header: 'Content-Disposition: form-data; filename="a;b=\\"c\\".json"; name="metadata"', name: 'metadata' },
    { header: 'Content-Disposition: form-data; name="metadata"; filename="C:\\dir\\file"', name: 'metadata' },
    { header: "Content-Disposition: form-data; name=metadata; filename*=UTF-8''%e2%82%ac", name: 'metadata' },
    { header: 'Content-Disposition: form-data; name="metadata";', name: 'metadata' },
    { header: 'Content-Disposition: form-data; name=""', name: '' },
    { header: 'Content-Disposition: form-data; name="meta\\data"', name: 'meta\\data' },
    { header: 'Content-Disposition: form-data; name="a\\"b\\\\c"', name: 'a"b\\c' },
    { header: 'Content-Disposition: form-data; name="a%22b%0d%0Ac%41"', name: 'a"b\r\nc%41' },
    { header: 'Content-Disposition: form-data; name="\xc3\xa9"', name: '\u00e9' },
  ])('$header', ({ header, name }) => {
    expect(parse(part(header))).toEqual([{ name, charset: undefined, bytes: 'x' }])
  })

  test.each([
    { header: 'Content-Type: application/json', charset: undefined },
    { header: 'Content-Type: application/json; charset=ISO-8859-1', charset: 'ISO-8859-1' },
    { header: 'content-type: text/plain;format=flowed; Charset="utf-8"', charset: 'utf-8' },
    { header: 'Content-Type: image/png', charset: undefined },
    { header: 'Content-Type:', charset: undefined },
    { header: 'Content-Type: ;;=', charset: undefined },
    { header: 'Content-Transfer-Encoding: binary', charset: undefined },
  ])('$header', ({ header, charset }) => {
    expect(parse(part(header, named))).toEqual([{ name: 'metadata', charset, bytes: 'x' }])
  })

  test('[protocol 28] six unknown parts beside the six known', () => {
    const parts = Array.from({ length: 12 }, (_, index) => [
      '--B',
      `Content-Disposition: form-data; name="n${index}"`,
      '',
      '',
    ])
    expect(parse(body(...parts.flat(), '--B--'))).toHaveLength(12)
  })

  test('[protocol 29] a part of 32 MiB', () => {
    const content = Buffer.alloc(32 * 1024 * 1024, 'a')
    const bytes = Buffer.concat([body('--B', named, '', ''), content, body('', '--B--')])
    expect(parseMultipart(bytes, type)[0]?.bytes).toHaveLength(content.length)
  })
})

describe('parseMultipart refuses', () => {
  test.each([
    { name: '[protocol 24] another boundary', bytes: body('--C', named, '', 'x', '--C--'), code: malformed, offset: 0 },
    {
      name: 'text before the first boundary',
      bytes: body('x', '--B', named, '', 'x', '--B--'),
      code: malformed,
      offset: 0,
    },
    {
      name: 'two empty lines before the first boundary',
      bytes: body('', '', '--B', named, '', 'x', '--B--'),
      code: malformed,
      offset: 2,
    },
    {
      name: 'bare LF line ends',
      bytes: Buffer.from(part(named).toString().replaceAll('\r\n', '\n')),
      code: malformed,
      offset: 3,
    },
    { name: 'bare LF in the headers', bytes: part(`${named}\nA: b`), code: malformed, offset: 5 },
    { name: 'bare CR in the headers', bytes: part(`${named}\rA: b`), code: malformed, offset: 5 },
    { name: '[protocol 26] a cut in the first boundary', bytes: body('--'), code: malformed, offset: 0 },
    { name: '[protocol 26] a cut after the first boundary', bytes: body('--B'), code: malformed, offset: 3 },
    { name: '[protocol 26] a cut in the headers', bytes: body('--B', named), code: malformed, offset: 5 },
    { name: '[protocol 26] a cut in a part', bytes: body('--B', named, '', 'x'), code: malformed, offset: 56 },
    {
      name: '[protocol 26] a cut before the closing dashes',
      bytes: body('--B', named, '', 'x', '--B'),
      code: malformed,
      offset: 62,
    },
    {
      name: '[protocol 26] a cut between the closing dashes',
      bytes: body('--B', named, '', 'x', '--B-'),
      code: malformed,
      offset: 62,
    },
    { name: 'a longer boundary', bytes: body('--B', named, '', 'x', '--Bx', '', '--B--'), code: malformed, offset: 62 },
    { name: 'padding after a boundary', bytes: body('--B ', named, '', 'x', '--B--'), code: malformed, offset: 3 },
    { name: 'no blank line after the headers', bytes: body('--B', named, '--B--', '', ''), code: malformed, offset: 5 },
    {
      name: 'no line end before the next boundary',
      bytes: body('--B', named, '', '--B', named, '', 'x', '--B--'),
      code: malformed,
      offset: 56,
    },
    {
      name: 'a boundary that reads like a header',
      bytes: body('--B', named, '--B: x', '', 'x', '--B--'),
      code: malformed,
      offset: 5,
    },
    { name: 'a header without a colon', bytes: part(named, 'broken'), code: malformed, offset: 5 },
    { name: 'a header without a name', bytes: part(named, ': x'), code: malformed, offset: 5 },
    { name: 'white space before the colon', bytes: part(named, 'A : x'), code: malformed, offset: 5 },
    { name: 'a control character in a header', bytes: part(named, 'A: \0'), code: malformed, offset: 5 },
    {
      name: 'a folded header',
      bytes: part('Content-Disposition: form-data;', ' name="metadata"'),
      code: malformed,
      offset: 5,
    },
    {
      name: 'two dispositions',
      bytes: part(named, 'content-disposition: form-data; name="a"'),
      code: malformed,
      offset: 5,
    },
    {
      name: 'two content types',
      bytes: part(named, 'Content-Type: a/b', 'Content-type: a/b'),
      code: malformed,
      offset: 5,
    },
    {
      name: 'two charsets',
      bytes: part(named, 'Content-Type: a/b; charset=utf-8; charset=n'),
      code: malformed,
      offset: 5,
    },
    {
      name: 'a charset that cannot be read',
      bytes: part(named, 'Content-Type: a/b; Charset="n'),
      code: malformed,
      offset: 5,
    },
    { name: 'two names', bytes: part(`${named}; name="a"`), code: malformed, offset: 5 },
    {
      name: 'an open quote',
      bytes: part('Content-Disposition: form-data; name="metadata'),
      code: malformed,
      offset: 5,
    },
    {
      name: 'a header block over 16 KiB',
      bytes: part(named, `A: ${'a'.repeat(16 * 1024)}`),
      code: malformed,
      offset: 5,
    },
    {
      name: '[protocol 27] a part without headers',
      bytes: body('--B', '', 'x', '--B--'),
      code: 'PART_UNNAMED',
      offset: 5,
    },
    {
      name: '[protocol 27] a part without a disposition',
      bytes: part('Content-Type: a/b'),
      code: 'PART_UNNAMED',
      offset: 5,
    },
    {
      name: '[protocol 27] a disposition without a name',
      bytes: part('Content-Disposition: form-data; filename="a"'),
      code: 'PART_UNNAMED',
      offset: 5,
    },
    {
      name: '[protocol 27] a disposition with an extended name only',
      bytes: part("Content-Disposition: form-data; name*=utf-8''a"),
      code: 'PART_UNNAMED',
      offset: 5,
    },
  ])('$name', ({ bytes, code, offset }) => {
    expect(() => parse(bytes)).toThrow(
      expect.objectContaining({ code, status: 400, detail: expect.stringContaining(`byte ${offset}:`) }),
    )
  })

  test.each([
    { count: 32, limits: {} },
    { count: 3, limits: { maxParts: 3 } },
  ])('[protocol 28] one part more than $count', ({ count, limits }) => {
    const parts = (some: number) => body(...Array.from({ length: some }, () => ['--B', named, '', '']).flat(), '--B--')
    expect(parse(parts(count), limits)).toHaveLength(count)
    expect(() => parse(parts(count + 1), limits)).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_PARTS', status: 400 }),
    )
  })

  test('[protocol 28] forty unknown parts', () => {
    const parts = Array.from({ length: 40 }, (_, index) => [
      '--B',
      `Content-Disposition: form-data; name="n${index}"`,
      '',
      '',
    ])
    expect(() => parse(body(...parts.flat(), '--B--'))).toThrow(
      expect.objectContaining({ code: 'TOO_MANY_PARTS', status: 400 }),
    )
  })

  test('[protocol 29] a part over the limit, naming it and both sizes', () => {
    expect(parse(part(named), { maxPartBytes: 1 })).toHaveLength(1)
    expect(() => parse(body('--B', named, '', 'xy', '--B--'), { maxPartBytes: 1 })).toThrow(
      expect.objectContaining({
        code: 'PART_TOO_LARGE',
        status: 413,
        detail: 'Multipart body, byte 56: part "metadata" may have 1 bytes; it has 2.',
      }),
    )
  })

  test.each(['input.parameters', 'response.parameters'])('a part %s over its own limit', (name) => {
    const parameters = body('--B', `Content-Disposition: form-data; name="${name}"`, '', 'xyz', '--B--')
    expect(parse(parameters, { maxParametersBytes: 3 })).toHaveLength(1)
    expect(() => parse(parameters, { maxParametersBytes: 2 })).toThrow(
      expect.objectContaining({
        code: 'PART_TOO_LARGE',
        detail: expect.stringContaining('may have 2 bytes; it has 3'),
      }),
    )
    expect(() => parse(parameters, { maxPartBytes: 2 })).toThrow(expect.objectContaining({ code: 'PART_TOO_LARGE' }))
  })

  test('a body that is longer than a string can be', () => {
    // Never written to, so it takes no memory.
    const bytes = Buffer.allocUnsafeSlow(constants.MAX_STRING_LENGTH + 1)
    expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: 'BODY_TOO_LARGE', status: 413 }))
  })

  test('never says in an error what a part holds', () => {
    const bytes = body('--B', named, 'X-Token: secret', 'folded', '', 'secret', '--B--')
    expect(() => parse(bytes)).toThrow(expect.not.objectContaining({ detail: expect.stringContaining('secret') }))
  })
})

/** UTF-8 without the byte order mark that may stand before it. */
function withoutMark(bytes: Buffer): string {
  return bytes.toString().replace(/^\ufeff/, '')
}

describe('properties', () => {
  const content = fc.oneof(
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc
      .array(fc.constantFrom('\r', '\n', '-', '--', '\r\n--', 'B', 'x', '{', '\u20ac'))
      .map((pieces) => pieces.join('')),
  )

  test('what is encoded is parsed back, in the order of the protocol', () => {
    fc.assert(
      fc.property(content, content, content, (input, parameters, metadata) => {
        const { contentType, body } = encodeMultipart({
          metadata,
          'input.messages': input,
          'input.parameters': parameters,
        })
        const parts = parseMultipart(Buffer.from(body), parseContentType(contentType))
        expect(parts.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
          ['input.parameters', parameters],
          ['input.messages', input],
          ['metadata', metadata],
        ])
        expect(parts.map((part) => decodeText(part, undefined))).toEqual(parts.map(({ bytes }) => withoutMark(bytes)))
      }),
    )
  })

  test('every cut of a body is malformed, up to the closing dashes', () => {
    const whole = body('--B', named, 'Content-Type: a/b; charset=utf-8', '', '{}', '--B', named, '', '[]', '--B--')
    for (let length = 1; length < whole.length; length++) {
      expect(() => parse(whole.subarray(0, length))).toThrow(expect.objectContaining({ code: malformed }))
    }
    expect(parse(whole)).toHaveLength(2)
  })

  /** The least time of a few runs, since what else the machine does makes one longer; a run that is `quick` is enough. */
  const leastMs = (run: () => void, quick = 2) => {
    let least = Number.POSITIVE_INFINITY
    for (let count = 0; count < 10 && least > quick; count++) {
      const from = performance.now()
      run()
      least = Math.min(least, performance.now() - from)
    }
    return least
  }

  test('a header block of 16 KB takes linear time to refuse', () => {
    for (const filling of [' ', '\t', 'a', ';', '"', '\\', ';a', '; ', '=', ';a="', '\r\nA: ']) {
      for (const start of ['A:', 'Content-Disposition:', 'Content-Disposition: form-data; name="']) {
        const bytes = part(`${start}${filling.repeat(16_000 / filling.length)}\0`)
        const refuse = () => expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: malformed }))
        expect(leastMs(refuse)).toBeLessThan(20)
      }
    }
  })

  test('time grows with the length, whatever the bytes are made to look like', () => {
    const bytes = 4 * 1024 * 1024
    const boundary = 'a'.repeat(70)
    const starts = [`--${boundary}\r\n${named}\r\n\r\n`, `--${boundary}\r\n`, '']
    const fillings = [
      'a',
      '\r',
      '\r\n',
      '\r\n-',
      '\r\n--',
      `\r\n--${'a'.repeat(69)}`,
      `\n--${boundary}`,
      `--${boundary}\r\n`,
    ]
    for (const start of starts) {
      for (const filling of fillings) {
        const hostile = Buffer.concat([Buffer.from(start), Buffer.alloc(bytes, filling)])
        const refuse = () => expect(() => parseMultipart(hostile, { boundary })).toThrow()
        expect(leastMs(refuse, 1000)).toBeLessThan(1000)
      }
    }
  })
})
