import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileSchema, SchemaError } from './compile-schema.js'

describe('compileSchema', () => {
  test.each([
    { name: 'type', schema: { type: 'object' }, value: [], places: ['#/type'] },
    { name: 'a required key', schema: { required: ['a'] }, value: {}, places: ['#/required'] },
    {
      name: 'a member',
      schema: { properties: { age: { type: 'integer' } } },
      value: { age: 'x' },
      places: ['#/properties/age/type'],
    },
    {
      name: 'a reference inside',
      schema: { $defs: { n: { minimum: 3 } }, items: { $ref: '#/$defs/n' } },
      value: [2],
      places: ['#/$defs/n/minimum'],
    },
    { name: 'a pattern', schema: { pattern: '^a+$' }, value: 'b', places: ['#/pattern'] },
    {
      name: 'equal items',
      schema: { uniqueItems: true },
      value: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      places: ['#/uniqueItems'],
    },
    {
      name: 'a required key that every object inherits',
      schema: { required: ['constructor'] },
      value: {},
      places: ['#/required'],
    },
    { name: 'no schema at all', schema: false, value: 1, places: ['#/false schema'] },
    { name: 'a price with a third digit', schema: { multipleOf: 0.01 }, value: 19.991, places: ['#/multipleOf'] },
    {
      name: 'a number that overflows',
      schema: { multipleOf: 2 },
      value: Number.POSITIVE_INFINITY,
      places: ['#/multipleOf'],
    },
  ])('says where a value breaks it: $name', ({ schema, value, places }) => {
    expect(compileSchema(schema)(value)).toEqual(places)
  })

  test.each([
    { name: 'items that differ', schema: { uniqueItems: true }, value: [1, '1', [1], { a: 1 }, null] },
    { name: 'a price, a multiple in decimal only', schema: { multipleOf: 0.01 }, value: 19.99 },
    { name: 'a large multiple of a small number', schema: { multipleOf: 1e-300 }, value: 1e300 },
    { name: 'nothing, and a negative multiple', schema: { items: { multipleOf: 0.1 } }, value: [0, -0.3] },
    { name: 'equal items where that is no matter', schema: { uniqueItems: false }, value: [1, 1] },
    { name: 'a format, which is a note', schema: { format: 'email' }, value: 'x' },
    {
      name: 'an object without a key that every object inherits',
      schema: JSON.parse('{ "properties": { "__proto__": { "type": "string" }, "toString": { "type": "string" } } }'),
      value: {},
    },
    { name: 'a keyword that nobody knows', schema: { 'x-order': 1 }, value: 'x' },
  ])('takes $name', ({ schema, value }) => {
    expect(compileSchema(schema)(value)).toEqual([])
  })

  test.each([
    { name: 'a type that there is not', schema: { type: 'text' }, message: /type/ },
    { name: 'a multiple of nothing', schema: { multipleOf: 0 }, message: /multipleOf/ },
    {
      name: 'a reference to elsewhere',
      schema: { $ref: 'https://example.com/schema.json' },
      message: /resolve reference/,
    },
    { name: 'a schema that is judged later', schema: { $async: true, type: 'string' }, message: /no keyword/ },
    { name: 'a pattern that is not linear', schema: { pattern: '(a)\\1' }, message: /escape|syntax|\\1/i },
    { name: 'a long pattern', schema: { pattern: 'a'.repeat(1001) }, message: /at most 1000 characters/ },
    { name: 'a pattern that grows', schema: { pattern: '(?:a{100}){100}' }, message: /1000 instructions|repeat/i },
  ])('refuses $name', ({ schema, message }) => {
    expect(() => compileSchema(schema)).toThrow(SchemaError)
    expect(() => compileSchema(schema)).toThrow(message)
  })

  test('uniqueItems holds for every list without equal items, and for no other', () => {
    const check = compileSchema({ uniqueItems: true })
    fc.assert(
      fc.property(fc.uniqueArray(fc.jsonValue(), { selector: (value) => JSON.stringify(value) }), (items) => {
        expect(check([...items, ...items.slice(0, 1)]).length).toBe(items.length === 0 ? 0 : 1)
      }),
    )
  })
})
