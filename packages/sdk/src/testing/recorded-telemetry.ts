import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import {
  type Attributes,
  type Context,
  type ContextManager,
  context,
  createNoopMeter,
  type Exception,
  type Meter,
  type MeterProvider,
  type MetricOptions,
  metrics,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanOptions,
  type SpanStatus,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'

/** A span as it was recorded. */
export interface RecordedSpan {
  readonly name: string
  readonly spanId: string
  readonly traceId: string
  /** Absent for the first span of a trace. */
  readonly parentSpanId: string | undefined
  readonly attributes: Attributes
  readonly events: readonly { readonly name: string; readonly attributes: Attributes }[]
  readonly status: SpanStatus
  readonly hasEnded: boolean
}

/** One value of a counter or histogram. */
export interface RecordedMeasurement {
  /** Name of the instrument. */
  readonly name: string
  readonly value: number
  readonly attributes: Attributes
}

/** Keeps spans and measurements in memory; made with the OpenTelemetry API alone. */
export class TelemetryRecorder {
  /** In the order in which they were started. */
  readonly spans: RecordedSpan[] = []
  readonly measurements: RecordedMeasurement[] = []
  readonly tracerProvider: TracerProvider = { getTracer: () => this.#tracer }
  readonly meterProvider: MeterProvider = { getMeter: () => this.#meter }

  readonly #tracer: Tracer = {
    startSpan: (name, options, from) => this.#startSpan(name, options, from),
    startActiveSpan: (name: string, ...rest: unknown[]) => {
      const work = rest.pop() as (span: Span) => unknown
      const [options, from = context.active()] = rest as [SpanOptions?, Context?]
      const span = this.#startSpan(name, options, from)
      return context.with(trace.setSpan(from, span), () => work(span)) as never
    },
  }

  readonly #meter: Meter = Object.assign(Object.create(createNoopMeter()) as Meter, {
    createCounter: (name: string) => ({ add: this.#measure(name) }),
    createUpDownCounter: (name: string) => ({ add: this.#measure(name) }),
    createHistogram: (name: string, _options?: MetricOptions) => ({ record: this.#measure(name) }),
    createGauge: (name: string) => ({ record: this.#measure(name) }),
  })

  #startSpan(name: string, options: SpanOptions = {}, from: Context = context.active()): Span {
    const parent = options.root === true ? undefined : trace.getSpanContext(from)
    const span = new MemorySpan(name, parent, options.attributes)
    this.spans.push(span)
    return span
  }

  #measure(name: string) {
    return (value: number, attributes: Attributes = {}): void => {
      this.measurements.push({ name, value, attributes })
    }
  }
}

class MemorySpan implements Span, RecordedSpan {
  readonly attributes: Attributes = {}
  readonly events: { name: string; attributes: Attributes }[] = []
  readonly spanId = randomBytes(8).toString('hex')
  readonly traceId: string
  readonly parentSpanId: string | undefined
  status: SpanStatus = { code: SpanStatusCode.UNSET }
  hasEnded = false

  constructor(
    public name: string,
    parent: SpanContext | undefined,
    attributes: Attributes = {},
  ) {
    this.traceId = parent?.traceId ?? randomBytes(16).toString('hex')
    this.parentSpanId = parent?.spanId
    this.setAttributes(attributes)
  }

  spanContext(): SpanContext {
    return { traceId: this.traceId, spanId: this.spanId, traceFlags: TraceFlags.SAMPLED }
  }

  setAttribute(key: string, value: Attributes[string]): this {
    return this.setAttributes({ [key]: value })
  }

  setAttributes(attributes: Attributes): this {
    Object.assign(this.attributes, attributes)
    return this
  }

  addEvent(name: string, attributes?: unknown): this {
    this.events.push({ name, attributes: isAttributes(attributes) ? attributes : {} })
    return this
  }

  addLink(): this {
    return this
  }

  addLinks(): this {
    return this
  }

  setStatus(status: SpanStatus): this {
    this.status = status
    return this
  }

  updateName(name: string): this {
    this.name = name
    return this
  }

  recordException(exception: Exception): void {
    const { name, message, stack } = typeof exception === 'string' ? { message: exception } : (exception as Error)
    this.addEvent('exception', {
      'exception.type': name,
      'exception.message': message,
      'exception.stacktrace': stack,
    })
  }

  end(): void {
    this.hasEnded = true
  }

  isRecording(): boolean {
    return !this.hasEnded
  }
}

/** The second argument of `addEvent` may also be a time. */
function isAttributes(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/** What {@link recordTelemetry} gives. */
export interface RecordedTelemetry extends Disposable {
  /** All spans since, in the order in which they were started. */
  readonly spans: readonly RecordedSpan[]
  /** All values of counters and histograms since. */
  readonly measurements: readonly RecordedMeasurement[]
}

/**
 * Records the telemetry of the whole process until it is disposed of, also that of a server under test. It must come
 * before the server is made:
 *
 * ```ts
 * using telemetry = recordTelemetry()
 * ```
 *
 * @throws Error when the process has a telemetry SDK already.
 * @since 0.1.0
 */
export function recordTelemetry(): RecordedTelemetry {
  const recorder = new TelemetryRecorder()
  if (!trace.setGlobalTracerProvider(recorder.tracerProvider)) {
    throw new Error('Telemetry is recorded or exported already; dispose of the first recording, or shut that SDK down.')
  }
  metrics.setGlobalMeterProvider(recorder.meterProvider)
  context.setGlobalContextManager(new StorageContextManager())
  return {
    spans: recorder.spans,
    measurements: recorder.measurements,
    [Symbol.dispose]() {
      trace.disable()
      metrics.disable()
      context.disable()
    },
  }
}

/** Makes contexts follow asynchronous calls, so that spans nest. */
class StorageContextManager implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>()

  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    active: Context,
    work: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(active, () => work.call(thisArg, ...args))
  }

  bind<T>(active: Context, target: T): T {
    if (typeof target !== 'function') return target
    return ((...args: unknown[]) => this.#storage.run(active, () => target(...args))) as T
  }

  enable(): this {
    return this
  }

  disable(): this {
    this.#storage.disable()
    return this
  }
}
