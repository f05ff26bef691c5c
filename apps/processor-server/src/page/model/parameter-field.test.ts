import { configureProcessor, defineProcessor, type Processor, pass, secret, signatures } from '@gatehouse/sdk'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { describeField } from './describe-field.js'
import { type Field, readFields } from './parameter-field.js'
import { firstValues, isDefault, isSameJson, withoutSecrets } from './parameter-values.js'

function fieldsOf(parameters: z.ZodObject): Field[] {
  const processor = defineProcessor({
    namespace: 'acme',
    name: 'fields',
    version: '1',
    signature: signatures.inputOnly,
    parameters,
    processInput: () => pass(),
  })
  return readFields(processor.signatureDocument.parameters)
}

const fieldOf = (type: z.ZodType): Field => fieldsOf(z.object({ it: type })).find(({ name }) => name === 'it') as Field

describe('fields of a zod schema, through the JSON Schema of the signature', () => {
  test.each([
    ['a string', z.string(), { kind: 'text', isRequired: true }, ''],
    [
      'a bounded string',
      z.string().min(2).max(9).default('ab'),
      { kind: 'text', isRequired: false },
      '2 to 9 characters · default "ab"',
    ],
    ['an integer', z.int().min(1), { kind: 'number', isInteger: true }, 'whole number, 1 or more'],
    [
      'a number',
      z.number().min(0).max(1).default(0.5),
      { kind: 'number', isInteger: false },
      'number, 0 to 1 · default 0.5',
    ],
    ['an open bound', z.number().gt(0), { kind: 'number' }, 'number, more than 0'],
    ['a boolean', z.boolean().default(false), { kind: 'boolean', default: false }, 'default false'],
    ['an enum', z.enum(['a', 'b']), { kind: 'choice', options: ['a', 'b'] }, ''],
    ['a constant', z.literal('a'), { kind: 'choice', options: ['a'] }, ''],
    ['a union of constants', z.union([z.literal('a'), z.literal(5)]), { kind: 'choice', options: ['a', 5] }, ''],
    ['a list', z.array(z.string()).max(3), { kind: 'list', item: { kind: 'text' } }, 'at most 3 items'],
    [
      'a list of objects',
      z.array(z.object({ a: z.int() })),
      { kind: 'list', item: { kind: 'group', fields: [{ name: 'a', kind: 'number' }] } },
      '',
    ],
    [
      'an object',
      z.object({ a: z.string().optional() }),
      { kind: 'group', fields: [{ name: 'a', isRequired: false }] },
      '',
    ],
    ['null or a string', z.string().nullable(), { kind: 'text', isNullable: true }, ''],
    [
      'null by default',
      z.int().nullable().default(null),
      { kind: 'number', isNullable: true, default: null },
      'whole number · default null',
    ],
    ['a secret', secret(z.string().default('x')), { kind: 'text', isSecret: true }, ''],
    ['a record', z.record(z.string(), z.int()), { kind: 'json' }, 'JSON'],
    ['a tuple', z.tuple([z.string(), z.int()]), { kind: 'json' }, 'JSON'],
    ['a union', z.union([z.string(), z.array(z.int())]), { kind: 'json' }, 'JSON'],
    ['anything', z.unknown(), { kind: 'json' }, 'JSON'],
  ])('%s', (_, type, expected, description) => {
    const field = fieldOf(type)
    expect(field).toMatchObject(expected)
    expect(describeField(field)).toBe(description)
  })

  test('a schema that refers to itself ends', () => {
    const tree = z.object({
      name: z.string(),
      get children() {
        return z.array(tree)
      },
    })
    expect(JSON.stringify(fieldOf(tree))).toContain('"kind":"json"')
  })

  test('a default of the operator makes a parameter optional', () => {
    const processor: Processor = defineProcessor({
      namespace: 'acme',
      name: 'fields',
      version: '1',
      signature: signatures.inputOnly,
      parameters: z.object({ must: z.string() }),
      processInput: () => pass(),
    })
    const { parameters } = configureProcessor(processor, { parameters: { must: 'x' } }).signatureDocument
    expect(readFields(parameters).find(({ name }) => name === 'must')).toMatchObject({
      isRequired: false,
      default: 'x',
    })
  })
})

describe('schemas that no zod writes', () => {
  test.each([
    ['no properties', {}, []],
    ['properties that are none', { properties: { a: true, b: 'x', c: null } }, ['json', 'json', 'json']],
    ['a reference outside', { properties: { a: { $ref: 'https://example.com/schema' } } }, ['json']],
    ['a reference to nowhere', { properties: { a: { $ref: '#/$defs/gone' } } }, ['json']],
    ['a reference to itself', { properties: { a: { $ref: '#/properties/a' } } }, ['json']],
    ['a reference to a prototype', { properties: { a: { $ref: '#/constructor' } } }, ['json']],
    ['a type with null', { properties: { a: { type: ['null', 'string'] } } }, ['text']],
    ['types', { properties: { a: { type: ['string', 'number'] } } }, ['json']],
    [
      'a reference',
      { properties: { a: { $ref: '#/$defs/a~1b' } }, $defs: { 'a/b': { type: 'boolean' } } },
      ['boolean'],
    ],
  ])('%s', (_, schema, kinds) => {
    expect(readFields(schema).map(({ kind }) => kind)).toEqual(kinds)
  })
})

test('a title is shown only when it says more than the key', () => {
  const schema = { properties: { max_ratio: { title: 'Max Ratio' }, tag: { title: 'Key of the tag' } } }
  expect(readFields(schema).map(({ label }) => label)).toEqual(['max_ratio', 'Key of the tag'])
})

describe('values', () => {
  const fields = fieldsOf(
    z.object({
      key: secret(z.string()),
      list: z.array(
        z.object({ name: z.string().meta({ examples: ['first'] }), password: secret(z.string()).optional() }),
      ),
      group: z.object({ token: secret(z.string()), host: z.string() }),
    }),
  )

  test('secrets are left out at any depth', () => {
    const values = {
      key: 's',
      list: [{ name: 'a', password: 's' }],
      group: { token: 's', host: 'h' },
      unknown: 1,
    }
    expect(withoutSecrets(fields, values)).toEqual({ list: [{ name: 'a' }], group: { host: 'h' }, unknown: 1 })
  })

  test('required fields begin with something', () => {
    expect(firstValues(fields)).toEqual({ key: '', list: [], group: { token: '', host: '' } })
  })

  const rule = z.object({ name: z.string(), weight: z.number().default(1) })
  test.each([
    [z.string().default('x'), 'x', true],
    [z.string().default('x'), 'y', false],
    [z.string(), '', false],
    [z.array(rule).default([{ name: 'a', weight: 1 }]), [{ name: 'a' }], true],
    [z.array(rule).default([{ name: 'a', weight: 1 }]), [{ name: 'a', weight: 2 }], false],
    [rule.default({ name: 'a', weight: 1 }), { name: 'a' }, true],
    [rule.default({ name: 'a', weight: 2 }), { name: 'a' }, false],
    [z.int().nullable().default(null), null, true],
  ])('case %#: whether %o comes to the default', (type, value, expected) => {
    expect(isDefault(fieldOf(type), value)).toBe(expected)
  })

  test.each([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ a: undefined }, {}, false],
    [null, {}, false],
    [{ toString: 1 }, { a: 1 }, false],
  ])('%j and %j', (a, b, expected) => {
    expect(isSameJson(a, b)).toBe(expected)
  })
})

test('a parameter that only the operator sets has no field', () => {
  const schema = {
    type: 'object',
    properties: { url: { type: 'string', operatorOnly: true }, policy: { type: 'string' } },
  }
  expect(readFields(schema).map(({ name }) => name)).toEqual(['policy'])
})
