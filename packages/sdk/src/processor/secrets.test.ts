import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { configureProcessor, defineProcessor, pass, secret, signatures } from '../index.js'

const processorWith = (shape: z.ZodRawShape) =>
  defineProcessor({
    namespace: 'acme',
    name: 'secretive',
    version: '1',
    signature: signatures.inputOnly,
    parameters: z.strictObject(shape),
    processInput: () => pass(),
  })

describe('a parameter is a secret', () => {
  test.each<{ name: string; schema: z.ZodType }>([
    { name: 'plainly', schema: secret(z.string()) },
    { name: 'optional', schema: secret(z.string()).optional() },
    { name: 'with a default', schema: secret(z.string()).default('a') },
    { name: 'or null', schema: secret(z.string()).nullable() },
    { name: 'or something else', schema: z.union([z.literal(false), secret(z.string())]) },
    { name: 'in a list', schema: z.array(secret(z.string())) },
    { name: 'in a tuple', schema: z.tuple([z.number(), secret(z.string())]) },
    { name: 'under names of the caller', schema: z.record(z.string(), secret(z.string())) },
    {
      name: 'with an id, so that it is a definition',
      schema: secret(z.string()).meta({ id: 'Token', writeOnly: true }),
    },
    { name: 'beside another schema', schema: z.intersection(z.string(), secret(z.string())) },
    { name: 'marked as a whole', schema: secret(z.strictObject({ a: z.string() })) },
  ])('$name', ({ schema }) => {
    expect([...processorWith({ token: schema, other: z.string().default('') }).secretParameters]).toEqual(['token'])
  })

  test('inside of another one, by its own name', () => {
    const processor = processorWith({
      service: z.strictObject({ url: z.string(), key: secret(z.string()) }),
      more: z.array(z.union([z.strictObject({ pin: secret(z.string()).nullable() }), z.null()])),
    })
    expect([...processor.secretParameters]).toEqual(['key', 'pin'])
  })

  test('in a schema that holds itself', () => {
    const node: z.ZodType = z.strictObject({
      key: secret(z.string()),
      get next() {
        return node.optional()
      },
    })
    expect([...processorWith({ node }).secretParameters]).toEqual(['key'])
  })

  test('not for a name in a default or an example', () => {
    const shape = { properties: z.unknown().default({ token: { writeOnly: true } }), default: z.string().default('x') }
    expect([...processorWith(shape).secretParameters]).toEqual([])
  })
})

describe('the default of a secret was published with the signature', () => {
  const published = (processor: ReturnType<typeof processorWith>) => JSON.stringify(processor.signatureDocument)

  test.each<{ name: string; shape: z.ZodRawShape; defaults: Record<string, unknown> }>([
    { name: 'plain', shape: { token: secret(z.string()) }, defaults: { token: 'hush-hush' } },
    { name: 'nullable', shape: { token: secret(z.string()).nullable() }, defaults: { token: 'hush-hush' } },
    {
      name: 'in an object',
      shape: { service: z.strictObject({ key: secret(z.string()), url: z.string() }) },
      defaults: { service: { key: 'hush-hush', url: 'https://example.com' } },
    },
    {
      name: 'in a list of objects',
      shape: { services: z.array(z.strictObject({ key: secret(z.string()) })) },
      defaults: { services: [{ key: 'hush-hush' }] },
    },
    {
      name: 'in a record',
      shape: { headers: z.record(z.string(), secret(z.string())) },
      defaults: { headers: { authorization: 'hush-hush' } },
    },
  ])('$name', ({ shape, defaults }) => {
    const configured = configureProcessor(processorWith(shape), { parameters: defaults })
    expect(configured.readParameters()).toMatchObject({ valid: true, parameters: defaults })
    expect(JSON.stringify(configured.signatureDocument)).not.toContain('hush')
    expect(configured.signatureDocument.parameters.required).toBeUndefined()
  })

  test('also that of the schema, and examples', () => {
    const processor = processorWith({
      token: secret(
        z
          .string()
          .default('hush-1')
          .meta({ examples: ['hush-2'] }),
      ),
      service: z.strictObject({ key: secret(z.string()).default('hush-3') }).default({ key: 'hush-4' }),
    })
    expect(published(processor)).not.toContain('hush')
    expect(processor.readParameters()).toMatchObject({ parameters: { token: 'hush-1', service: { key: 'hush-4' } } })
  })

  test('other defaults are shown', () => {
    const processor = processorWith({ token: secret(z.string()), url: z.string() })
    const { properties } = configureProcessor(processor, { parameters: { url: 'https://example.com' } })
      .signatureDocument.parameters
    expect(properties.url).toMatchObject({ default: 'https://example.com' })
    expect(properties.token).toEqual({ title: 'Token', type: 'string', writeOnly: true })
  })
})
