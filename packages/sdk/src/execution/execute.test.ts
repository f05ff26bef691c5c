import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineProcessor, type InputContext, ProcessorError, pass, type Result, signatures } from '../index.js'
import { runProcessor } from '../testing/index.js'

function processorThat(
  behaviour: (context: InputContext) => unknown,
  more: { readonly handlerTimeoutMs?: number } = {},
) {
  return defineProcessor({
    namespace: 'acme',
    name: 'handler',
    version: '1',
    ...more,
    signature: signatures.inputOnly,
    processInput: behaviour as () => Result,
  })
}

const thenable = (then: unknown) => Object.fromEntries([['then', then]])
const said = () => pass({ processorResult: { said: true } })
const exchange = { messages: ['the secret text'], metadata: { request_id: 'r', step_id: ['s'] } }

describe('[protocol 72] whatever can be awaited is awaited', () => {
  const callable = Object.assign(
    () => undefined,
    thenable((resolve: (value: unknown) => void) => resolve(said())),
  )

  test.each<{ name: string; output: () => unknown }>([
    { name: 'a result', output: said },
    { name: 'a promise', output: () => Promise.resolve(said()) },
    { name: 'a promise, later', output: () => sleep(5).then(said) },
    { name: 'a thenable', output: () => thenable((resolve: (value: unknown) => void) => resolve(said())) },
    { name: 'a function with then', output: () => callable },
    {
      name: 'a promise of a thenable',
      output: async () => thenable((resolve: (value: unknown) => void) => resolve(said())),
    },
  ])('$name', async ({ output }) => {
    expect(await runProcessor(processorThat(output), exchange)).toMatchObject({
      kind: 'pass',
      processorResult: { said: true },
    })
  })

  test('then as a member that is no function is none', async () => {
    expect(
      (
        await runProcessor(
          processorThat(() => thenable(7)),
          exchange,
        )
      ).error?.code,
    ).toBe('HANDLER_RESULT_INVALID')
  })
})

describe('what a handler gets', () => {
  test('is its own prompt, the metadata, validated parameters and the tools', async () => {
    const handler = vi.fn<(context: InputContext) => Result>(said)
    await runProcessor(processorThat(handler), { ...exchange, parameters: { modify: true } })
    const [{ prompt, metadata, parameters, prepared, signal, logger, span }] = handler.mock.calls[0] as [InputContext]
    expect(prompt.concatenate()).toBe('the secret text\n')
    expect(metadata).toEqual(exchange.metadata)
    expect(parameters).toEqual({ annotate: true, modify: true, reject: false })
    expect(prepared).toBeUndefined()
    expect(signal).toBeInstanceOf(AbortSignal)
    expect([typeof logger.info, typeof span.setAttribute]).toEqual(['function', 'function'])
  })

  test('is the same parameters object for the same document, frozen', async () => {
    const seen: unknown[] = []
    const processor = processorThat(({ parameters }) => {
      seen.push(parameters)
      return said()
    })
    for (let run = 0; run < 2; run++) await runProcessor(processor, { ...exchange, parameters: { modify: true } })
    expect(seen[0]).toBe(seen[1])
    expect(Object.isFrozen(seen[0])).toBe(true)
  })

  test('logs where the server logs', async () => {
    const processor = processorThat(({ logger }) => {
      logger.debug({ a: 1 }, 'looked')
      logger.info({}, 'found')
      return said()
    })
    expect((await runProcessor(processor, exchange)).logs).toEqual([
      { level: 'debug', fields: { a: 1 }, message: 'looked' },
      { level: 'info', fields: {}, message: 'found' },
    ])
  })
})

describe('[protocol 69] what a handler throws stays inside', () => {
  const multiline = new Error('the secret text\n    at the secret text (secret:1:1)')
  const renamed = new Error('was something else')
  renamed.message = 'the secret text'

  test.each<{ name: string; thrown: unknown; type: string }>([
    { name: 'an error', thrown: new RangeError('the secret text'), type: 'RangeError' },
    { name: 'an error whose text looks like frames', thrown: multiline, type: 'Error' },
    { name: 'an error whose text was changed', thrown: renamed, type: 'Error' },
    {
      name: 'an error whose name is a text',
      thrown: Object.assign(new Error('x'), { name: 'the secret text' }),
      type: 'Error',
    },
    {
      name: 'an error with a status, as HTTP libraries have',
      thrown: Object.assign(new Error('the secret text'), { statusCode: 418 }),
      type: 'Error',
    },
    { name: 'text', thrown: 'the secret text', type: 'string' },
    { name: 'an object', thrown: { message: 'the secret text' }, type: 'object' },
    { name: 'nothing', thrown: undefined, type: 'ProcessorError' },
  ])('$name', async ({ thrown, type }) => {
    const failing = [
      processorThat(() => {
        throw thrown
      }),
      processorThat(() => Promise.reject(thrown)),
      processorThat(() => thenable((_: unknown, fail: (reason: unknown) => void) => fail(thrown))),
      processorThat(() =>
        Object.defineProperty({}, 'then', {
          get() {
            throw thrown
          },
        }),
      ),
    ]
    for (const processor of failing) {
      const { error, logs, spans } = await runProcessor(processor, exchange)
      expect(error).toMatchObject({
        status: 500,
        code: 'HANDLER_FAILED',
        detail: 'Processor "acme:handler" failed.',
        messages: [],
      })
      expect(error?.cause).toBe(thrown)
      expect(logs).toMatchObject([
        {
          level: 'error',
          message: 'Processor "acme:handler" failed.',
          fields: {
            processor_id: 'acme:handler',
            request_id: 'r',
            step_id: '["s"]',
            code: 'HANDLER_FAILED',
            thrown: { type },
          },
        },
      ])
      expect(spans.map(({ status, hasEnded }) => [status.code, hasEnded])).toEqual([
        [2, true],
        [2, true],
      ])
      expect(JSON.stringify([logs, spans])).not.toContain('secret')
    }
  })

  test('where it was thrown is logged', async () => {
    const { logs } = await runProcessor(
      processorThat(() => {
        throw new Error('the secret text')
      }),
      exchange,
    )
    const frames = expect.arrayContaining([expect.stringMatching(/^at .*execute\.test\.ts:\d+:\d+/)])
    expect(logs).toMatchObject([{ fields: { thrown: { type: 'Error', frames } } }])
  })
})

describe('[protocol 70] a ProcessorError is answered as it is', () => {
  test.each([
    {
      options: { status: 400, detail: 'bad' },
      expected: { status: 400, code: 'PROCESSOR_ERROR', detail: 'bad', messages: [] },
      logged: 0,
    },
    {
      options: { status: 429, code: 'QUOTA', detail: 'later', messages: ['a: b'] },
      expected: { status: 429, code: 'QUOTA', messages: ['a: b'] },
      logged: 0,
    },
    { options: { detail: 'broken' }, expected: { status: 500, code: 'PROCESSOR_ERROR', detail: 'broken' }, logged: 1 },
    {
      options: { status: 503, detail: 'down', cause: new Error('secret') },
      expected: { status: 503, detail: 'down' },
      logged: 1,
    },
  ])('$options', async ({ options, expected, logged }) => {
    for (const behaviour of [
      () => Promise.reject(new ProcessorError(options)),
      () => {
        throw new ProcessorError(options)
      },
    ]) {
      const { error, logs } = await runProcessor(processorThat(behaviour), exchange)
      expect(error).toMatchObject(expected)
      expect(logs).toHaveLength(logged)
      expect(JSON.stringify(logs)).not.toContain('secret')
    }
  })

  test('of another copy of the package too', async () => {
    const foreign = Object.assign(new Error('x'), {
      [Symbol.for('gatehouse.processor-error')]: true,
      status: 422,
      code: 'C',
      detail: 'd',
      messages: [],
    })
    expect(
      (
        await runProcessor(
          processorThat(() => Promise.reject(foreign)),
          exchange,
        )
      ).error,
    ).toBe(foreign)
  })

  test('also from prepare', async () => {
    const preparing = (thrown: unknown) =>
      defineProcessor({
        namespace: 'acme',
        name: 'prepares',
        version: '1',
        signature: signatures.inputOnly,
        parameters: z.strictObject({}),
        prepare: () => {
          throw thrown
        },
        processInput: () => pass(),
      })
    const named = new ProcessorError({ code: 'PARAMETERS_INVALID', detail: 'no such list' })
    expect((await runProcessor(preparing(named), exchange)).error).toBe(named)
    const { error, logs } = await runProcessor(preparing(new Error('the secret text')), exchange)
    expect(error).toMatchObject({ status: 500, code: 'HANDLER_FAILED' })
    expect(JSON.stringify(logs)).not.toContain('secret')
  })
})

describe('time', () => {
  const waiting = (more: { readonly handlerTimeoutMs?: number } = {}) => {
    const reasons: unknown[] = []
    const processor = processorThat(async ({ signal }) => {
      signal.addEventListener('abort', () => reasons.push(signal.reason))
      await sleep(10_000, undefined, { ref: false })
      return said()
    }, more)
    return { processor, reasons }
  }

  test('a handler that takes too long is a 504, and its signal fires', async () => {
    const { processor, reasons } = waiting()
    const { error, logs } = await runProcessor(processor, { ...exchange, timeoutMs: 20 })
    expect(error).toMatchObject({
      status: 504,
      code: 'HANDLER_TIMEOUT',
      detail: 'Processor "acme:handler" did not answer within 20 ms.',
    })
    expect(reasons).toMatchObject([{ name: 'TimeoutError' }])
    expect(logs).toMatchObject([{ level: 'error', fields: { code: 'HANDLER_TIMEOUT' } }])
  })

  test('the limit of a processor counts before that of the server', async () => {
    const { processor } = waiting({ handlerTimeoutMs: 20 })
    expect((await runProcessor(processor, { ...exchange, timeoutMs: 5000 })).error?.detail).toContain('within 20 ms')
  })

  test('[protocol 76] a client that goes away fires the signal', async () => {
    const { processor, reasons } = waiting()
    const { error, logs } = await runProcessor(processor, { ...exchange, signal: AbortSignal.timeout(20) })
    expect(error).toMatchObject({ status: 499, code: 'CLIENT_GONE' })
    expect(reasons).toMatchObject([{ name: 'AbortError' }])
    expect(logs).toEqual([])
  })

  test('a signal that is asked for late has fired', async () => {
    const processor = processorThat(async (context) => {
      await sleep(30)
      return pass({ processorResult: { aborted: context.signal.aborted } })
    })
    const late = vi.fn(said)
    const asking = processorThat(async (context) => {
      await sleep(30)
      late()
      context.signal.throwIfAborted()
      return said()
    })
    expect((await runProcessor(processor, exchange)).processorResult).toEqual({ aborted: false })
    expect((await runProcessor(asking, { ...exchange, timeoutMs: 5 })).error?.code).toBe('HANDLER_TIMEOUT')
    await vi.waitFor(() => expect(late).toHaveBeenCalled())
  })

  test('a handler that fails after its time is not heard of again', async () => {
    const unhandled = vi.fn()
    process.once('unhandledRejection', unhandled)
    const failed = vi.fn()
    const processor = processorThat(async () => {
      await sleep(20)
      failed()
      throw new Error('late')
    })
    expect((await runProcessor(processor, { ...exchange, timeoutMs: 5 })).error?.code).toBe('HANDLER_TIMEOUT')
    await vi.waitFor(() => expect(failed).toHaveBeenCalled())
    await sleep(5)
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  test('a handler that heeds its signal at once was blamed for it', async () => {
    const heeding = processorThat(({ signal }) =>
      thenable((_: unknown, fail: (reason: unknown) => void) => {
        signal.addEventListener('abort', () => fail(new Error('aborted')))
      }),
    )
    expect((await runProcessor(heeding, { ...exchange, timeoutMs: 5 })).error?.code).toBe('HANDLER_TIMEOUT')
  })

  test('a handler that is done leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
    const before = timers()
    for (const output of [async () => said(), () => Promise.reject(new Error('no'))]) {
      await runProcessor(processorThat(output), exchange)
    }
    // Those of the runner come and go.
    await vi.waitFor(() => expect(timers()).toBeLessThanOrEqual(before))
  })

  test('an error of the time limit that a handler throws itself is a failure like any other', async () => {
    const processor = processorThat(() => Promise.reject(new DOMException('mine', 'TimeoutError')))
    expect((await runProcessor(processor, exchange)).error?.code).toBe('HANDLER_FAILED')
  })
})
