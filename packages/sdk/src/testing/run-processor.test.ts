import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createProcessorServer } from '../fastify/index.js'
import { defineProcessor, pass, reject, signatures } from '../index.js'
import { decisionOf, executeRequest, runProcessor, serveForTest } from './index.js'

const shouter = defineProcessor({
  namespace: 'acme',
  name: 'Shouter',
  version: '1.0.0',
  signature: signatures.both,
  parameters: z.strictObject({ bad: z.string().default('darn'), delayMs: z.number().default(0) }),
  async processInput({ prompt, parameters, signal }) {
    if (parameters.delayMs > 0) await sleep(parameters.delayMs, undefined, { signal })
    if (prompt.concatenate().includes(parameters.bad)) {
      return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'A bad word.', processorResult: { count: 1 } })
    }
    const messages = prompt.messages.map((message) => ({ ...message, content: message.content.toUpperCase() }))
    return pass({ tags: { voice: 'loud' }, prompt: { ...prompt, messages } })
  },
  processResponse({ prompt, response }) {
    const processorResult = { choices: response.choices.length, hasPrompt: prompt !== undefined }
    return pass({ processorResult })
  },
})

const exchanges = [
  {
    name: 'changes a prompt of plain strings',
    exchange: { messages: ['hi', 'you'], parameters: { modify: true } },
    expected: {
      kind: 'pass',
      prompt: {
        messages: [
          { role: 'user', content: 'HI' },
          { role: 'user', content: 'YOU' },
        ],
      },
      tags: { voice: ['loud'] },
    },
  },
  {
    name: 'keeps what a message object has',
    exchange: {
      messages: [{ role: 'system', content: null, tool_calls: [] }, 'go'],
      parameters: { modify: true, annotate: false },
    },
    expected: {
      tags: {},
      prompt: {
        messages: [
          { role: 'system', content: null, tool_calls: [] },
          { role: 'user', content: 'GO' },
        ],
      },
    },
  },
  {
    name: 'takes a whole prompt document',
    exchange: { prompt: { messages: [], model: 'small-1' } },
    expected: { kind: 'pass', prompt: undefined, metadata: { processor_id: 'acme:Shouter' } },
  },
  {
    name: 'rejects',
    exchange: { messages: ['darn'], parameters: { reject: true } },
    expected: {
      kind: 'reject',
      code: 'AIGW_POLICY_VIOLATION',
      detail: 'A bad word.',
      processorResult: { count: 1 },
      error: undefined,
    },
  },
  {
    name: 'judges a response of strings, without a prompt',
    exchange: { choices: ['hello', 'hi'] },
    expected: { kind: 'pass', processorResult: { choices: 2, hasPrompt: false } },
  },
  {
    name: 'judges a response beside its prompt',
    exchange: { messages: ['hey'], response: { choices: [] }, metadata: { request_id: 'r' } },
    expected: { processorResult: { choices: 0, hasPrompt: true }, metadata: { request_id: 'r' } },
  },
  {
    name: 'tells a fault of the caller',
    exchange: { messages: [7 as unknown as string] },
    expected: {
      kind: 'error',
      error: { status: 400, code: 'CONTENT_INVALID', messages: ['expected an object, got a number: messages,0'] },
    },
  },
  {
    name: 'tells that nothing was sent to judge',
    exchange: {},
    expected: { kind: 'error', error: { status: 400, code: 'CONTENT_MISSING' } },
  },
] as const

describe('runProcessor', () => {
  test.each(exchanges)('$name', async ({ exchange, expected }) => {
    expect(await runProcessor(shouter, exchange)).toMatchObject(expected)
  })

  test('shows what was dropped and logged', async () => {
    const changed = await runProcessor(shouter, { messages: ['hi'], parameters: { annotate: false } })
    expect(changed).toMatchObject({ kind: 'pass', prompt: undefined, tags: {}, dropped: ['modify', 'annotate'] })
    expect(changed.logs.map(({ level }) => level)).toEqual(['warn', 'warn'])
    const rejected = await runProcessor(shouter, { messages: ['darn'] })
    expect(rejected).toMatchObject({ kind: 'pass', processorResult: { count: 1 }, dropped: ['reject'] })
  })

  test('records the spans of the run, nested or not', async () => {
    const { spans } = await runProcessor(shouter, { choices: [] })
    expect(spans.map(({ name, hasEnded }) => ({ name, hasEnded }))).toEqual([
      { name: 'parse_and_process', hasEnded: true },
      { name: 'process', hasEnded: true },
    ])
  })

  test('holds a slow handler to its time', async () => {
    const { error } = await runProcessor(shouter, { messages: ['hi'], parameters: { delayMs: 5000 }, timeoutMs: 10 })
    expect(error).toMatchObject({ status: 504, code: 'HANDLER_TIMEOUT' })
  })

  test.each([
    { name: 'later', signal: () => AbortSignal.timeout(10) },
    { name: 'before', signal: () => AbortSignal.abort() },
  ])('fires the signal of the handler when the one given fires $name', async ({ signal }) => {
    const startedAt = performance.now()
    const { kind } = await runProcessor(shouter, {
      messages: ['hi'],
      parameters: { delayMs: 5000 },
      signal: signal(),
    })
    expect(kind).toBe('error')
    expect(performance.now() - startedAt).toBeLessThan(2500)
  })

  test('lone surrogates of a test arrive as such, and are refused', async () => {
    const { error } = await runProcessor(shouter, { messages: ['\ud800'] })
    expect(error?.code).toBe('TEXT_INVALID')
  })
})

describe('over HTTP it comes to the same', () => {
  test.each(exchanges)('$name, injected', async ({ exchange, expected }) => {
    await using app = createProcessorServer({ processors: [shouter] })
    expect(decisionOf(await app.inject(executeRequest(shouter, exchange)))).toMatchObject(expected)
  })

  test('on a real port', async () => {
    await using server = await serveForTest([shouter])
    for (const { exchange, expected } of exchanges) {
      expect(await server.execute(shouter, exchange)).toMatchObject(expected)
    }
  })

  test('a 204 is a pass without metadata', async () => {
    const silent = defineProcessor({
      namespace: 'acme',
      name: 'silent',
      version: '1',
      signature: signatures.inputOnly,
      processInput: () => pass(),
    })
    await using app = createProcessorServer({ processors: [silent] })
    const reply = await app.inject(executeRequest(silent, { messages: ['hi'] }))
    expect(reply.statusCode).toBe(204)
    expect(decisionOf(reply)).toMatchObject({ kind: 'pass', metadata: undefined })
    expect(await runProcessor(silent, { messages: ['hi'] })).toMatchObject(decisionOf(reply))
  })

  test('a routing error is a decision of the kind error', async () => {
    await using app = createProcessorServer({ processors: [] })
    const { error } = decisionOf(await app.inject(executeRequest(shouter, { messages: ['hi'] })))
    expect(error).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })
})

test('parameters are typed by the schema of the processor', () => {
  // @ts-expect-error the schema has no such parameter
  void runProcessor(shouter, { messages: [], parameters: { worse: 1 } })
  // @ts-expect-error a permission is a boolean
  void runProcessor(shouter, { messages: [], parameters: { modify: 'yes' } })
})
