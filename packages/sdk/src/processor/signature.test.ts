import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineProcessor, pass, signatures } from '../index.js'
import { describeFields, takesInput, takesResponse } from './signature.js'

describe('predefined signatures', () => {
  test.each([
    { name: 'inputOnly', fields: [['input.messages', true]], input: true, response: false },
    { name: 'responseOnly', fields: [['response.choices', true]], input: false, response: true },
    {
      name: 'responseAndPrompt',
      fields: [
        ['input.messages', true],
        ['response.choices', true],
      ],
      input: false,
      response: true,
    },
    {
      name: 'both',
      fields: [
        ['input.messages', false],
        ['response.choices', false],
      ],
      input: true,
      response: true,
    },
    {
      name: 'bothResponsePrompt',
      fields: [
        ['input.messages', true],
        ['response.choices', false],
      ],
      input: true,
      response: true,
    },
  ] as const)('$name', ({ name, fields, input, response }) => {
    const signature = signatures[name]
    expect(describeFields(signature)).toEqual(fields.map(([type, required]) => ({ type, required })))
    expect([takesInput(signature), takesResponse(signature)]).toEqual([input, response])
  })

  test('fields stand in a fixed order, required ones first', () => {
    expect(describeFields({ required: ['response.choices', 'input.messages'], optional: [] })).toEqual(
      describeFields(signatures.responseAndPrompt),
    )
    expect(describeFields({ required: ['response.choices'], optional: ['input.messages'] })).toEqual([
      { type: 'response.choices', required: true },
      { type: 'input.messages', required: false },
    ])
  })
})

describe('the signature document', () => {
  const { signatureDocument } = defineProcessor({
    namespace: 'acme',
    name: 'card-scrubber',
    version: '1',
    signature: signatures.inputOnly,
    parameters: z
      .strictObject({
        max_count: z
          .int()
          .min(0)
          .max(9)
          .default(3)
          .describe('Most of them.')
          .meta({ examples: [1] }),
        mode: z.enum(['a', 'b']),
        camelCase: z.strictObject({ inner: z.string().optional() }).optional(),
      })
      .describe('What it takes.'),
    processInput: () => pass(),
  })

  test('is JSON Schema of an object, with the three permissions', () => {
    expect(signatureDocument.parameters).toEqual({
      title: 'CardScrubberParameters',
      description: 'What it takes.',
      type: 'object',
      additionalProperties: false,
      required: ['mode'],
      properties: {
        max_count: {
          title: 'Max Count',
          type: 'integer',
          minimum: 0,
          maximum: 9,
          default: 3,
          description: 'Most of them.',
          examples: [1],
        },
        mode: { title: 'Mode', type: 'string', enum: ['a', 'b'] },
        camelCase: {
          title: 'Camel Case',
          type: 'object',
          additionalProperties: false,
          properties: { inner: { type: 'string' } },
        },
        annotate: expect.objectContaining({ title: 'Annotate', type: 'boolean', default: true }),
        modify: expect.objectContaining({ title: 'Modify', type: 'boolean', default: false }),
        reject: expect.objectContaining({ title: 'Reject', type: 'boolean', default: false }),
      },
    })
  })

  test('has no "required" when nothing is', () => {
    const processor = defineProcessor({
      namespace: 'a',
      name: 'b',
      version: '1',
      signature: signatures.inputOnly,
      processInput: () => pass(),
    })
    expect(processor.signatureDocument.parameters).not.toHaveProperty('required')
    expect(processor.signatureDocument.parameters.title).toBe('BParameters')
  })
})
