import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineProcessor, type InputContext, pass, type ResponseContext, reject, signatures } from '../index.js'
import { runProcessor, type TestExchange } from '../testing/index.js'

/** What a handler returns, made from what it got. */
type Behaviour = (context: Partial<InputContext> & Partial<ResponseContext>) => unknown

function processorThat(behaviour: Behaviour, appDetails?: Record<string, unknown>) {
  const handler = behaviour as () => never
  return defineProcessor({
    namespace: 'Suite',
    name: 'Both',
    version: 'v1',
    ...(appDetails && { appDetails }),
    signature: signatures.both,
    parameters: z.strictObject({}),
    processInput: handler,
    processResponse: handler,
  })
}

const metadata = { request_id: 'r', step_id: 's', other: 'x' }
const stamp = { processor_id: 'Suite:Both', processor_version: 'v1', request_id: 'r', step_id: 's' }
const exchange: TestExchange = { messages: ['hi'], metadata }
const withPermissions = (parameters: TestExchange['parameters']): TestExchange => ({ ...exchange, parameters })

const edit: Behaviour = ({ prompt, response }) => {
  if (response === undefined) return pass({ prompt: { messages: [{ role: 'user', content: 'changed' }] } })
  return pass({ response: { choices: [{ message: { role: 'assistant', content: 'changed' } }], prompt } })
}
const stop = (more: object = {}) => reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'no', ...more })

describe('what an answer holds, and what is logged', () => {
  test.each<{
    name: string
    behaviour: Behaviour
    exchange?: TestExchange
    /** Metadata of the answer beside the stamp; none for a 204. */
    adds: object | undefined
    expected?: object
    dropped?: string[]
  }>([
    { name: '[protocol 57] nothing to say', behaviour: () => pass(), adds: undefined },
    { name: '[protocol 57] empty findings', behaviour: () => pass({ processorResult: {} }), adds: undefined },
    {
      name: '[protocol 57] empty tags',
      behaviour: () => pass({ tags: {} }),
      exchange: withPermissions({ annotate: false }),
      adds: undefined,
    },
    { name: '[protocol 58] empty metadata', behaviour: () => pass({ metadata: {} }), adds: {} },
    {
      name: '[protocol 59] findings',
      behaviour: () => pass({ processorResult: { n: 1 } }),
      adds: { processor_result: { n: 1 } },
    },
    {
      name: 'empty findings beside tags',
      behaviour: () => pass({ processorResult: {}, tags: { a: 'b' } }),
      adds: { tags: { a: ['b'] } },
    },
    {
      name: 'findings, with no permission at all',
      behaviour: () => pass({ processorResult: { n: 1 } }),
      exchange: withPermissions({ annotate: false, modify: false, reject: false }),
      adds: { processor_result: { n: 1 } },
    },
    { name: '[protocol 60] tags', behaviour: () => pass({ tags: { Topic: 'B' } }), adds: { tags: { topic: ['b'] } } },
    {
      name: '[protocol 60] tags without permission',
      behaviour: () => pass({ tags: { Topic: 'B' } }),
      exchange: withPermissions({ annotate: false }),
      adds: {},
      dropped: ['annotate'],
    },
    {
      name: '[protocol 61] a change',
      behaviour: edit,
      exchange: withPermissions({ modify: true }),
      adds: {},
      expected: { prompt: { messages: [{ role: 'user', content: 'changed' }] } },
    },
    {
      name: '[protocol 61] a change without permission',
      behaviour: edit,
      adds: {},
      expected: { prompt: undefined },
      dropped: ['modify'],
    },
    {
      name: '[protocol 62] the prompt as it was',
      behaviour: ({ prompt }) => pass({ prompt: prompt as never }),
      exchange: withPermissions({ modify: true }),
      adds: {},
    },
    {
      name: '[protocol 62] the prompt as it was, without permission',
      behaviour: ({ prompt }) => pass({ prompt: prompt as never }),
      adds: {},
    },
    {
      name: '[protocol 62] a copy of it',
      behaviour: ({ prompt }) => pass({ prompt: { ...prompt, messages: [...(prompt?.messages ?? [])] } }),
      adds: {},
    },
    {
      name: '[protocol 63] a change of the response',
      behaviour: edit,
      exchange: { choices: ['hi'], metadata, parameters: { modify: true } },
      adds: {},
      expected: { response: { choices: [{ message: { role: 'assistant', content: 'changed' } }] } },
    },
    {
      name: '[protocol 64] a change of the response in the input stage',
      behaviour: () => pass({ response: { choices: [] } }),
      exchange: withPermissions({ modify: true }),
      adds: {},
      expected: { response: undefined, prompt: undefined },
      dropped: ['wrong-stage'],
    },
    {
      name: '[protocol 64] a change of the prompt in the response stage',
      behaviour: ({ prompt }) => pass({ prompt: { ...prompt, messages: [] } }),
      exchange: { ...exchange, choices: ['hi'], parameters: { modify: true } },
      adds: {},
      expected: { response: undefined, prompt: undefined },
      dropped: ['wrong-stage'],
    },
    {
      name: 'a change of the other stage, without permission',
      behaviour: () => pass({ response: { choices: [] } }),
      adds: {},
      dropped: ['wrong-stage'],
    },
    {
      name: '[protocol 65] a reject',
      behaviour: () => stop(),
      exchange: withPermissions({ reject: true }),
      adds: {},
      expected: { kind: 'reject', code: 'AIGW_POLICY_VIOLATION', detail: 'no' },
    },
    {
      name: '[protocol 66] a reject without permission',
      behaviour: () => stop(),
      adds: {},
      expected: { kind: 'pass' },
      dropped: ['reject'],
    },
    {
      name: 'a reject without permission loses tags and keeps findings and metadata',
      behaviour: () => stop({ tags: { a: 'b' }, processorResult: { n: 1 }, metadata: { m: 1 } }),
      adds: { m: 1, processor_result: { n: 1 } },
      expected: { kind: 'pass' },
      dropped: ['reject'],
    },
    {
      name: '[protocol 67] a clean code',
      behaviour: () => stop({ code: 'AIGW_TIMEOUT' }),
      exchange: withPermissions({ reject: true }),
      adds: {},
      expected: { kind: 'reject', code: 'AIGW_TIMEOUT' },
    },
    {
      name: '[protocol 68] a reject with all there is',
      behaviour: () => stop({ tags: { a: 'b' }, processorResult: { n: 1 }, metadata: { m: 1 } }),
      exchange: withPermissions({ reject: true }),
      adds: { m: 1, tags: { a: ['b'] }, processor_result: { n: 1 } },
      expected: { kind: 'reject' },
    },
    {
      name: 'a reject with empty findings',
      behaviour: () => stop({ processorResult: {} }),
      exchange: withPermissions({ reject: true }),
      adds: {},
      expected: { kind: 'reject' },
    },
    {
      name: '[protocol 68] a reject whose tags are not permitted',
      behaviour: () => stop({ tags: { a: 'b' } }),
      exchange: withPermissions({ reject: true, annotate: false }),
      adds: {},
      expected: { kind: 'reject' },
      dropped: ['annotate'],
    },
    {
      name: 'a change and tags, neither permitted',
      behaviour: (context) =>
        pass({ ...(edit(context) as { prompt: never }), tags: { a: 'b' }, ...{ metadata: undefined } }),
      exchange: withPermissions({ annotate: false }),
      adds: {},
      dropped: ['modify', 'annotate'],
    },
    {
      name: '[protocol 71] reserved keys in metadata',
      behaviour: () =>
        pass({
          metadata: {
            ...stamp,
            processor_id: 'x',
            request_id: 'y',
            tags: { a: ['b'] },
            processor_result: { n: 1 },
            app_details: {},
            own: [1],
          },
        }),
      adds: { own: [1] },
    },
    {
      name: 'metadata with odd keys',
      behaviour: () => pass({ metadata: JSON.parse('{"__proto__":{"a":1},"constructor":2}') }),
      adds: JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
    },
    {
      name: 'a promise',
      behaviour: async () => pass({ processorResult: { n: 1 } }),
      adds: { processor_result: { n: 1 } },
    },
    {
      name: 'the result of another copy of the package',
      behaviour: () => ({ ...pass({ tags: { a: 'b' } }), [Symbol.for('gatehouse.result')]: true }),
      adds: { tags: { a: ['b'] } },
    },
  ])('$name', async ({ behaviour, adds, expected = {}, dropped = [], exchange: given = exchange }) => {
    const decision = await runProcessor(processorThat(behaviour), given)
    expect(decision.metadata).toEqual(adds && { ...stamp, ...adds })
    expect(decision).toMatchObject({ kind: 'pass', ...expected })
    expect(decision.dropped).toEqual(dropped)
    expect(decision.logs.map(({ level }) => level)).toEqual(dropped.map(() => 'warn'))
  })
})

describe('the snapshot is taken before the handler runs', () => {
  test.each([
    {
      name: 'a message',
      change: ({ prompt }: Parameters<Behaviour>[0]) =>
        Object.assign(prompt?.messages[0] ?? {}, { content: 'changed' }),
    },
    {
      name: 'the list',
      change: ({ prompt }: Parameters<Behaviour>[0]) => prompt?.messages.push({ role: 'user', content: 'more' }),
    },
    {
      name: 'an unknown key',
      change: ({ prompt }: Parameters<Behaviour>[0]) => Object.assign(prompt?.messages[0]?.meta as object, { a: 2 }),
    },
  ])('so a change of $name in place is one', async ({ change }) => {
    const processor = processorThat((context) => {
      change(context)
      return pass({ prompt: context.prompt as never })
    })
    const messages = [{ role: 'user', content: 'hi', meta: { a: 1 } }]
    expect((await runProcessor(processor, { messages, parameters: { modify: true } })).prompt).toBeDefined()
    expect((await runProcessor(processor, { messages })).dropped).toEqual(['modify'])
  })

  test('a change in place that is not returned is none', async () => {
    const processor = processorThat(({ prompt }) => {
      for (const message of prompt?.messages ?? []) message.content = 'changed'
      return pass()
    })
    expect(await runProcessor(processor, { messages: ['hi'], parameters: { modify: true } })).toMatchObject({
      metadata: undefined,
      prompt: undefined,
    })
  })

  test('ids are those of the request, whatever a handler does to metadata', async () => {
    const processor = processorThat(({ metadata }) => {
      Object.assign(metadata as object, { request_id: 'forged', step_id: 'forged' })
      return pass({ metadata: {} })
    })
    expect((await runProcessor(processor, exchange)).metadata).toEqual(stamp)
  })

  test('[protocol 46] a multimodal prompt that was not changed is none', async () => {
    const echo = processorThat(({ prompt }) => pass({ prompt: prompt as never }))
    const content = [
      { type: 'text', text: 'a' },
      { type: 'image_url', image_url: {} },
      { type: 'text', text: 'b' },
    ]
    const given = {
      messages: [{ role: 'user', content }],
      parameters: { modify: true },
      content: 'multimodal',
    } as const
    expect(await runProcessor(echo, given)).toMatchObject({ kind: 'pass', prompt: undefined })
    const changed = await runProcessor(processorThat(edit), given)
    expect(changed.prompt).toEqual({ messages: [{ role: 'user', content: 'changed' }] })
    const refused = await runProcessor(echo, { ...given, content: 'text' })
    expect(refused.error?.messages).toEqual(['expected a string or null, got an array: messages,0,content'])
  })
})

describe('[protocol 42] [protocol 43] ids', () => {
  test.each([
    { metadata: '{"request_id":5,"step_id":null}', ids: { request_id: 5, step_id: null } },
    { metadata: '{}', ids: {} },
    { metadata: '{"request_id":{"a":[1]},"step_id":false}', ids: { request_id: { a: [1] }, step_id: false } },
    { metadata: '{"step_id":"s"}', ids: { step_id: 's' } },
  ])('of $metadata', async ({ metadata, ids }) => {
    const silent = processorThat(() => pass({ metadata: {} }))
    const decision = await runProcessor(silent, { messages: [], metadata: JSON.parse(metadata) })
    expect(decision.metadata).toEqual({ processor_id: 'Suite:Both', processor_version: 'v1', ...ids })
  })
})

test.each([{ appDetails: { build: 'b1' } }, { appDetails: {} }])(
  '[protocol 58] application details are echoed: $appDetails',
  async ({ appDetails }) => {
    const decision = await runProcessor(
      processorThat(() => pass({ metadata: {} }), appDetails),
      exchange,
    )
    expect(decision.metadata).toEqual({ ...stamp, app_details: appDetails })
  },
)

test('a colon in the key of a tag is warned about, since a selector cannot tell where it ends', async () => {
  const { logs, tags } = await runProcessor(
    processorThat(() => pass({ tags: { 'a:b': 'c' } })),
    exchange,
  )
  expect(tags).toEqual({ 'a:b': ['c'] })
  expect(logs).toMatchObject([{ level: 'warn', message: expect.stringContaining('colon') }])
})

describe('[protocol 69] what is no result is a fault of the processor', () => {
  const cycle: Record<string, unknown> = {}
  cycle.self = cycle
  const message =
    (content: unknown, role: unknown = 'user') =>
    () =>
      pass({ prompt: { messages: [{ role, content }] } as never })

  test.each<{ name: string; behaviour: Behaviour; detail: RegExp }>([
    {
      name: 'nothing',
      behaviour: () => undefined,
      detail: /"Suite:Both" returned nothing; expected a Result or a Reject/,
    },
    { name: 'null', behaviour: async () => null, detail: /returned null/ },
    { name: 'a plain object', behaviour: () => ({ tags: {} }), detail: /returned an object/ },
    { name: 'text', behaviour: () => 'secret', detail: /returned a string/ },
    { name: 'a function', behaviour: () => pass, detail: /returned a function/ },
    {
      name: 'findings with a cycle',
      behaviour: () => pass({ processorResult: cycle }),
      detail: /returned metadata that JSON cannot hold/,
    },
    {
      name: 'metadata with a BigInt',
      behaviour: () => pass({ metadata: { n: 1n } }),
      detail: /returned metadata that JSON cannot hold/,
    },
    {
      name: 'a reject with a cycle',
      behaviour: () => stop({ processorResult: cycle }),
      detail: /returned a reject that JSON cannot hold/,
    },
    {
      name: 'a prompt with a cycle',
      behaviour: () => pass({ prompt: { messages: [], cycle } }),
      detail: /returned content that JSON cannot hold/,
    },
    {
      name: 'a message without content',
      behaviour: message(undefined),
      detail: /a message without a role and a content that are strings/,
    },
    { name: 'a message with null content', behaviour: message(null), detail: /a message without/ },
    { name: 'a message without a role', behaviour: message('secret', 7), detail: /a message without/ },
    {
      name: 'a message that is text',
      behaviour: () => pass({ prompt: { messages: ['secret' as never] } }),
      detail: /a message without/,
    },
  ])('$name', async ({ behaviour, detail }) => {
    const { error, logs } = await runProcessor(
      processorThat(behaviour),
      withPermissions({ modify: true, reject: true }) as typeof exchange,
    )
    expect(error).toMatchObject({ status: 500, code: 'HANDLER_RESULT_INVALID', detail: expect.stringMatching(detail) })
    expect(logs.map(({ level }) => level)).toEqual(['error'])
    expect(JSON.stringify(logs)).not.toContain('secret')
  })

  test('a choice without a message', async () => {
    const processor = processorThat(() => pass({ response: { choices: [{}] as never } }))
    const { error } = await runProcessor(processor, { choices: ['hi'], parameters: { modify: true } })
    expect(error).toMatchObject({ code: 'HANDLER_RESULT_INVALID' })
  })

  test('a number that JSON does not have is null, and a lone surrogate an escape', async () => {
    const processor = processorThat(() => pass({ processorResult: { n: Number.NaN, m: -Infinity, text: '\ud800' } }))
    expect((await runProcessor(processor, exchange)).processorResult).toEqual({ n: null, m: null, text: '\ud800' })
  })
})
