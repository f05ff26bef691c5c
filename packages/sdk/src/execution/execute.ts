import { type Context, context, type Span, SpanStatusCode } from '@opentelemetry/api'
import type { ContentOptions } from '../content/index.js'
import { ProcessorError } from '../errors.js'
import type { InputContext, Logger, Processor, ResponseContext } from '../processor/index.js'
import type { RejectCodeSpelling } from '../result/index.js'
import type { Cancellation } from './cancellation.js'
import { logFault, toFault } from './fault.js'
import { type Exchange, type ExchangeParts, readExchange, stageOf } from './read-exchange.js'
import { type Answer, settle } from './settle.js'
import { attributeOfId, attributesOfParameters, telemetryNames as names, type Telemetry } from './telemetry.js'

/** How an execution is done. */
export interface ExecutionOptions extends ContentOptions {
  /** How long an asynchronous handler may take, in milliseconds, when its processor has no limit of its own. */
  readonly handlerTimeoutMs: number
  readonly rejectCodeSpelling: RejectCodeSpelling
}

/** What belongs to one execution only. */
export interface ExecutionScope {
  readonly cancellation: Cancellation
  readonly logger: Logger
  /** What the spans of the execution are children of. Default: the current context. */
  readonly parent?: Context | undefined
}

/**
 * Runs a processor on one exchange. Answers at once when the handler does: a promise, and with telemetry the tracking of
 * one, is much of what a small request costs.
 *
 * @throws ProcessorError for every fault: of the caller (4xx), or of the processor (5xx, with what was thrown as `cause`).
 */
export function execute(
  processor: Processor,
  parts: ExchangeParts,
  options: ExecutionOptions,
  scope: ExecutionScope,
  telemetry: Telemetry,
): Promise<Answer> | Answer {
  const startedAt = performance.now()
  const { span, active } = telemetry.startSpan(names.parseAndProcess, scope.parent)
  let exchange: Exchange | undefined
  const end = (outcome: Answer['outcome'] | 'error'): void => {
    span.end()
    telemetry.recordExecution(processor, stageOf(parts), outcome, (performance.now() - startedAt) / 1000)
  }
  const finish = (answer: Answer): Answer => {
    end(answer.outcome)
    return answer
  }
  const fail = (error: unknown): never => {
    noteFault(span, error)
    const fault = toFault(processor, error)
    if (fault.status >= 500) context.with(active, () => logFault(scope.logger, processor, fault, exchange?.ids))
    end('error')
    throw fault
  }
  try {
    noteParts(span, parts)
    exchange = readExchange(processor, parts, options)
    noteExchange(span, processor, exchange)
    const answer = runHandler(processor, exchange, options, { ...scope, parent: active }, telemetry)
    return answer instanceof Promise ? answer.then(finish, fail) : finish(answer)
  } catch (error) {
    return fail(error)
  }
}

/** Runs the handler in a span of its own, the current one for whatever the handler does. */
function runHandler(
  processor: Processor,
  exchange: Exchange,
  options: ExecutionOptions,
  scope: ExecutionScope,
  telemetry: Telemetry,
): Promise<Answer> | Answer {
  const { span, active } = telemetry.startSpan(names.process, scope.parent)
  const finish = (output: unknown): Answer => {
    const answer = settle(output, {
      processor,
      exchange,
      logger: scope.logger,
      rejectCodeSpelling: options.rejectCodeSpelling,
      onDropped: (action) => telemetry.recordDropped(processor, exchange.stage, action),
    })
    noteAnswer(span, answer)
    span.end()
    return answer
  }
  const fail = (error: unknown): never => {
    noteFault(span, error)
    span.end()
    throw error
  }
  return context.with(active, () => {
    try {
      const output = callHandler(processor, exchange, scope, span)
      if (!isThenable(output)) return finish(output)
      const timeoutMs = processor.handlerTimeoutMs ?? options.handlerTimeoutMs
      return scope.cancellation.race(output, timeoutMs, processor.id).then(finish).catch(fail)
    } catch (error) {
      return fail(error)
    }
  })
}

function callHandler(processor: Processor, exchange: Exchange, scope: ExecutionScope, span: Span): unknown {
  const { handlers } = processor
  const stageContext = new StageContext(exchange, scope, span)
  // What the stage requires is there: readExchange has checked it against the signature.
  return exchange.stage === 'input'
    ? handlers.processInput?.(stageContext as InputContext)
    : handlers.processResponse?.(stageContext as ResponseContext)
}

/** What a handler of either stage gets. */
class StageContext {
  readonly metadata
  readonly parameters
  readonly prepared
  readonly prompt
  readonly response
  readonly logger
  declare readonly signal: AbortSignal
  readonly #cancellation

  constructor(
    exchange: Exchange,
    { logger, cancellation }: ExecutionScope,
    readonly span: Span,
  ) {
    this.metadata = exchange.metadata
    this.parameters = exchange.parameters
    this.prepared = exchange.prepared
    this.prompt = exchange.prompt
    this.response = exchange.response
    this.logger = logger
    this.#cancellation = cancellation
    Object.defineProperty(this, 'signal', StageContext.#signalProperty)
  }

  /**
   * An own property, so that a handler may spread its context, and made when it is read. One getter for all: with a getter
   * of its own, each context would have a hidden class of its own, which only a full garbage collection frees.
   */
  static readonly #signalProperty: PropertyDescriptor & ThisType<StageContext> = {
    enumerable: true,
    get() {
      return this.#cancellation.signal
    },
  }
}

function noteParts(span: Span, parts: ExchangeParts): void {
  if (!span.isRecording()) return
  let given = ''
  for (const part of [parts.metadata, parts.prompt, parts.response, parts.inputParameters, parts.responseParameters]) {
    if (part !== undefined) given += given === '' ? part.name : `, ${part.name}`
  }
  span.setAttribute(names.fields, given)
}

function noteExchange(span: Span, processor: Processor, { parameters, hasParameters, ids, stage }: Exchange): void {
  if (!span.isRecording()) return
  span.setAttribute(names.stage, stage)
  if (hasParameters) span.setAttributes(attributesOfParameters(processor, parameters))
  for (const [name, value] of [
    [names.requestId, ids.request_id],
    [names.stepId, ids.step_id],
  ] as const) {
    const attribute = attributeOfId(value)
    if (attribute !== undefined) span.setAttribute(name, attribute)
  }
}

function noteAnswer(span: Span, { outcome, tags }: Answer): void {
  if (!span.isRecording()) return
  span.addEvent(names.resultEvent, {
    rejected: outcome === 'reject',
    modified: outcome === 'modify',
    ...(tags === undefined
      ? {}
      : { tags: [...tags].map(([key, values]) => `${key}: [${values.join(', ')}]`).join(', ') }),
  })
}

/** A fault of the caller is an attribute; only our own make the span an error. Texts of exceptions may hold content, so they stay out. */
function noteFault(span: Span, error: unknown): void {
  if (!span.isRecording()) return
  const isKnown = ProcessorError.isProcessorError(error)
  span.setAttribute(names.errorCode, isKnown ? error.code : 'HANDLER_FAILED')
  if (!isKnown || error.status >= 500) {
    span.setStatus({ code: SpanStatusCode.ERROR, ...(isKnown ? { message: error.code } : {}) })
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false
  return 'then' in value && typeof value.then === 'function'
}
