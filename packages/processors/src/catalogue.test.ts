import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { expect, test } from 'vitest'
import * as processors from './index.js'

const { catalogue, reaches, ...each } = processors

test('the catalogue holds every exported processor, by its name', () => {
  expect(Object.values(catalogue)).toEqual(expect.arrayContaining(Object.values(each)))
  expect(Object.keys(catalogue)).toEqual([
    'code-detect',
    'encoded-payload',
    'invisible-text',
    'json-schema',
    'keywords',
    'language-id',
    'length',
    'llm-judge',
    'onnx-classifier',
    'pii',
    'prompt-injection',
    'regex',
    'remote',
    'repetition-detect',
    'secrets',
    'system-prompt',
    'system-prompt-leak',
    'tool-guard',
    'topics',
    'toxicity',
    'url-filter',
    'vault',
  ])
})

test('every processor says what it has to see at once', () => {
  expect(Object.keys(catalogue).filter((name) => reaches[name] === undefined)).toEqual([])
})

test.each(Object.values(catalogue))('$name runs without parameters and describes each one', async (processor) => {
  expect(processor.namespace).toBe('gatehouse')
  expect(processor.description).toMatch(/\.$/)
  const { parameters } = processor.signatureDocument
  for (const [name, property] of Object.entries(parameters.properties)) {
    expect(property.description, `description of ${name}`).toMatch(/\S/)
  }
  await using app = createProcessorServer({ processors: [processor] })
  const reply = await app.inject({ method: 'POST', url: `/api/v1/signature/${processor.path}`, payload: '{}' })
  expect(reply.json().validation).toMatchObject({ valid: true, errors: [] })
})
