import { defineProcessor, pass, signatures } from '@gatehouse/sdk'
import { describe, expect, test } from 'vitest'
import { readProcessorList, readSignature, stagesOf } from './signature.js'

describe('readSignature', () => {
  const handlers = { processInput: () => pass(), processResponse: () => pass() }
  test.each([
    ['inputOnly', signatures.inputOnly, ['input']],
    ['responseOnly', signatures.responseOnly, ['response']],
    ['responseAndPrompt', signatures.responseAndPrompt, ['response']],
    ['both', signatures.both, ['input', 'response']],
    ['bothResponsePrompt', signatures.bothResponsePrompt, ['input', 'response']],
  ] as const)('%s runs in %j', (_, signature, stages) => {
    const { processInput, processResponse } = handlers
    const definition = {
      namespace: 'acme',
      name: 'x',
      version: '1',
      signature,
      ...((stages as readonly string[]).includes('input') ? { processInput } : {}),
      ...((stages as readonly string[]).includes('response') ? { processResponse } : {}),
    }
    const { signatureDocument } = defineProcessor(definition as Parameters<typeof defineProcessor>[0])
    expect(stagesOf(readSignature(signatureDocument))).toEqual(stages)
  })

  test.each([null, [], {}, { fields: [] }, { fields: {}, parameters: {} }])('refuses %j', (document) => {
    expect(() => readSignature(document)).toThrow(TypeError)
  })
})

describe('readProcessorList', () => {
  test('leaves out what has no name', () => {
    const processors = [{ namespace: 'a', name: 'b', latest_version: '1', description: 'd' }, { name: 'c' }, null]
    expect(readProcessorList({ processors })).toEqual([
      { id: 'a:b', namespace: 'a', name: 'b', version: '1', description: 'd' },
    ])
  })

  test.each([null, {}, { processors: {} }])('refuses %j', (document) => {
    expect(() => readProcessorList(document)).toThrow(TypeError)
  })
})
