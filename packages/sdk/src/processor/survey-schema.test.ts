import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { operatorOnly, secret } from './parameters.js'
import { surveySchema } from './survey-schema.js'

const plain = z.object({
  text: z.string().min(1).max(9).default('a').describe('Some text.'),
  list: z.array(z.union([z.string(), z.strictObject({ name: z.enum(['a', 'b']).optional() })])).default([]),
  options: z.strictObject({ style: z.literal('x').default('x') }).prefault({}),
  table: z.record(z.string(), z.int()).optional(),
  behindOptional: z.number().default(2).optional(),
  readonly: z.boolean().default(true).readonly(),
  needed: z.url(),
})

describe('surveySchema', () => {
  test('finds the defaults that the JSON Schema has', () => {
    const { properties = {} } = z.toJSONSchema(plain, { io: 'input' })
    const written = Object.entries(properties).flatMap(([name, property]) =>
      typeof property === 'object' && property.default !== undefined ? [[name, property.default]] : [],
    )
    expect(written.length).toBe(5)
    expect([...(surveySchema(plain)?.defaults ?? [])]).toEqual(written)
  })

  test.each([
    { name: 'none', schema: plain, marks: ['description'] },
    {
      name: 'a secret inside',
      schema: z.object({ a: z.array(z.object({ b: secret(z.string()) })) }),
      marks: ['writeOnly'],
    },
    {
      name: 'one of the operator',
      schema: z.object({ a: operatorOnly(z.string().optional()) }),
      marks: ['operatorOnly'],
    },
  ])('gathers marks: $name', ({ schema, marks }) => {
    expect([...(surveySchema(schema)?.marks ?? [])]).toEqual(marks)
  })

  test.each([
    { name: 'a date', schema: z.array(z.date()) },
    { name: 'a date under a record', schema: z.record(z.string(), z.date()) },
    { name: 'a date in a union', schema: z.union([z.string(), z.date()]) },
    { name: 'a date with a default', schema: z.date().default(new Date(0)) },
    { name: 'a date beside what is known', schema: z.object({}).catchall(z.date()) },
    { name: 'a transform', schema: z.string().transform(Number) },
    { name: 'a literal that is no JSON', schema: z.literal([1n]) },
    { name: 'a default that is no JSON', schema: z.unknown().default(1n) },
    { name: 'an id', schema: z.string().meta({ id: 'text' }) },
    { name: 'a default in the metadata', schema: z.string().meta({ default: 1 }) },
    { name: 'itself', schema: z.lazy(() => z.string()) },
  ])('leaves to zod what it does not know: $name', ({ schema }) => {
    expect(surveySchema(z.object({ known: z.string(), schema }))).toBeUndefined()
  })
})
