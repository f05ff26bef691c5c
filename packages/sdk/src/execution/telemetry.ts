import {
  type Attributes,
  type Context,
  type Counter,
  context,
  type Histogram,
  INVALID_TRACEID,
  type MeterProvider,
  metrics,
  type Span,
  SpanKind,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { copyText } from '../copy-text.js'
import { writeExactJson } from '../json/index.js'
import type { Parameters, Processor, Stage } from '../processor/index.js'

const INSTRUMENTATION = '@gatehouse/sdk'

/** Names of spans, attributes, events and instruments. A dashboard depends on them, so a change is a breaking one. */
export const telemetryNames = {
  handleRequest: 'handle_request',
  parseAndProcess: 'parse_and_process',
  process: 'process',
  resultEvent: 'result',
  statusCode: 'http.response.status_code',
  contentLength: 'http.request_content_length',
  transferEncoding: 'http.request_transfer_encoding',
  processorId: 'processor_id',
  processorVersion: 'processor_version',
  stage: 'stage',
  outcome: 'outcome',
  fields: 'multipart.fields',
  errorCode: 'error.code',
  requestId: 'metadata.request_id',
  stepId: 'metadata.step_id',
  dropped: 'dropped',
  executions: 'gatehouse.processor.executions',
  duration: 'gatehouse.processor.duration',
  droppedActions: 'gatehouse.processor.dropped',
} as const

/** What an execution came to. `error` is a fault, of the caller or of the processor. */
export type ExecutionOutcome = 'allow' | 'annotate' | 'modify' | 'reject' | 'error'

/** What a processor did without the permission for it, or in the wrong stage. */
export type DroppedAction = 'annotate' | 'modify' | 'reject' | 'wrong-stage'

/** A span, and the context in which it is the current one. */
export interface StartedSpan {
  readonly span: Span
  readonly active: Context
}

const INTERNAL = { kind: SpanKind.INTERNAL }

/** Where spans and measurements go. */
export interface TelemetryProviders {
  readonly tracerProvider: Pick<TracerProvider, 'getTracer'>
  readonly meterProvider: Pick<MeterProvider, 'getMeter'>
}

/** Spans and instruments of one server. Made when the server is set up, so that it uses the providers registered then. */
export class Telemetry {
  readonly #tracer: Tracer
  readonly #executions: Counter
  readonly #duration: Histogram
  readonly #dropped: Counter

  /** @param providers default: those registered for the process. */
  constructor(
    { tracerProvider, meterProvider }: TelemetryProviders = { tracerProvider: trace, meterProvider: metrics },
  ) {
    this.#tracer = tracerProvider.getTracer(INSTRUMENTATION)
    const meter = meterProvider.getMeter(INSTRUMENTATION)
    this.#executions = meter.createCounter(telemetryNames.executions, {
      description: 'Executions of a processor, by processor, stage and outcome.',
      unit: '{execution}',
    })
    this.#duration = meter.createHistogram(telemetryNames.duration, {
      description: 'Time from the parsed envelope to the result, by processor, stage and outcome.',
      unit: 's',
      advice: { explicitBucketBoundaries: [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] },
    })
    this.#dropped = meter.createCounter(telemetryNames.droppedActions, {
      description: 'Actions of a processor that were dropped for want of a permission or for the stage.',
      unit: '{action}',
    })
  }

  /** Starts a span under `parent`. Where nobody gives spans an identity, there is nothing to make current. */
  startSpan(name: string, parent = context.active()): StartedSpan {
    const span = this.#tracer.startSpan(name, INTERNAL, parent)
    return { span, active: span.spanContext().traceId === INVALID_TRACEID ? parent : trace.setSpan(parent, span) }
  }

  recordExecution(processor: Processor, stage: Stage | undefined, outcome: ExecutionOutcome, seconds: number): void {
    const attributes = {
      [telemetryNames.processorId]: processor.id,
      [telemetryNames.stage]: stage ?? 'unknown',
      [telemetryNames.outcome]: outcome,
    }
    this.#executions.add(1, attributes)
    this.#duration.record(seconds, attributes)
  }

  recordDropped(processor: Processor, stage: Stage, action: DroppedAction): void {
    this.#dropped.add(1, {
      [telemetryNames.processorId]: processor.id,
      [telemetryNames.stage]: stage,
      [telemetryNames.dropped]: action,
    })
  }
}

/** Longest text of an attribute value, in UTF-16 code units. */
const MAX_ATTRIBUTE_LENGTH = 1024

const parameterAttributes = new WeakMap<Parameters, Attributes>()

/** `parameters.NAME` for each parameter; nested objects flattened with dots, secret ones left out. */
export function attributesOfParameters(processor: Processor, parameters: Parameters): Attributes {
  let attributes = parameterAttributes.get(parameters)
  if (attributes === undefined) {
    attributes = {}
    flatten('parameters', parameters, processor.secretParameters, attributes)
    parameterAttributes.set(parameters, attributes)
  }
  return attributes
}

function flatten(name: string, value: unknown, secretNames: ReadonlySet<string>, into: Attributes): void {
  if (typeof value === 'boolean' || typeof value === 'number') {
    into[name] = value
  } else if (typeof value === 'string') {
    into[name] = shorten(value)
  } else if (Array.isArray(value)) {
    // A list may be long (terms, patterns) and its objects may hold secrets, so only its length is told.
    into[`${name}.length`] = value.length
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!secretNames.has(key)) flatten(`${name}.${key}`, inner, secretNames, into)
    }
  }
}

/** An id of the request metadata as an attribute: a scalar as it is, anything else as JSON text. */
export function attributeOfId(value: unknown): string | number | boolean | undefined {
  if (value === undefined || typeof value === 'number' || typeof value === 'boolean') return value
  return shorten(typeof value === 'string' ? value : writeExactJson(value))
}

/**
 * A copy of the beginning of a long text: a view would keep the whole of it until the span is exported. Half of a pair of
 * surrogates becomes U+FFFD.
 */
function shorten(text: string): string {
  return text.length <= MAX_ATTRIBUTE_LENGTH ? text : copyText(text.slice(0, MAX_ATTRIBUTE_LENGTH).toWellFormed())
}
