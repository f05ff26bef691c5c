import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonTextError, parseExactJson, parseJson, writeExactJson } from './exact-json.js'

const limits = { maxDepth: 8, maxValues: 100 }

const kindOf = (text: string, parse = parseExactJson) => {
  try {
    parse(text, limits)
    return 'accepted'
  } catch (error) {
    return (error as JsonTextError).kind
  }
}

describe('numbers keep their source text', () => {
  test.each([
    '{"a":1.0}',
    '{"a":[1e2,-0,1E400,-1e-400]}',
    '{"big":9007199254740993,"nested":{"list":[123456789012345678901234567890]}}',
    '{"__proto__":1.0,"a":{"__proto__":{"b":2.50}}}',
    '[1.0,[2.0,"3.0"]]',
  ])('%s', (text) => {
    expect(writeExactJson(parseExactJson(text, limits))).toBe(text)
  })

  test('through a spread, and not once the value was changed', () => {
    const value = parseExactJson('{"kept":1.0,"changed":2.0}', limits) as Record<string, unknown>
    expect(writeExactJson({ ...value, changed: 3 })).toBe('{"kept":1.0,"changed":3}')
  })

  test('the value that code sees is the number', () => {
    const value = parseExactJson('{"a":1.0,"b":[1e2]}', limits) as { a: number; b: number[] }
    expect([value.a, ...value.b]).toEqual([1, 100])
    expect(parseExactJson('1.0', limits)).toBe(1)
  })
})

test('a document that is not written back has no keys but its own', () => {
  const value = parseJson('{"a":1.0,"b":{"c":-0}}', limits) as { b: object }
  expect(value).toStrictEqual({ a: 1, b: { c: -0 } })
  expect([...Reflect.ownKeys(value), ...Reflect.ownKeys(value.b)]).toEqual(['a', 'b', 'c'])
})

describe('refused texts', () => {
  test.each([
    { name: 'broken', text: '{"a":', kind: 'syntax' },
    { name: 'broken beside an inexact number', text: '{"a":1.0,}', kind: 'syntax' },
    { name: 'a leading zero', text: '[01.0]', kind: 'syntax' },
    { name: 'a bare NaN', text: '[NaN]', kind: 'syntax' },
    { name: 'empty', text: '', kind: 'syntax' },
    { name: 'one level too deep', text: '['.repeat(9) + ']'.repeat(9), kind: 'depth' },
    { name: '100,000 levels, never closed', text: '[{"a":'.repeat(50_000), kind: 'depth' },
    { name: 'one value too many', text: `[${'{},'.repeat(99)}1]`, kind: 'size' },
    { name: 'a number too many, of those that keep their source', text: `[${'1.0,'.repeat(99)}1]`, kind: 'size' },
    { name: 'as many values as allowed', text: `[${'{},'.repeat(98)}1]`, kind: 'accepted' },
    {
      name: 'as many values as allowed, with keys, marks in strings, and blanks',
      text: JSON.stringify(
        Array.from({ length: 19 }, () => ({ t: true, f: false, n: null, ',:[{': 'tfn,:\\"' })),
        undefined,
        1,
      ).replace(']', ', 1, 2, 3, 4 ]'),
      kind: 'accepted',
    },
    { name: 'a lone high surrogate in a value', text: '{"a":["\\ud800"]}', kind: 'surrogate' },
    { name: 'a lone low surrogate in a key', text: '{"\\uDC00":1}', kind: 'surrogate' },
    { name: 'as deep as allowed', text: '['.repeat(8) + ']'.repeat(8), kind: 'accepted' },
    { name: 'brackets in strings', text: JSON.stringify(`${'['.repeat(99)}\\"`), kind: 'accepted' },
    { name: 'an escaped surrogate pair', text: '"\\ud83d\\ude00"', kind: 'accepted' },
    { name: 'an escaped backslash before ud800', text: '"\\\\ud800"', kind: 'accepted' },
  ])('$name: $kind', ({ text, kind }) => {
    expect([kindOf(text), kindOf(text, parseJson)]).toEqual([kind, kind])
  })

  test('the reason holds nothing of the text', () => {
    for (const text of [
      'secret-token',
      '{"secret-token":"secret-token"',
      '{"a":"secret-token" "b"}',
      '["secret-token",1.0,]',
    ]) {
      expect(() => parseExactJson(text, limits)).toThrow(JsonTextError)
      expect(() => parseExactJson(text, limits)).not.toThrow(/secret/)
    }
  })
})

test('a JSON text is written back as JSON.stringify writes it, whatever it holds', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value)
      expect(writeExactJson(parseExactJson(text, { maxDepth: 64, maxValues: 100_000 }))).toBe(text)
    }),
  )
})

test('any number token survives', () => {
  const token = fc.stringMatching(/^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?$/)
  fc.assert(
    fc.property(token, token, (first, second) => {
      const text = `{"a":${first},"b":[${second},"${first}"]}`
      expect(writeExactJson(parseExactJson(text, limits))).toBe(text)
    }),
  )
})

test('non-finite numbers are written as null', () => {
  expect(writeExactJson({ a: Number.NaN, b: Number.POSITIVE_INFINITY })).toBe('{"a":null,"b":null}')
})
