import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { z } from 'zod'
import {
  type BothProcessorDefinition,
  configureProcessor,
  defineProcessor,
  isProcessor,
  type Permissions,
  type Processor,
  pass,
  type RequestInput,
  reject,
  signatures,
} from '../index.js'

const base = { namespace: 'ACME', name: 'Card-Scrubber', version: '2.3.0' } as const
const input = { ...base, signature: signatures.inputOnly, processInput: () => pass() } as const

describe('a processor', () => {
  test('has an id with its case, and a path without', () => {
    const processor = defineProcessor({ ...input, description: 'Scrubs.', appDetails: { build: 'b1' } })
    expect(processor).toMatchObject({
      id: 'ACME:Card-Scrubber',
      path: 'acme/card-scrubber',
      version: '2.3.0',
      description: 'Scrubs.',
      appDetails: { build: 'b1' },
      actions: [],
    })
    expect(isProcessor(processor)).toBe(true)
    for (const value of [undefined, null, 'x', {}, input]) expect(isProcessor(value)).toBe(false)
  })

  test('is told from other things across copies of the package', () => {
    expect(isProcessor({ [Symbol.for('gatehouse.processor')]: {} })).toBe(true)
  })

  test('calls its handlers as they were written, with the definition as `this`', async () => {
    const definition = {
      ...input,
      limit: 3,
      processInput() {
        return pass({ processorResult: { limit: (this as unknown as { limit: number }).limit } })
      },
    }
    const { handlers } = defineProcessor(definition)
    expect(handlers.processInput?.({} as never)).toMatchObject({ processorResult: { limit: 3 } })
  })
})

describe('a definition that does not hold together is refused', () => {
  const processResponse = () => pass()
  const identifier = /must be 1 to 128 characters of A-Z, a-z, 0-9, "\.", "_" and "-", and not only dots\.$/

  test.each<{ name: string; change: object; reason: RegExp | string }>([
    { name: 'no name', change: { name: undefined }, reason: identifier },
    { name: 'an empty name', change: { name: '' }, reason: identifier },
    { name: 'white space in the name', change: { name: 'card scrubber' }, reason: identifier },
    { name: 'a line end behind the name', change: { name: 'card\n' }, reason: identifier },
    { name: 'a slash in the name', change: { name: 'card/scrubber' }, reason: identifier },
    { name: 'a route parameter as the name', change: { name: ':id' }, reason: identifier },
    { name: 'dots as the name', change: { name: '..' }, reason: identifier },
    { name: 'a long name', change: { name: 'a'.repeat(129) }, reason: identifier },
    { name: 'letters of other scripts', change: { namespace: 'ünicode' }, reason: identifier },
    { name: 'white space in the namespace', change: { namespace: 'a b' }, reason: /"namespace" must be/ },
    {
      name: 'white space in the version',
      change: { version: '1 0' },
      reason: /"version" must be 1 to 128 characters without white space/,
    },
    { name: 'no version', change: { version: undefined }, reason: /"version"/ },
    { name: 'a number as version', change: { version: 1 }, reason: /"version"/ },
    {
      name: 'no signature',
      change: { signature: undefined },
      reason: /"signature" must be one of signatures; it is nothing/,
    },
    { name: 'a signature without sets', change: { signature: {} }, reason: /the arrays "required" and "optional"/ },
    {
      name: 'a signature with empty sets',
      change: { signature: { required: [], optional: [] } },
      reason: /lists no field, so every request would be refused/,
    },
    {
      name: 'a field in both sets',
      change: { signature: { required: ['input.messages'], optional: ['input.messages'] } },
      reason: /as required and optional/,
    },
    {
      name: 'an unknown field',
      change: { signature: { required: ['input.message'], optional: [] } },
      reason: /"input.messages" and "response.choices" only/,
    },
    { name: 'no handler', change: { processInput: undefined }, reason: /needs the handler "processInput"/ },
    { name: 'text as a handler', change: { processInput: 'x' }, reason: /needs the handler "processInput"/ },
    {
      name: 'a handler that is never called',
      change: { processResponse },
      reason: /never calls the handler "processResponse"/,
    },
    {
      name: 'half of the handlers',
      change: { signature: signatures.both },
      reason: /needs the handler "processResponse"/,
    },
    {
      name: 'an input handler for the response stage',
      change: { signature: signatures.responseAndPrompt, processResponse },
      reason: /never calls the handler "processInput"/,
    },
    {
      name: 'a list as application details',
      change: { appDetails: [] },
      reason: /"appDetails" must be an object; it is an array/,
    },
    {
      name: 'application details that JSON cannot hold',
      change: { appDetails: { n: 1n } },
      reason: /"appDetails" must be what JSON can hold/,
    },
    {
      name: 'a schema that is no object',
      change: { parameters: z.string() },
      reason: /"parameters" must be a zod object schema/,
    },
    {
      name: 'plain properties as a schema',
      change: { parameters: {} },
      reason: /"parameters" must be a zod object schema/,
    },
    {
      name: 'a permission that is text',
      change: { parameters: z.object({ reject: z.string() }) },
      reason: /the parameter "reject" is a permission and must be a boolean/,
    },
    {
      name: 'a permission with coercion',
      change: { parameters: z.object({ modify: z.coerce.boolean() }) },
      reason: /the parameter "modify"/,
    },
    {
      name: 'a permission that may be null',
      change: { parameters: z.object({ modify: z.boolean().nullable().default(true) }) },
      reason: /the parameter "modify" is a permission and must be a boolean/,
    },
    {
      name: 'a permission that may be a number',
      change: { parameters: z.object({ modify: z.union([z.boolean(), z.number()]).default(true) }) },
      reason: /the parameter "modify" is a permission and must be a boolean/,
    },
    {
      name: 'a permission without a default',
      change: { parameters: z.object({ annotate: z.boolean() }) },
      reason: /the parameter "annotate" is a permission and must have a default/,
    },
    {
      name: 'a permission that may be left out without a default',
      change: { parameters: z.object({ annotate: z.boolean().optional() }) },
      reason: /the parameter "annotate" is a permission and must have a default/,
    },
    {
      name: 'a default that does not validate',
      change: { parameters: z.object({ limit: z.number().max(3).default(4) }) },
      reason: /default parameters do not validate: limit: /,
    },
    { name: 'a type without JSON Schema', change: { parameters: z.object({ when: z.date() }) }, reason: /Date/ },
    {
      name: 'a time limit of zero',
      change: { handlerTimeoutMs: 0 },
      reason: /"handlerTimeoutMs" must be an integer from 1 to 2147483647; it is 0/,
    },
    { name: 'a time limit that no timer takes', change: { handlerTimeoutMs: 2 ** 31 }, reason: /"handlerTimeoutMs"/ },
    {
      name: 'no time limit at all',
      change: { handlerTimeoutMs: Number.POSITIVE_INFINITY },
      reason: /"handlerTimeoutMs"/,
    },
  ])('$name', ({ change, reason }) => {
    expect(() => defineProcessor({ ...input, ...change } as typeof input)).toThrow(reason)
  })

  test('by an error that names the processor', () => {
    expect(() => defineProcessor({ ...input, version: '' })).toThrow(/^Processor "ACME:Card-Scrubber": "version" must/)
  })
})

describe('configureProcessor', () => {
  const parameters = z.strictObject({ mask: z.string().default('#'), limit: z.number() })
  const processor = defineProcessor({ ...input, parameters, actions: ['modify'] })

  test('gives an alias', () => {
    const alias = configureProcessor(processor, { namespace: 'Other', name: 'Name' })
    expect(alias).toMatchObject({ id: 'Other:Name', path: 'other/name', version: '2.3.0', actions: ['modify'] })
    expect(processor.id).toBe('ACME:Card-Scrubber')
  })

  test('gives defaults, which a caller overrides key by key', () => {
    const configured = configureProcessor(processor, { parameters: { limit: 3, modify: true } })
    expect(configured.readParameters()).toMatchObject({
      valid: true,
      parameters: { limit: 3, mask: '#', modify: true },
    })
    expect(configured.readParameters('{"limit":4,"modify":false}')).toMatchObject({
      parameters: { limit: 4, modify: false },
    })
    expect(configured.signatureDocument.parameters).toMatchObject({
      properties: { limit: { default: 3 }, modify: { default: true } },
    })
    expect(configured.signatureDocument.parameters.required).toBeUndefined()
    expect(processor.signatureDocument.parameters.required).toEqual(['limit'])
  })

  test('can be done again', () => {
    const twice = configureProcessor(configureProcessor(processor, { name: 'a', parameters: { limit: 3 } }), {
      parameters: { mask: '*' },
      handlerTimeoutMs: 5,
    })
    expect(twice).toMatchObject({ id: 'ACME:a', handlerTimeoutMs: 5 })
    expect(twice.readParameters()).toMatchObject({ parameters: { limit: 3, mask: '*' } })
  })

  test.each<{ configuration: object; reason: RegExp }>([
    { configuration: { parameters: { limit: 'x' } }, reason: /limit: / },
    { configuration: { parameters: { reject: 'yes' } }, reason: /reject: / },
    { configuration: { parameters: { limt: 3 } }, reason: /limt: unknown parameter/ },
    { configuration: { parameters: { limit: 'x', mask: 1 } }, reason: /mask: .*; limit: / },
    { configuration: { handlerTimeoutMs: 1.5 }, reason: /"handlerTimeoutMs"/ },
  ])('refuses $configuration', ({ configuration, reason }) => {
    expect(() => configureProcessor(processor, configuration)).toThrow(reason)
  })

  test.each([{ name: 'a/b' }, { name: 'a b' }, { namespace: '' }, { namespace: '..' }])(
    'an alias that cannot stand in a path was served: $name$namespace',
    (configuration) => {
      expect(() => configureProcessor(processor, configuration)).toThrow(/must be 1 to 128 characters/)
    },
  )
})

describe('prepare', () => {
  const prepare = vi.fn(({ names }: { readonly names: readonly string[] }) => new Set(names))
  const processor = defineProcessor({
    ...input,
    parameters: z.strictObject({ names: z.array(z.string()).default([]) }),
    prepare,
    processInput: ({ prepared }) => pass({ processorResult: { size: prepared.size } }),
  })

  test('runs once for each distinct document', () => {
    const first = processor.readParameters('{"names":["a"]}')
    const again = processor.readParameters('{"names":["a"]}')
    processor.readParameters('{"names":["b"]}')
    expect(prepare.mock.calls).toEqual([
      [expect.objectContaining({ names: ['a'] })],
      [expect.objectContaining({ names: ['b'] })],
    ])
    expect(again).toBe(first)
    expect(first).toMatchObject({ valid: true, prepared: new Set(['a']) })
  })

  test('forgets documents, so that a caller who sends ever new ones does not fill the memory', () => {
    const runs = (text: string) => {
      const before = prepare.mock.calls.length
      processor.readParameters(text)
      return prepare.mock.calls.length - before
    }
    runs('{"names":["first"]}')
    for (let index = 0; index < 300; index++) runs(`{"names":["${index}"]}`)
    expect([runs('{"names":["299"]}'), runs('{"names":["first"]}')]).toEqual([0, 1])
    const long = `{"names":["${'a'.repeat(1_100_000)}"]}`
    expect([runs(long), runs(long)]).toEqual([1, 1])
  })

  test('is not run for parameters that are refused', () => {
    const before = prepare.mock.calls.length
    processor.readParameters('{"names":7}')
    expect(prepare.mock.calls.length).toBe(before)
  })
})

test('actions without their permission are warnings', () => {
  const processor = defineProcessor({ ...input, actions: ['annotate', 'modify', 'reject'] })
  expect(processor.readParameters('{"modify":true}').warnings).toEqual([
    'the processor can reject, but the permission "reject" is off',
  ])
})

test('a permission that the operator took away by name is no warning', () => {
  const processor = defineProcessor({ ...input, actions: ['annotate', 'modify', 'reject'] })
  const configured = configureProcessor(processor, { parameters: { reject: false } })
  expect(configured.readParameters().warnings).toEqual(['the processor can modify, but the permission "modify" is off'])
  expect(configured.readParameters('{"modify":true}').warnings).toEqual([])
})

describe('types', () => {
  const refused = (define: () => unknown) => expect(define).toThrow(TypeError)

  test('a handler that the signature needs must be there', () => {
    // @ts-expect-error no processInput
    refused(() => defineProcessor({ ...base, signature: signatures.inputOnly }))
    // @ts-expect-error no processResponse
    refused(() => defineProcessor({ ...base, signature: signatures.both, processInput: () => pass() }))
    // @ts-expect-error no processResponse
    refused(() => defineProcessor({ ...base, signature: signatures.bothResponsePrompt, processInput: () => pass() }))
    // @ts-expect-error no processInput
    refused(() => defineProcessor({ ...base, signature: signatures.both, processResponse: () => pass() }))
  })

  test('a handler that is never called must not be there', () => {
    // @ts-expect-error the signature takes no response
    refused(() => defineProcessor({ ...input, processResponse: () => pass() }))
    const needsBoth = { ...base, signature: signatures.responseAndPrompt, processResponse: () => pass() } as const
    // @ts-expect-error requests with a prompt alone are always refused
    refused(() => defineProcessor({ ...needsBoth, processInput: () => pass() }))
  })

  test('a handler returns results of its stage only', () => {
    const message = { role: 'user', content: '' }
    defineProcessor({ ...input, processInput: ({ prompt }) => pass({ prompt: { ...prompt, messages: [message] } }) })
    defineProcessor({ ...input, processInput: async () => reject({ code: 'AIGW_TIMEOUT', detail: '' }) })
    // @ts-expect-error an input handler cannot change the response
    defineProcessor({ ...input, processInput: () => pass({ response: { choices: [] } }) })
    // @ts-expect-error a handler returns something
    defineProcessor({ ...input, processInput: () => undefined })
    // @ts-expect-error a plain object is no result
    defineProcessor({ ...input, processInput: async () => ({ tags: {} }) })
    const responses = { ...base, signature: signatures.responseOnly } as const
    // @ts-expect-error a response handler cannot change the prompt
    defineProcessor({ ...responses, processResponse: () => pass({ prompt: { messages: [] } }) })
  })

  test('the prompt of the response stage is optional unless the signature requires it', () => {
    defineProcessor({
      ...base,
      signature: signatures.responseOnly,
      processResponse({ prompt }) {
        expectTypeOf(prompt).toEqualTypeOf<RequestInput | undefined>()
        return pass()
      },
    })
    defineProcessor({
      ...base,
      signature: signatures.both,
      processInput({ prompt }) {
        expectTypeOf(prompt).toEqualTypeOf<RequestInput>()
        return pass()
      },
      processResponse({ prompt }) {
        expectTypeOf(prompt).toEqualTypeOf<RequestInput | undefined>()
        return pass()
      },
    })
    defineProcessor({
      ...base,
      signature: signatures.responseAndPrompt,
      processResponse({ prompt }) {
        expectTypeOf(prompt).toEqualTypeOf<RequestInput>()
        return pass()
      },
    })
    defineProcessor({
      ...base,
      signature: signatures.bothResponsePrompt,
      processInput: () => pass(),
      processResponse({ prompt }) {
        expectTypeOf(prompt).toEqualTypeOf<RequestInput>()
        return pass()
      },
    })
  })

  test('parameters come from the schema, with the permissions', () => {
    defineProcessor({
      ...base,
      signature: signatures.inputOnly,
      parameters: z.strictObject({
        mask: z.string().default('#'),
        limit: z.number().optional(),
        modify: z.boolean().default(true),
      }),
      processInput({ parameters }) {
        expectTypeOf(parameters.mask).toEqualTypeOf<string>()
        expectTypeOf(parameters.limit).toEqualTypeOf<number | undefined>()
        expectTypeOf(parameters.modify).toEqualTypeOf<boolean>()
        expectTypeOf(parameters).toExtend<Permissions>()
        // @ts-expect-error parameters are the same object for every exchange
        expect(() => (parameters.mask = 'x')).toBeDefined()
        // @ts-expect-error no such parameter
        expect(parameters.other).toBeUndefined()
        return pass()
      },
    })
  })

  test('permissions were never of any type without parameters of its own', () => {
    defineProcessor({
      ...input,
      processInput({ parameters }) {
        expectTypeOf(parameters).toEqualTypeOf<Permissions>()
        return pass()
      },
    })
    defineProcessor({
      ...input,
      parameters: z.strictObject({}),
      processInput({ parameters }) {
        expectTypeOf(parameters.modify).toEqualTypeOf<boolean>()
        return pass()
      },
    })
  })

  test('prepared is what prepare returns, and undefined without it', () => {
    defineProcessor({
      ...base,
      signature: signatures.inputOnly,
      parameters: z.strictObject({ words: z.array(z.string()).default([]) }),
      prepare: ({ words, reject }) => ({ set: new Set(words), reject }),
      processInput({ prepared }) {
        expectTypeOf(prepared).toEqualTypeOf<{ set: Set<string>; reject: boolean }>()
        return pass()
      },
    })
    defineProcessor({
      ...input,
      processInput({ prepared }) {
        expectTypeOf(prepared).toEqualTypeOf<undefined>()
        return pass()
      },
    })
  })

  test('any processor is a Processor', () => {
    const processor = defineProcessor({ ...input, parameters: z.strictObject({ must: z.string() }) })
    expectTypeOf(processor).toExtend<Processor>()
    expectTypeOf<BothProcessorDefinition<typeof signatures.both, z.ZodObject, undefined>>().toHaveProperty(
      'processInput',
    )
  })
})
