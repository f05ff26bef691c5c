import { runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { jsonSchema, MAX_SCHEMA_LENGTH } from './processor.js'

const schema = { type: 'object', properties: { age: { type: 'integer' } }, required: ['age'] }

function answer(content: string, parameters: object, more: object = {}) {
  return runProcessor(jsonSchema, {
    response: { choices: [{ message: { role: 'assistant', content, ...more } }] },
    parameters: parameters as never,
  })
}

describe('json-schema', () => {
  test.each([
    { name: 'JSON', content: '{"a":1}', parameters: {} },
    { name: 'what fits', content: '{"age":4}', parameters: { schema } },
    { name: 'what has the keys', content: '{"a":1,"b":2}', parameters: { required_keys: ['b'] } },
    { name: 'a number, since any JSON will do', content: '4', parameters: {} },
  ])('passes $name', async ({ content, parameters }) => {
    expect(await answer(content, { reject: true, ...parameters })).toMatchObject({ kind: 'pass', response: undefined })
  })

  test.each([
    { name: 'words', content: 'Sure! {"a":1}', parameters: {}, type: 'syntax' },
    { name: 'nothing', content: '', parameters: {}, type: 'syntax' },
    { name: 'what does not fit', content: '{"age":"four"}', parameters: { schema }, type: 'schema' },
    { name: 'what lacks a key', content: '{"a":1}', parameters: { required_keys: ['b'] }, type: 'keys' },
    { name: 'a list where keys are wanted', content: '[]', parameters: { required_keys: ['b'] }, type: 'keys' },
    { name: 'a key of the prototype', content: '{}', parameters: { required_keys: ['constructor'] }, type: 'keys' },
    { name: 'a fence that nothing was to take away', content: '```json\n{}\n```', parameters: {}, type: 'syntax' },
  ])('rejects $name', async ({ content, parameters, type }) => {
    const result = await answer(content, { reject: true, ...parameters })
    expect(result).toMatchObject({ kind: 'reject', tags: { 'invalid-json': [type] } })
  })

  test('names the place in the schema, not the value', async () => {
    const result = await answer('{"age":"forty-two"}', { schema })
    expect(result.processorResult).toMatchObject({ findings: [{ type: 'schema', rule: '#/properties/age/type' }] })
    expect(JSON.stringify(result)).not.toContain('forty-two')
  })

  test.each([
    { modify: true, expected: '{"age":4}', kind: 'pass' },
    { modify: false, expected: undefined, kind: 'reject' },
  ])('repairs where it may modify: $modify', async ({ modify, expected, kind }) => {
    const parameters = { modify, reject: true, schema, repair: ['fence', 'trailing-commas'] }
    const result = await answer('```json\n{"age":4,}\n```', parameters)
    expect(result.kind).toBe(kind)
    expect(result.response?.choices[0]?.message.content).toBe(expected)
  })

  test('leaves what no repair makes JSON', async () => {
    const result = await answer('{"age":4,', { modify: true, repair: ['trailing-commas'] })
    expect(result).toMatchObject({ kind: 'pass', response: undefined, tags: { 'invalid-json': ['syntax'] } })
  })

  test('passes an answer that calls tools and says nothing', async () => {
    const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }
    expect((await answer('', { reject: true }, { tool_calls: [call] })).kind).toBe('pass')
  })

  test('judges only the messages in scope', async () => {
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'tool', content: '{"age":' },
    ]
    const result = await runProcessor(jsonSchema, { messages, parameters: { roles: ['tool'] } })
    expect(result.processorResult).toMatchObject({ count: 1, findings: [{ message: 1, range: { start: 0, end: 7 } }] })
  })

  test('a value nested deeper than a recursive schema can walk does not fit', async () => {
    const recursive = { properties: { a: { $ref: '#' } } }
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    expect((await answer(deep, { reject: true, schema: recursive })).kind).toBe('reject')
  })

  test.each([
    { name: 'no schema', schema: { type: 'text' }, detail: 'dialect 2020-12' },
    { name: 'too large a schema', schema: { title: 'x'.repeat(MAX_SCHEMA_LENGTH) }, detail: 'parameters' },
  ])('refuses $name', async ({ schema, detail }) => {
    const { error } = await answer('{}', { schema })
    expect(error?.status).toBe(400)
    expect(error?.detail).toContain(detail)
  })
})
