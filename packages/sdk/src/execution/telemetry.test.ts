import { context, metrics, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  AggregationTemporality,
  type DataPoint,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defaultContentOptions } from '../content/index.js'
import { defineProcessor, ProcessorError, pass, reject, secret, signatures } from '../index.js'
import { Cancellation, type ExchangeParts, execute, Telemetry, telemetryNames } from './index.js'

const spans = new InMemorySpanExporter()
const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] })
const measurements = new InMemoryMetricExporter(AggregationTemporality.DELTA)
const reader = new PeriodicExportingMetricReader({ exporter: measurements, exportIntervalMillis: 3_600_000 })
const meterProvider = new MeterProvider({ readers: [reader] })
trace.setGlobalTracerProvider(tracerProvider)
metrics.setGlobalMeterProvider(meterProvider)
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

beforeEach(async () => {
  await reader.forceFlush()
  spans.reset()
  measurements.reset()
})

afterAll(async () => {
  await Promise.all([tracerProvider.shutdown(), meterProvider.shutdown()])
  trace.disable()
  metrics.disable()
  context.disable()
})

const processor = defineProcessor({
  namespace: 'acme',
  name: 'traced',
  version: '1',
  signature: signatures.both,
  parameters: z.strictObject({
    mode: z.string().default('none'),
    limit: z.number().default(3),
    words: z.array(z.string()).default([]),
    service: z.strictObject({ url: z.string(), key: secret(z.string()).nullable() }).optional(),
    token: secret(z.string()).optional(),
  }),
  async processInput({ parameters, prompt, span }) {
    span.setAttribute('acme.count', 1)
    await Promise.resolve()
    trace.getTracer('acme').startSpan('look-up').end()
    switch (parameters.mode) {
      case 'tags':
        return pass({ tags: { topic: ['a', 'b'], lang: 'en' } })
      case 'edit':
        return pass({ prompt: { ...prompt, messages: [] }, tags: { topic: 'a' } })
      case 'reject':
        return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'no', tags: { topic: 'a' } })
      case 'throw':
        throw new Error(`cannot judge ${prompt.concatenate()}`)
      case 'throw-400':
        throw new ProcessorError({ status: 400, code: 'ODD', detail: 'odd' })
      default:
        return pass()
    }
  },
  processResponse: () => pass(),
})

async function run(parameters: object | undefined, texts: { readonly [Name in keyof ExchangeParts]?: string } = {}) {
  const all = {
    metadata: '{"request_id":"r","step_id":[1],"other":"the secret text"}',
    prompt: '{"messages":[{"content":"the secret text"}]}',
    ...(parameters && { inputParameters: JSON.stringify(parameters) }),
    ...texts,
  }
  const parts = Object.fromEntries(Object.entries(all).map(([name, text]) => [name, { name, text: () => text }]))
  const ignore = () => undefined
  const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const options = { ...defaultContentOptions, handlerTimeoutMs: 1000, rejectCodeSpelling: 'clean' } as const
  const scope = { cancellation: new Cancellation(), logger }
  const execution = async () => execute(processor, parts, options, scope, new Telemetry())
  const answer = await execution().catch((error: unknown) => error)
  await reader.forceFlush()
  return { answer, spans: spans.getFinishedSpans(), points: pointsOf(measurements) }
}

function pointsOf(exporter: InMemoryMetricExporter) {
  return exporter.getMetrics().flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics }) =>
      metrics.flatMap(({ descriptor, dataPoints }) =>
        (dataPoints as DataPoint<unknown>[]).map(({ attributes, value }) => ({
          name: descriptor.name,
          unit: descriptor.unit,
          attributes,
          value,
        })),
      ),
    ),
  )
}

const named = (finished: readonly ReadableSpan[], name: string) => finished.find((span) => span.name === name)

test('names on dashboards', () => {
  expect(telemetryNames).toMatchObject({
    handleRequest: 'handle_request',
    parseAndProcess: 'parse_and_process',
    process: 'process',
    resultEvent: 'result',
    executions: 'gatehouse.processor.executions',
    duration: 'gatehouse.processor.duration',
    droppedActions: 'gatehouse.processor.dropped',
  })
})

describe('spans', () => {
  test('nest: the one around all, the one of the handler, and those that the handler starts', async () => {
    await tracerProvider.getTracer('caller').startActiveSpan('caller', async (caller) => {
      await run({})
      caller.end()
    })
    const finished = spans.getFinishedSpans()
    const ids = new Map(finished.map((span) => [span.spanContext().spanId, span.name]))
    const parentOf = (name: string) => ids.get(named(finished, name)?.parentSpanContext?.spanId ?? '')
    expect(['parse_and_process', 'process', 'look-up'].map(parentOf)).toEqual([
      'caller',
      'parse_and_process',
      'process',
    ])
    expect(new Set(finished.map((span) => span.spanContext().traceId)).size).toBe(1)
  })

  test('have the stage, the parts, the ids and the parameters', async () => {
    const { spans } = await run({ mode: 'none', words: ['the secret text'], modify: true })
    expect(named(spans, 'parse_and_process')?.attributes).toEqual({
      stage: 'input',
      'multipart.fields': 'metadata, prompt, inputParameters',
      'metadata.request_id': 'r',
      'metadata.step_id': '[1]',
      'parameters.annotate': true,
      'parameters.modify': true,
      'parameters.reject': false,
      'parameters.mode': 'none',
      'parameters.limit': 3,
      'parameters.words.length': 1,
    })
    expect(named(spans, 'process')?.attributes).toEqual({ 'acme.count': 1 })
  })

  test('have no parameters that nobody sent', async () => {
    const { spans } = await run(undefined)
    expect(
      Object.keys(named(spans, 'parse_and_process')?.attributes ?? {}).filter((name) => name.startsWith('parameters')),
    ).toEqual([])
  })

  test('have no secret parameters, and long ones cut', async () => {
    const { spans } = await run({ token: 'hush', service: { url: 'x'.repeat(5000), key: 'hush' }, modify: true })
    const { attributes } = named(spans, 'parse_and_process') as ReadableSpan
    expect(JSON.stringify(attributes)).not.toContain('hush')
    expect(attributes['parameters.service.url']).toHaveLength(1024)
  })

  test.each([
    { parameters: { mode: 'none' }, event: { rejected: false, modified: false } },
    { parameters: { mode: 'tags' }, event: { rejected: false, modified: false, tags: 'topic: [a, b], lang: [en]' } },
    { parameters: { mode: 'tags', annotate: false }, event: { rejected: false, modified: false } },
    { parameters: { mode: 'edit', modify: true }, event: { rejected: false, modified: true, tags: 'topic: [a]' } },
    { parameters: { mode: 'edit' }, event: { rejected: false, modified: false, tags: 'topic: [a]' } },
    { parameters: { mode: 'reject', reject: true }, event: { rejected: true, modified: false, tags: 'topic: [a]' } },
    { parameters: { mode: 'reject' }, event: { rejected: false, modified: false } },
  ])('tell what came out after permissions: $parameters', async ({ parameters, event }) => {
    const { spans } = await run(parameters)
    expect(named(spans, 'process')?.events.map(({ name, attributes }) => ({ name, attributes }))).toEqual([
      { name: 'result', attributes: event },
    ])
    expect(spans.map(({ status }) => status.code)).toEqual([0, 0, 0])
  })

  test.each([
    { name: 'a fault of the handler', parameters: { mode: 'throw' }, code: 'HANDLER_FAILED', isError: true },
    { name: 'a fault that the handler names', parameters: { mode: 'throw-400' }, code: 'ODD', isError: false },
    { name: 'a fault of the caller', parameters: { limit: 'x' }, code: 'PARAMETERS_INVALID', isError: false },
  ])('$name is an attribute; only our own make an error', async ({ parameters, code, isError }) => {
    const { spans } = await run(parameters)
    const outer = named(spans, 'parse_and_process')
    expect(outer?.attributes['error.code']).toBe(code)
    expect(outer?.status.code).toBe(isError ? 2 : 0)
    expect(spans.flatMap(({ events }) => events)).toEqual([])
  })

  test.each(['none', 'tags', 'edit', 'reject', 'throw', 'throw-400'])('hold no content in mode %s', async (mode) => {
    const { spans, points } = await run({ mode, modify: true, reject: true })
    const shown = spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status }))
    expect(JSON.stringify([shown, points])).not.toContain('secret text')
  })
})

describe('metrics', () => {
  test.each([
    { parameters: { mode: 'none' }, outcome: 'allow', dropped: [] },
    { parameters: { mode: 'tags' }, outcome: 'annotate', dropped: [] },
    { parameters: { mode: 'tags', annotate: false }, outcome: 'allow', dropped: ['annotate'] },
    { parameters: { mode: 'edit', modify: true }, outcome: 'modify', dropped: [] },
    { parameters: { mode: 'edit', annotate: false }, outcome: 'allow', dropped: ['modify', 'annotate'] },
    { parameters: { mode: 'reject', reject: true }, outcome: 'reject', dropped: [] },
    { parameters: { mode: 'reject' }, outcome: 'allow', dropped: ['reject'] },
    { parameters: { mode: 'throw' }, outcome: 'error', dropped: [] },
    { parameters: { limit: 'x' }, outcome: 'error', dropped: [] },
  ])('$parameters is one $outcome', async ({ parameters, outcome, dropped }) => {
    const { points } = await run(parameters)
    const attributes = { processor_id: 'acme:traced', stage: 'input', outcome }
    expect(points.filter(({ name }) => name.endsWith('executions'))).toEqual([
      { name: 'gatehouse.processor.executions', unit: '{execution}', attributes, value: 1 },
    ])
    expect(points.filter(({ name }) => name.endsWith('duration'))).toMatchObject([
      { unit: 's', attributes, value: { count: 1 } },
    ])
    expect(points.filter(({ name }) => name.endsWith('dropped')).map(({ attributes }) => attributes.dropped)).toEqual(
      dropped,
    )
  })

  test('the stage is that of the request, and time is in seconds', async () => {
    const { points } = await run(undefined, { response: '{"choices":[]}' })
    const duration = points.find(({ name }) => name.endsWith('duration'))
    expect(duration).toMatchObject({ attributes: { stage: 'response', outcome: 'allow' } })
    expect(duration?.value).toMatchObject({ sum: expect.closeTo(0, 0) })
  })
})
