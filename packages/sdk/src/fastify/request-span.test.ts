import { context, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineProcessor, pass, signatures } from '../index.js'
import { executeRequest, serveForTest } from '../testing/index.js'
import { createProcessorServer } from './index.js'

const exporter = new InMemorySpanExporter()
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
trace.setGlobalTracerProvider(provider)
propagation.setGlobalPropagator(new W3CTraceContextPropagator())
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
beforeEach(() => {
  exporter.reset()
  started.mockReset()
})
afterAll(async () => {
  await provider.shutdown()
  for (const api of [trace, propagation, context]) api.disable()
})

const started = vi.fn()
const processor = defineProcessor({
  namespace: 'acme',
  name: 'spanned',
  version: '2.0.0',
  appDetails: { build: 'b1', tags: ['x'] },
  signature: signatures.inputOnly,
  parameters: z.strictObject({ delayMs: z.number().default(0), fail: z.boolean().default(false) }),
  async processInput({ parameters }) {
    started()
    await new Promise((resolve) => setTimeout(resolve, parameters.delayMs).unref())
    if (parameters.fail) throw new Error('the secret text')
    trace.getTracer('acme').startSpan('look-up').end()
    return pass()
  },
})

const names = ['handle_request', 'parse_and_process', 'process', 'look-up']
const request = (parameters: { delayMs?: number; fail?: boolean } = {}) =>
  executeRequest(processor, {
    messages: ['the secret text'],
    metadata: { request_id: 'r', other: 'the secret text' },
    parameters,
  })

/** The spans by name, once the outermost has ended. */
async function finished(): Promise<Record<string, ReadableSpan>> {
  await vi.waitFor(() => expect(exporter.getFinishedSpans().map(({ name }) => name)).toContain('handle_request'))
  return Object.fromEntries(exporter.getFinishedSpans().map((span) => [span.name, span]))
}

test('spans nest under the caller’s', async () => {
  await using app = createProcessorServer({ processors: [processor] })
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const { headers, ...rest } = request()
  await app.inject({ ...rest, headers: { ...headers, traceparent, tracestate: 'a=b' } })
  const spans = await finished()
  const parents = names.map((name) => spans[name]?.parentSpanContext?.spanId)
  expect(parents).toEqual(['b7ad6b7169203331', ...names.slice(0, -1).map((name) => spans[name]?.spanContext().spanId)])
  for (const name of names) expect(spans[name]?.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c')
  expect(spans.handle_request?.parentSpanContext?.traceState?.serialize()).toBe('a=b')
})

test.each(['', 'nonsense', '00-00000000000000000000000000000000-b7ad6b7169203331-01'])(
  'a trace of their own begins without a caller’s, or with a broken one: "%s"',
  async (traceparent) => {
    await using app = createProcessorServer({ processors: [processor] })
    const { headers, ...rest } = request()
    await app.inject({ ...rest, headers: { ...headers, traceparent } })
    expect((await finished()).handle_request?.parentSpanContext).toBeUndefined()
  },
)

test('requests at the same time do not mix', async () => {
  await using app = createProcessorServer({ processors: [processor] })
  await Promise.all([20, 0, 10].map((delayMs) => app.inject(request({ delayMs }))))
  await vi.waitFor(() => expect(exporter.getFinishedSpans()).toHaveLength(12))
  const namesByTrace = new Map<string, string[]>()
  for (const span of exporter.getFinishedSpans()) {
    const { traceId } = span.spanContext()
    namesByTrace.set(traceId, [...(namesByTrace.get(traceId) ?? []), span.name].toSorted())
  }
  expect([...namesByTrace.values()]).toEqual(Array(3).fill(names.toSorted()))
})

describe('the span of a request', () => {
  test('says which processor, how large, and what came of it', async () => {
    await using app = createProcessorServer({ processors: [processor] })
    await app.inject(request())
    const { attributes, status } = (await finished()).handle_request as ReadableSpan
    expect(attributes).toEqual({
      processor_id: 'acme:spanned',
      processor_version: '2.0.0',
      app_build: 'b1',
      app_tags: '["x"]',
      'http.request_content_length': expect.any(Number),
      'http.response.status_code': 204,
    })
    expect(status.code).toBe(0)
  })

  test.each([
    { name: 'a fault of the caller is none of ours', status: 415, headers: { 'content-type': 'text/plain' }, code: 0 },
    { name: 'a fault of the processor is', status: 500, headers: {}, code: 2 },
  ])('$name', async ({ status, headers, code }) => {
    await using app = createProcessorServer({ processors: [processor] })
    const { headers: own, ...rest } = request({ fail: true })
    const reply = await app.inject({ ...rest, headers: { ...own, ...headers } })
    expect(reply.statusCode).toBe(status)
    const span = (await finished()).handle_request
    expect(span?.status.code).toBe(code)
    expect(span?.attributes['http.response.status_code']).toBe(status)
  })

  test('ends when the client goes away', async () => {
    await using server = await serveForTest([processor])
    const { url, method, headers, payload: body } = request({ delayMs: 60_000 })
    const controller = new AbortController()
    const calling = fetch(server.url + url, { method, headers, body, signal: controller.signal })
    await vi.waitFor(() => expect(started).toHaveBeenCalled(), 5000)
    controller.abort()
    await expect(calling).rejects.toThrow()
    const spans = await finished()
    expect(spans.process?.attributes['error.code']).toBe('CLIENT_GONE')
    expect(spans.process?.status.code).toBe(0)
  })

  test('is there for a signature check too', async () => {
    await using app = createProcessorServer({ processors: [processor] })
    await app.inject({ method: 'POST', url: '/api/v1/signature/acme/spanned', payload: '{}' })
    expect((await finished()).handle_request?.attributes['http.response.status_code']).toBe(200)
  })
})

test('no span of a request holds content', async () => {
  await using app = createProcessorServer({ processors: [processor] })
  for (const fail of [false, true]) await app.inject(request({ fail }))
  await vi.waitFor(() => expect(exporter.getFinishedSpans()).toHaveLength(7))
  const shown = exporter
    .getFinishedSpans()
    .map(({ name, attributes, events, status }) => ({ name, attributes, events, status }))
  expect(JSON.stringify(shown)).not.toContain('secret')
})
