import { context, metrics, SpanStatusCode, trace } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import { createProcessorServer } from '../fastify/index.js'
import { defineProcessor, pass, signatures } from '../index.js'
import { executeRequest, recordTelemetry } from './index.js'

const tracing = defineProcessor({
  namespace: 'acme',
  name: 'tracing',
  version: '1',
  signature: signatures.inputOnly,
  async processInput({ span }) {
    span.setAttribute('acme.count', 3)
    await Promise.resolve()
    trace.getTracer('acme').startActiveSpan('look-up', (inner) => inner.end())
    return pass({ tags: { a: 'b' } })
  },
})

test('records a request to a server: spans nested, execution counted', async () => {
  using telemetry = recordTelemetry()
  await using app = createProcessorServer({ processors: [tracing] })
  await app.inject(executeRequest(tracing, { messages: [] }))
  const names = new Map(telemetry.spans.map((span) => [span.spanId, span.name]))
  expect(
    telemetry.spans.map(({ name, parentSpanId = '', hasEnded }) => [name, names.get(parentSpanId), hasEnded]),
  ).toEqual([
    ['handle_request', undefined, true],
    ['parse_and_process', 'handle_request', true],
    ['process', 'parse_and_process', true],
    ['look-up', 'process', true],
  ])
  expect(telemetry.spans[1]?.attributes).toMatchObject({ 'multipart.fields': 'metadata, input.messages' })
  expect(telemetry.spans[2]).toMatchObject({
    attributes: { 'acme.count': 3 },
    events: [{ name: 'result', attributes: { tags: 'a: [b]' } }],
  })
  expect(telemetry.measurements).toMatchObject([
    { name: 'gatehouse.processor.executions', value: 1, attributes: { outcome: 'annotate' } },
    { name: 'gatehouse.processor.duration' },
  ])
})

test('keeps all that a span is told', () => {
  using telemetry = recordTelemetry()
  const tracer = trace.getTracer('acme')
  tracer.startActiveSpan('outer', { attributes: { a: 1 } }, (outer) => {
    tracer.startSpan('root', { root: true }).addEvent('at', new Date()).addLinks([]).end()
    outer.setAttributes({ b: 2 }).setStatus({ code: SpanStatusCode.ERROR, message: 'm' }).updateName('renamed')
    outer.recordException(new RangeError('too far'))
    outer.recordException('text')
  })
  expect(telemetry.spans).toMatchObject([
    {
      name: 'renamed',
      attributes: { a: 1, b: 2 },
      status: { message: 'm' },
      events: [
        { attributes: { 'exception.type': 'RangeError', 'exception.message': 'too far' } },
        { attributes: { 'exception.message': 'text' } },
      ],
      hasEnded: false,
    },
    { name: 'root', parentSpanId: undefined, events: [{ name: 'at', attributes: {} }] },
  ])
})

test('keeps the values of every kind of synchronous instrument', () => {
  using telemetry = recordTelemetry()
  const meter = metrics.getMeter('acme')
  meter.createCounter('c').add(1)
  meter.createUpDownCounter('u').add(-1, { a: 1 })
  meter.createHistogram('h').record(2)
  meter.createGauge('g').record(3)
  meter.createObservableGauge('o').addCallback(() => undefined)
  expect(telemetry.measurements.map(({ name, value }) => [name, value])).toEqual([
    ['c', 1],
    ['u', -1],
    ['h', 2],
    ['g', 3],
  ])
})

test('refuses a second recording, and ends with its scope', () => {
  {
    using _ = recordTelemetry()
    expect(() => recordTelemetry()).toThrow(/already/)
  }
  using telemetry = recordTelemetry()
  const bound = context.bind(context.active(), () => context.active())
  expect(bound()).toBe(context.active())
  trace.getTracer('acme').startSpan('again').end()
  expect(telemetry.spans).toHaveLength(1)
})
