import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readParameters, withPermissions } from './parameters.js'

const read = (shape: z.ZodRawShape | z.ZodObject, text: string) =>
  readParameters(withPermissions(shape instanceof z.ZodObject ? shape : z.strictObject(shape)), text, {
    maxDepth: 128,
    maxValues: 1000,
  })

const permissions = { annotate: true, modify: false, reject: false }

describe('permissions', () => {
  test('[protocol 52] have defaults', () => {
    expect(read({}, '{}')).toEqual({ valid: true, parameters: permissions, warnings: [] })
  })

  test('[protocol 55] may be set in any combination', () => {
    for (const annotate of [true, false]) {
      for (const modify of [true, false]) {
        for (const reject of [true, false]) {
          const sent = { annotate, modify, reject }
          expect(read({}, JSON.stringify(sent))).toMatchObject({ valid: true, parameters: sent })
        }
      }
    }
  })

  test('may have other defaults in a schema of its own', () => {
    expect(read({ modify: z.boolean().default(true) }, '{}')).toMatchObject({ parameters: { modify: true } })
  })

  test('stay with a schema that looks at the whole', () => {
    const schema = z.strictObject({ a: z.number() }).refine(({ a }) => a > 3, 'expected more than 3')
    expect(read(schema, '{"a":4}')).toMatchObject({ valid: true, parameters: { a: 4, ...permissions } })
    expect(read(schema, '{"a":3,"zz":1}')).toEqual({
      valid: false,
      problems: ['expected more than 3'],
      warnings: ['unknown key: zz'],
    })
  })
})

test('of very many problems the first hundred are listed and the rest is counted', () => {
  const outcome = read({ p: z.array(z.string()) }, JSON.stringify({ p: Array(500).fill(1) }))
  expect(outcome).toMatchObject({ valid: false, problems: expect.arrayContaining(['and 400 problems more']) })
  expect(outcome.valid ? [] : outcome.problems).toHaveLength(101)
})

describe('[protocol 53] what is no object is one problem without a path', () => {
  test.each([
    { text: '', problem: 'the document is not valid JSON' },
    { text: '{', problem: /^the document is not valid JSON/ },
    { text: 'null', problem: 'expected an object, got null' },
    { text: '[]', problem: 'expected an object, got an array' },
    { text: '"x"', problem: 'expected an object, got a string' },
    { text: '{"a":NaN}', problem: /^the document is not valid JSON/ },
    { text: `{"a":${'['.repeat(200)}`, problem: 'the document is nested more than 128 levels deep' },
    { text: '{"a":"\\ud800"}', problem: 'the document has a string with a lone surrogate, which is not Unicode text' },
  ])('$text', ({ text, problem }) => {
    expect(read({}, text)).toEqual({
      valid: false,
      problems: [typeof problem === 'string' ? problem : expect.stringMatching(problem)],
      warnings: [],
    })
  })
})

describe('types are strict', () => {
  const nested = z.strictObject({ a: z.string() })
  const kinds: { name: string; schema: z.ZodType; good: string[]; bad: Record<string, string> }[] = [
    {
      name: 'boolean',
      schema: z.boolean(),
      good: ['true', 'false'],
      bad: {
        '"true"': 'expected a boolean, got a string: p',
        '1': 'expected a boolean, got a number: p',
        null: 'expected a boolean, got null: p',
      },
    },
    {
      name: 'integer',
      schema: z.int(),
      good: ['3', '-3', '3.0', '9007199254740991'],
      bad: {
        '"3"': 'expected a number, got a string: p',
        '3.5': 'expected an integer, got a number: p',
        true: 'expected a number, got a boolean: p',
      },
    },
    {
      name: 'number',
      schema: z.number(),
      good: ['0.5', '1', '1e3'],
      bad: {
        '"1"': 'expected a number, got a string: p',
        true: 'expected a number, got a boolean: p',
        '1e999': 'expected a number, got Infinity: p',
      },
    },
    {
      name: 'string',
      schema: z.string(),
      good: ['"x"', '""'],
      bad: {
        '5': 'expected a string, got a number: p',
        null: 'expected a string, got null: p',
        '[]': 'expected a string, got an array: p',
      },
    },
    {
      name: 'array',
      schema: z.array(z.string()),
      good: ['[]', '["a"]'],
      bad: { '"a"': 'expected an array, got a string: p', '["a",1]': 'expected a string, got a number: p,1' },
    },
    {
      name: 'nullable',
      schema: z.string().nullable(),
      good: ['"x"', 'null'],
      bad: { '5': 'expected a string, got a number: p' },
    },
    {
      name: 'object',
      schema: nested,
      good: ['{"a":"x"}'],
      bad: {
        '{"a":1}': 'expected a string, got a number: p,a',
        '{}': 'expected a string, got nothing: p,a',
        '[]': 'expected an object, got an array: p',
      },
    },
    {
      // The source texts of such numbers were kept under a symbol, which a record took for a key that does not fit.
      name: 'record of numbers that JavaScript writes in another way',
      schema: z.record(z.string(), z.number()),
      good: ['{"a":1.0,"b":1e2}', '{"a":9007199254740993}'],
      bad: { '{"a":1.0,"b":"1.0"}': 'expected a number, got a string: p,b' },
    },
    {
      name: 'any JSON',
      schema: z.json(),
      good: ['{"a":1.0,"b":[{"c":-0}]}'],
      bad: {},
    },
    {
      name: 'enumeration',
      schema: z.enum(['x', 'y']),
      good: ['"x"'],
      bad: { '"z"': 'Invalid option: expected one of "x"|"y": p', '7': 'Invalid option: expected one of "x"|"y": p' },
    },
    {
      name: 'bounded',
      schema: z.string().min(2),
      good: ['"ab"'],
      bad: { '"a"': 'Too small: expected string to have >=2 characters: p' },
    },
    {
      name: 'with a message of its own',
      schema: z.string({ error: 'Give a name.' }),
      good: ['"a"'],
      bad: { '1': 'Give a name.: p' },
    },
  ]

  test.each(kinds.flatMap(({ name, schema, good }) => good.map((value) => ({ name, schema, value }))))(
    '$name takes $value',
    ({ schema, value }) => {
      expect(read({ p: schema }, `{"p":${value}}`)).toMatchObject({ valid: true, parameters: { p: JSON.parse(value) } })
    },
  )

  test.each(
    kinds.flatMap(({ name, schema, bad }) =>
      Object.entries(bad).map(([value, problem]) => ({ name, schema, value, problem })),
    ),
  )('[protocol 54] $name refuses $value', ({ schema, value, problem }) => {
    expect(read({ p: schema }, `{"p":${value}}`)).toEqual({ valid: false, problems: [problem], warnings: [] })
  })

  test('[protocol 18] all problems are told at once', () => {
    expect(read({ must: z.string(), also: z.number() }, '{"reject":"true","must":5}')).toEqual({
      valid: false,
      problems: [
        'expected a string, got a number: must',
        'expected a number, got nothing: also',
        'expected a boolean, got a string: reject',
      ],
      warnings: [],
    })
  })

  test('no problem holds a value', () => {
    const schema = {
      a: z.enum(['x']),
      b: z.literal('x'),
      c: z.email(),
      d: z.string().regex(/^x$/),
      e: z.union([z.number(), z.boolean()]),
      f: z.array(z.url()),
    }
    const text = JSON.stringify({ a: 'secret', b: 'secret', c: 'secret', d: 'secret', e: 'secret', f: ['secret'] })
    const reading = read(schema, text)
    expect(reading).toMatchObject({ valid: false, problems: { length: 6 } })
    expect(JSON.stringify(reading)).not.toContain('secret')
  })
})

describe('[protocol 19] unknown keys are ignored, with a warning', () => {
  const inner = z.strictObject({ a: z.string().optional() })

  test.each<{ name: string; schema: z.ZodRawShape; text: string; warnings: string[]; parameters?: object }>([
    { name: 'at the top', schema: {}, text: '{"zz":1}', warnings: ['unknown key: zz'], parameters: permissions },
    {
      name: 'inside',
      schema: { p: inner },
      text: '{"p":{"a":"x","zz":1}}',
      warnings: ['unknown key: p,zz'],
      parameters: { p: { a: 'x' }, ...permissions },
    },
    {
      name: 'in a list',
      schema: { p: z.array(inner) },
      text: '{"p":[{},{"zz":1,"yy":2}]}',
      warnings: ['unknown key: p,1,zz', 'unknown key: p,1,yy'],
    },
    {
      name: 'in a record',
      schema: { p: z.record(z.string(), inner) },
      text: '{"p":{"k":{"zz":1}}}',
      warnings: ['unknown key: p,k,zz'],
    },
    {
      name: 'in something optional',
      schema: { p: inner.nullable().optional() },
      text: '{"p":{"zz":1}}',
      warnings: ['unknown key: p,zz'],
    },
    {
      name: 'in a union',
      schema: { p: z.union([z.string(), inner]) },
      text: '{"p":{"zz":1}}',
      warnings: ['unknown key: p,zz'],
    },
    {
      name: 'in a union of objects that all fit',
      schema: { p: z.union([inner, z.strictObject({ b: z.string().optional() })]) },
      text: '{"p":{"zz":1}}',
      warnings: ['unknown key: p,zz'],
    },
    {
      name: 'in a union inside of a union',
      schema: {
        p: z.union([z.number(), z.strictObject({ q: z.union([inner, z.strictObject({ b: z.string().optional() })]) })]),
      },
      text: '{"p":{"q":{"zz":1}}}',
      warnings: ['unknown key: p,q,zz'],
    },
    {
      name: 'in a tagged union',
      schema: {
        p: z.discriminatedUnion('k', [z.strictObject({ k: z.literal('a') }), z.strictObject({ k: z.literal('b') })]),
      },
      text: '{"p":{"k":"b","zz":1}}',
      warnings: ['unknown key: p,zz'],
    },
    {
      name: 'everywhere',
      schema: { p: inner },
      text: '{"p":{"zz":1},"yy":1}',
      warnings: ['unknown key: p,zz', 'unknown key: yy'],
    },
    {
      name: '__proto__',
      schema: {},
      text: '{"__proto__":{"modify":true}}',
      warnings: ['unknown key: __proto__'],
      parameters: permissions,
    },
    {
      name: 'constructor',
      schema: {},
      text: '{"constructor":1,"toString":2}',
      warnings: ['unknown key: constructor', 'unknown key: toString'],
      parameters: permissions,
    },
  ])('$name', ({ schema, text, warnings, parameters }) => {
    expect(read(schema, text)).toEqual({ valid: true, warnings, parameters: parameters ?? expect.anything() })
  })

  test('a schema that is not strict ignores them without a word', () => {
    expect(read(z.object({}), '{"zz":1}')).toEqual({ valid: true, parameters: permissions, warnings: [] })
  })

  test('do not hide problems', () => {
    expect(read({ p: inner }, '{"p":{"a":1,"zz":1},"reject":0}')).toEqual({
      valid: false,
      problems: ['expected a string, got a number: p,a', 'expected a boolean, got a number: reject'],
      warnings: ['unknown key: p,zz'],
    })
  })

  test('an unknown key in what a schema has parsed from text was looked for without end', () => {
    const schema = {
      p: z
        .string()
        .transform((text) => JSON.parse(text))
        .pipe(inner),
    }
    expect(read(schema, '{"p":"{\\"zz\\":1}"}')).toEqual({
      valid: false,
      problems: ['Unrecognized key: "zz": p'],
      warnings: [],
    })
  })

  test('of any name and at any place never make a document fail', () => {
    const name = fc.oneof(
      fc.string().filter((text) => text.isWellFormed()),
      fc.constantFrom('__proto__', 'constructor', 'length', '0'),
    )
    const extra = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true })
    const schema = { p: inner, list: z.array(inner), u: z.union([inner, z.null()]) }
    fc.assert(
      fc.property(extra, extra, extra, (first, second, third) => {
        const known = {
          annotate: false,
          p: { ...first, a: 'x' },
          list: [{ ...second, a: 'y' }],
          u: { ...third, a: 'z' },
        }
        const reading = read(schema, JSON.stringify({ ...first, ...known, modify: true, reject: true }))
        expect(reading).toMatchObject({
          valid: true,
          parameters: { p: { a: 'x' }, list: [{ a: 'y' }], u: { a: 'z' }, annotate: false },
        })
      }),
    )
  })
})

test('parameters are frozen, at every depth', () => {
  const reading = read({ p: z.array(z.strictObject({ a: z.string() })) }, '{"p":[{"a":"x"}]}')
  const { parameters } = reading as unknown as { parameters: { p: { a: string }[] } }
  expect(() => parameters.p.push({ a: 'y' })).toThrow(TypeError)
  expect(() => Object.assign(parameters.p[0] ?? {}, { a: 'y' })).toThrow(TypeError)
})
