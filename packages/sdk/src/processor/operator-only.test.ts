import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createProcessorServer } from '../fastify/index.js'
import { configureProcessor, defineProcessor, operatorOnly, pass, signatures } from '../index.js'
import { executeRequest } from '../testing/index.js'

const judge = defineProcessor({
  namespace: 'acme',
  name: 'judge',
  version: '1',
  signature: signatures.inputOnly,
  parameters: z.strictObject({
    url: operatorOnly(z.url()).optional(),
    model: operatorOnly(z.string()).default('small'),
    limits: operatorOnly(z.strictObject({ calls: z.int() }))
      .nullable()
      .default(null),
    policy: z.string().default(''),
  }),
  processInput: ({ parameters: { url, model } }) => pass({ processorResult: { url: url ?? null, model } }),
})
const configured = configureProcessor(judge, { parameters: { url: 'https://judge.example.com', model: 'large' } })

describe('a parameter of the operator', () => {
  test('counts from the configuration', () => {
    expect(configured.readParameters('{"policy":"be kind"}')).toMatchObject({
      valid: true,
      parameters: { url: 'https://judge.example.com', model: 'large', policy: 'be kind' },
    })
  })

  test.each([
    { document: { url: 'https://elsewhere.example.com' }, paths: ['url'] },
    { document: { url: null, limits: { calls: 9 }, policy: 'x' }, paths: ['url', 'limits'] },
    { document: { model: 'large' }, paths: ['model'] },
  ])('is refused in the request $document', async ({ document, paths }) => {
    const messages = paths.map((path) => `expected nothing, since only the operator of the server sets this: ${path}`)
    await using app = createProcessorServer({ processors: [configured] })
    const reply = await app.inject(executeRequest(configured, { messages: ['hello'], parameters: document as never }))
    expect(reply).toMatchObject({ statusCode: 400 })
    expect(reply.json()).toMatchObject({ code: 'PARAMETERS_INVALID', messages })
    const check = await app.inject({ method: 'POST', url: '/api/v1/signature/acme/judge', payload: document })
    expect(check.json().validation).toEqual({ valid: false, errors: messages })
  })

  test('may be read on behalf of the operator', () => {
    const outcome = judge.readParameters('{"url":"https://judge.example.com"}', 'operator')
    expect(outcome).toMatchObject({ valid: true, parameters: { url: 'https://judge.example.com', model: 'small' } })
    expect(judge.readParameters('{"url":7}', 'operator')).toMatchObject({ valid: false })
    expect(judge.readParameters('{"url":"https://judge.example.com"}')).toMatchObject({ valid: false })
  })

  test('may have more values than one of a caller', () => {
    const lists = defineProcessor({
      namespace: 'acme',
      name: 'lists',
      version: '1',
      signature: signatures.inputOnly,
      parameters: z.strictObject({ list: z.array(z.int()).default([]) }),
      processInput: () => pass(),
    })
    const text = JSON.stringify({ list: Array(100_000).fill(1) })
    expect(lists.readParameters(text, 'operator')).toMatchObject({ valid: true })
    const problems = ['the document has more than 100000 values']
    expect(lists.readParameters(text)).toEqual({ valid: false, problems, warnings: [] })
  })

  test('is marked in the signature, without its value', () => {
    const { properties } = configured.signatureDocument.parameters
    expect(properties.url).toEqual({ title: 'Url', type: 'string', format: 'uri', operatorOnly: true })
    expect(properties.model).toEqual({ title: 'Model', type: 'string', operatorOnly: true })
    expect([...configured.operatorParameters]).toEqual(['url', 'model', 'limits'])
  })
})
