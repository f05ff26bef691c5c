import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Tags, type TagsInit } from './index.js'

const entries = (tags: Tags) => [...tags]

describe('tags can be made from', () => {
  test.each<{ name: string; init: TagsInit | undefined; expected: unknown }>([
    { name: 'nothing', init: undefined, expected: [] },
    { name: 'one value', init: { Topic: 'B' }, expected: [['topic', ['b']]] },
    { name: 'values in order', init: { lang: ['fr', 'en'] }, expected: [['lang', ['fr', 'en']]] },
    { name: 'values that differ only in case', init: { lang: ['EN', 'fr', 'en'] }, expected: [['lang', ['en', 'fr']]] },
    { name: 'keys that differ only in case', init: { Lang: 'EN', lang: 'fr' }, expected: [['lang', ['en', 'fr']]] },
    { name: 'other tags', init: new Tags({ a: ['b', 'c'] }), expected: [['a', ['b', 'c']]] },
  ])('$name', ({ init, expected }) => {
    expect(entries(new Tags(init))).toEqual(expected)
  })

  test('very many values', () => {
    const values = Array.from({ length: 300_000 }, (_, index) => `v${index}`)
    expect(new Tags({ key: values }).get('key')).toHaveLength(300_000)
  })
})

describe('what is no tag is refused', () => {
  test.each([
    { name: 'an empty key', init: { '': 'a' }, reason: 'The key of a tag must be a non-empty string; it is empty.' },
    { name: 'an empty value', init: { a: '' }, reason: 'The value of a tag must be a non-empty string; it is empty.' },
    { name: 'no value', init: { a: [] }, reason: 'A tag needs at least one value; none came.' },
    { name: 'a number', init: { a: [7] }, reason: 'The value of a tag must be a non-empty string; it is a number.' },
    {
      name: 'a value that is no list',
      init: { a: 7 },
      reason: 'The values of a tag must be a string or a list of strings; they are a number.',
    },
    {
      name: 'null as values',
      init: { a: null },
      reason: 'The values of a tag must be a string or a list of strings; they are null.',
    },
    { name: 'null', init: null, reason: 'Tags must be made from an object; it is null.' },
    { name: 'text', init: 'topic', reason: 'Tags must be made from an object; it is a string.' },
  ])('$name', ({ init, reason }) => {
    expect(() => new Tags(init as unknown as TagsInit)).toThrow(new TypeError(reason))
  })

  test('nothing of a refused call stays behind', () => {
    const tags = new Tags()
    expect(() => tags.add('a', 'b', '')).toThrow(TypeError)
    expect(tags.size).toBe(0)
  })
})

describe('operations', () => {
  test('keys, in the order in which they were first seen', () => {
    expect([...new Tags({ B: 'x', a: 'y' }).add('b', 'z').keys()]).toEqual(['b', 'a'])
  })

  test('add', () => {
    const tags = new Tags({ a: 'x' }).add('A', 'Y', 'x').add('b', 'z')
    expect(entries(tags)).toEqual([
      ['a', ['x', 'y']],
      ['b', ['z']],
    ])
  })

  test('remove a value, and the key with its last one', () => {
    const tags = new Tags({ a: ['x', 'y'] })
    expect(entries(tags.remove('A', 'X'))).toEqual([['a', ['y']]])
    expect(entries(tags.remove('a', 'unknown'))).toEqual([['a', ['y']]])
    expect(entries(tags.remove('a', 'y'))).toEqual([])
  })

  test('remove a key', () => {
    expect(entries(new Tags({ a: ['x', 'y'], b: 'z' }).remove('A').remove('unknown').remove('none', 'x'))).toEqual([
      ['b', ['z']],
    ])
  })

  test('get a copy', () => {
    const tags = new Tags({ a: 'x' })
    tags.get('A').push('y')
    for (const [, values] of tags) values.push('y')
    expect(tags.get('a')).toEqual(['x'])
    expect(tags.get('unknown')).toEqual([])
  })

  test('a copy of tags is independent of them', () => {
    const tags = new Tags({ a: 'x' })
    new Tags(tags).add('a', 'y')
    expect(tags.get('a')).toEqual(['x'])
  })

  test('tags of another copy of the package count', () => {
    const foreign = Object.assign(new Map([['A', ['X']]]), { [Symbol.for('gatehouse.tags')]: true })
    expect(entries(new Tags(foreign as unknown as Tags))).toEqual([['a', ['x']]])
  })
})

test('JSON has every key, also those of object members', () => {
  const json = JSON.stringify(
    new Tags(
      [
        ['__proto__', 'a'],
        ['constructor', 'b'],
        ['toJSON', 'c'],
      ].reduce((tags, [key = '', value = '']) => tags.add(key, value), new Tags()),
    ),
  )
  expect(json).toBe('{"__proto__":["a"],"constructor":["b"],"tojson":["c"]}')
})

const word = fc.string({ minLength: 1, unit: 'grapheme' })
const additions = fc.array(fc.tuple(word, fc.array(word, { minLength: 1, maxLength: 3 })))
const build = (list: readonly (readonly [string, readonly string[]])[]) =>
  list.reduce((tags, [key, values]) => tags.add(key, ...values), new Tags())

test('for any additions: lower case, no repeats, no empty lists, and the same again', () => {
  fc.assert(
    fc.property(additions, (list) => {
      const tags = build(list)
      for (const [key, values] of tags) {
        expect(key).toBe(key.toLowerCase())
        expect(new Set(values).size).toBe(values.length)
        expect(values.length).toBeGreaterThan(0)
      }
      expect(entries(new Tags(tags))).toEqual(entries(tags))
      expect(entries(build([...list, ...list]))).toEqual(entries(tags))
    }),
  )
})

test('removing all that was added leaves nothing', () => {
  fc.assert(
    fc.property(additions, (list) => {
      const tags = build(list)
      for (const [key, values] of list) for (const value of values) tags.remove(key, value)
      expect(tags.size).toBe(0)
    }),
  )
})
