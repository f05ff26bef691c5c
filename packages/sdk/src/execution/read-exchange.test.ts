import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defaultContentOptions } from '../content/index.js'
import { defineProcessor, type Processor, ProcessorError, pass, type ResponseContext, signatures } from '../index.js'
import type { ExchangeParts, PartText } from './index.js'
import { readExchange } from './read-exchange.js'

const parameters = z.strictObject({ must: z.string().default('') })
const base = { namespace: 'Suite', version: 'v1', parameters }
const processInput = () => pass()
const processResponse = (_: Pick<ResponseContext, 'response'>) => pass()

const processors = {
  inputOnly: defineProcessor({ ...base, name: 'inp', signature: signatures.inputOnly, processInput }),
  responseOnly: defineProcessor({ ...base, name: 'resp', signature: signatures.responseOnly, processResponse }),
  responseAndPrompt: defineProcessor({ ...base, name: 'rp', signature: signatures.responseAndPrompt, processResponse }),
  both: defineProcessor({ ...base, name: 'Both', signature: signatures.both, processInput, processResponse }),
  bothResponsePrompt: defineProcessor({
    ...base,
    name: 'brp',
    signature: signatures.bothResponsePrompt,
    processInput,
    processResponse,
  }),
} as const

type Texts = { readonly [Name in keyof ExchangeParts]?: string | undefined }

const names: Record<keyof ExchangeParts, string> = {
  metadata: 'metadata',
  prompt: 'input.messages',
  response: 'response.choices',
  inputParameters: 'input.parameters',
  responseParameters: 'response.parameters',
}

const partsOf = (texts: Texts): ExchangeParts =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]): [string, PartText][] =>
      text === undefined ? [] : [[name, { name: names[name as keyof ExchangeParts], text: () => text }]],
    ),
  )

function read(processor: Processor, texts: Texts) {
  return readExchange(processor, partsOf(texts), defaultContentOptions)
}

function faultOf(processor: Processor, texts: Texts): ProcessorError {
  try {
    read(processor, texts)
  } catch (error) {
    if (ProcessorError.isProcessorError(error)) return error
    throw error
  }
  throw new Error('expected a fault')
}

const M = '{"request_id":"r","step_id":"s"}'
const I = '{"messages":[{"content":"hi"}]}'
const R = '{"choices":[{"message":{"content":"hello"}}]}'
const input = { metadata: M, prompt: I }
const response = { metadata: M, response: R }
const both = { metadata: M, prompt: I, response: R }

describe('[protocol 36] [protocol 37] [protocol 38] [protocol 39] [protocol 40] what each signature takes', () => {
  test.each([
    { signature: 'inputOnly', input: 'input', response: 'STAGE_UNSUPPORTED', both: 'STAGE_UNSUPPORTED' },
    { signature: 'responseOnly', input: 'STAGE_UNSUPPORTED', response: 'response', both: 'response with prompt' },
    { signature: 'responseAndPrompt', input: 'PART_REQUIRED', response: 'PART_REQUIRED', both: 'response with prompt' },
    { signature: 'both', input: 'input', response: 'response', both: 'response with prompt' },
    { signature: 'bothResponsePrompt', input: 'input', response: 'PART_REQUIRED', both: 'response with prompt' },
  ] as const)('$signature: $input, $response, $both', ({ signature, ...expected }) => {
    const processor = processors[signature]
    const outcome = (texts: Texts) => {
      try {
        const { stage, prompt } = read(processor, texts)
        return stage === 'response' && prompt !== undefined ? 'response with prompt' : stage
      } catch (error) {
        expect(error).toMatchObject({ status: 400, messages: [] })
        return (error as ProcessorError).code
      }
    }
    expect({ input: outcome(input), response: outcome(response), both: outcome(both) }).toEqual(expected)
  })
})

describe('[protocol 34] the envelope', () => {
  test.each<{ texts: Texts; code: string }>([
    { texts: {}, code: 'METADATA_MISSING' },
    { texts: { prompt: I }, code: 'METADATA_MISSING' },
    { texts: { prompt: '{' }, code: 'METADATA_MISSING' },
    { texts: { metadata: M }, code: 'CONTENT_MISSING' },
    { texts: { metadata: M, inputParameters: '{}', responseParameters: '{}' }, code: 'CONTENT_MISSING' },
  ])('$texts: $code', ({ texts, code }) => {
    expect(faultOf(processors.both, texts)).toMatchObject({ status: 400, code, messages: [] })
  })
})

describe('[protocol 35] parameters of the other stage', () => {
  test.each<{ name: string; texts: Texts }>([
    { name: 'M, I, RP', texts: { ...input, responseParameters: '{}' } },
    { name: 'M, I, IP, RP', texts: { ...input, inputParameters: '{}', responseParameters: '{}' } },
    { name: 'M, R, IP', texts: { ...response, inputParameters: '{}' } },
    { name: 'M, I, R, IP', texts: { ...both, inputParameters: '{}' } },
    { name: 'M, I, R, IP, RP', texts: { ...both, inputParameters: '{}', responseParameters: '{}' } },
  ])('$name', ({ texts }) => {
    expect(faultOf(processors.both, texts)).toMatchObject({ status: 400, code: 'PARAMETERS_MISPLACED', messages: [] })
  })

  test('[protocol 36] are told after a stage that is not supported', () => {
    const { code, detail } = faultOf(processors.inputOnly, { ...response, inputParameters: '{}' })
    expect(code).toBe('STAGE_UNSUPPORTED')
    expect(detail).toBe('Processor "Suite:inp" does not run in the response stage; the request is one of that stage.')
  })
})

describe('[protocol 51] [protocol 56] of several faults the first of the order is told', () => {
  /** Every fault at once, and what takes each away. */
  const order: { code: string; repair: Texts }[] = [
    { code: 'METADATA_MISSING', repair: { metadata: '[' } },
    { code: 'CONTENT_MISSING', repair: { response: '[' } },
    { code: 'PART_REQUIRED', repair: { prompt: '[' } },
    { code: 'PARAMETERS_MISPLACED', repair: { inputParameters: undefined } },
    { code: 'PARAMETERS_INVALID', repair: { responseParameters: '{}' } },
    { code: 'JSON_INVALID', repair: { metadata: '[]' } },
    { code: 'METADATA_INVALID', repair: { metadata: M } },
    { code: 'JSON_INVALID', repair: { prompt: '{}' } },
    { code: 'CONTENT_INVALID', repair: { prompt: I } },
    { code: 'JSON_INVALID', repair: { response: '{}' } },
    { code: 'CONTENT_INVALID', repair: { response: R } },
  ]
  let texts: Texts = { inputParameters: '[', responseParameters: '[' }
  const steps = order.map(({ code, repair }) => {
    const faulty = texts
    texts = { ...texts, ...repair }
    return { code, faulty }
  })

  test.each(steps)('$code', ({ code, faulty }) => {
    expect(faultOf(processors.bothResponsePrompt, faulty).code).toBe(code)
  })

  test('then it is read', () => {
    expect(read(processors.bothResponsePrompt, texts).stage).toBe('response')
  })

  test('bytes that are not text count where their part would be parsed', () => {
    const broken: PartText = {
      name: 'input.messages',
      text: () => {
        throw new ProcessorError({ code: 'CHARSET_INVALID', detail: 'bad bytes' })
      },
    }
    const { metadata } = partsOf({ metadata: '[]' })
    expect(() => readExchange(processors.both, { metadata, prompt: broken }, defaultContentOptions)).toThrow(
      /must be a JSON object/,
    )
    const { metadata: good } = partsOf({ metadata: M })
    expect(() => readExchange(processors.both, { metadata: good, prompt: broken }, defaultContentOptions)).toThrow(
      /bad bytes/,
    )
  })
})

describe('[protocol 41] metadata that is no object', () => {
  test.each([
    { text: '', code: 'JSON_INVALID' },
    { text: '{', code: 'JSON_INVALID' },
    { text: 'null', code: 'METADATA_INVALID' },
    { text: '[]', code: 'METADATA_INVALID' },
    { text: '"secret"', code: 'METADATA_INVALID' },
    { text: '7', code: 'METADATA_INVALID' },
    { text: '{"a":"\\ud800"}', code: 'TEXT_INVALID' },
    { text: `{"a":${'['.repeat(1000)}`, code: 'JSON_TOO_DEEP' },
  ])('$text: $code, without messages', ({ text, code }) => {
    const fault = faultOf(processors.both, { ...input, metadata: text })
    expect(fault).toMatchObject({ status: 400, code, messages: [] })
    expect(fault.detail).not.toContain('secret')
  })
})

describe('parameters', () => {
  const strict = defineProcessor({
    ...base,
    name: 'need',
    signature: signatures.inputOnly,
    parameters: z.strictObject({ must: z.string() }),
    processInput,
  })

  test('[protocol 52] required ones cannot be left out with their part', () => {
    expect(faultOf(strict, input)).toMatchObject({
      code: 'PARAMETERS_INVALID',
      detail: 'Processor "Suite:need" has required parameters; the request has no parameters part.',
      messages: ['expected a string, got nothing: must'],
    })
  })

  test.each(['', 'null', '[]', '{'])('[protocol 53] %o is told with messages', (text) => {
    expect(faultOf(strict, { ...input, inputParameters: text })).toMatchObject({
      status: 400,
      code: 'PARAMETERS_INVALID',
      detail: 'Part "input.parameters" does not fit the parameters of processor "Suite:need".',
      messages: [expect.any(String)],
    })
  })

  test('[protocol 54] unknown ones are no fault, and whether a part came is known', () => {
    expect(read(processors.both, { ...input, inputParameters: '{"zzz":1}' }).hasParameters).toBe(true)
    expect(read(processors.both, input)).toMatchObject({
      hasParameters: false,
      parameters: { annotate: true, modify: false },
    })
    expect(read(processors.both, { ...response, responseParameters: '{"modify":true}' }).parameters.modify).toBe(true)
  })
})

test('all of an exchange', () => {
  const { ids, metadata, prompt, response } = read(processors.both, {
    ...both,
    metadata: '{"request_id":1.0,"step_id":"s","more":{"a":1}}',
  })
  expect(ids).toMatchObject({ request_id: 1, step_id: 's' })
  expect(Object.keys(ids)).toEqual(['request_id', 'step_id'])
  expect(metadata).toMatchObject({ more: { a: 1 } })
  expect(prompt?.messages).toMatchObject([{ role: 'user', content: 'hi' }])
  expect(response?.choices).toMatchObject([{ message: { role: 'assistant', content: 'hello' } }])
})
