import { defaultContentOptions } from '../content/index.js'
import { ProcessorError } from '../errors.js'
import {
  Cancellation,
  type DroppedAction,
  type ExchangeParts,
  type ExecutionOptions,
  execute,
  type PartText,
  Telemetry,
} from '../execution/index.js'
import type { ParameterSchema, Processor, Signature } from '../processor/index.js'
import { type PartName, partNames } from '../wire/index.js'
import { type Decision, failedDecision, readDecision } from './decision.js'
import { partsOfExchange, type TestExchange } from './exchange.js'
import { type LogEntry, RecordedLogger } from './recorded-logger.js'
import { type RecordedSpan, TelemetryRecorder } from './recorded-telemetry.js'

/** How {@link runProcessor} runs. */
export interface RunOptions
  extends Partial<Pick<ExecutionOptions, 'content' | 'maxJsonDepth' | 'maxJsonValues' | 'rejectCodeSpelling'>> {
  /** Fires the handler's signal, as a client that goes away does. */
  readonly signal?: AbortSignal | undefined
  /** Time limit of an asynchronous handler that has none of its own, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number | undefined
}

/** A decision with what only the inside can see. */
export interface RunDecision extends Decision {
  /** Actions that were dropped for want of a permission or for the stage, in order. */
  readonly dropped: readonly DroppedAction[]
  /** What was logged, by the processor and about it. */
  readonly logs: readonly LogEntry[]
  /** The spans of the run: `parse_and_process`, and `process`, which the handler got. */
  readonly spans: readonly RecordedSpan[]
}

/**
 * Runs a processor on an exchange in this process, by all the rules of the protocol: the documents are read from JSON,
 * permissions apply, and what comes back is what would have been sent. A fault is a decision too, of the kind `error`.
 *
 * ```ts
 * const decision = await runProcessor(cardNumber, { messages: ['pay 4111 1111 1111 1111'], parameters: { modify: true } })
 * expect(decision.prompt?.messages[0]?.content).toBe('pay [CARD]')
 * ```
 *
 * @since 0.1.0
 */
export async function runProcessor<P extends ParameterSchema>(
  processor: Processor<Signature, P>,
  exchange: TestExchange<P> & RunOptions,
): Promise<RunDecision> {
  const { signal, timeoutMs = 30_000, content, maxJsonDepth, maxJsonValues, rejectCodeSpelling = 'clean' } = exchange
  const options: ExecutionOptions = {
    content: content ?? defaultContentOptions.content,
    maxJsonDepth: maxJsonDepth ?? defaultContentOptions.maxJsonDepth,
    maxJsonValues: maxJsonValues ?? defaultContentOptions.maxJsonValues,
    handlerTimeoutMs: timeoutMs,
    rejectCodeSpelling,
  }
  const logger = new RecordedLogger()
  const recorder = new TelemetryRecorder()
  const scope = { cancellation: followSignal(signal), logger }
  const decision = await decide(processor as unknown as Processor, exchangeParts(exchange), options, scope, recorder)
  return { ...decision, dropped: droppedActions(logger.entries), logs: logger.entries, spans: recorder.spans }
}

async function decide(
  processor: Processor,
  parts: ExchangeParts,
  options: ExecutionOptions,
  scope: { readonly cancellation: Cancellation; readonly logger: RecordedLogger },
  recorder: TelemetryRecorder,
): Promise<Decision> {
  try {
    const { prompt, response, reject, metadata } = await execute(
      processor,
      parts,
      options,
      scope,
      new Telemetry(recorder),
    )
    return readDecision({
      [partNames.inputMessages]: prompt,
      [partNames.responseChoices]: response,
      [partNames.reject]: reject,
      [partNames.metadata]: metadata,
    })
  } catch (error) {
    if (ProcessorError.isProcessorError(error)) return failedDecision(error)
    throw error
  }
}

function exchangeParts(exchange: TestExchange): ExchangeParts {
  const texts = partsOfExchange(exchange)
  const partOf = (name: PartName): PartText | undefined => {
    const text = texts[name]
    return text === undefined ? undefined : { name, text: () => text }
  }
  return {
    metadata: partOf(partNames.metadata),
    prompt: partOf(partNames.inputMessages),
    response: partOf(partNames.responseChoices),
    inputParameters: partOf(partNames.inputParameters),
    responseParameters: partOf(partNames.responseParameters),
  }
}

function followSignal(signal: AbortSignal | undefined): Cancellation {
  const cancellation = new Cancellation()
  const cancel = () => cancellation.cancel(new DOMException('The client is gone.', 'AbortError'))
  if (signal?.aborted) cancel()
  else signal?.addEventListener('abort', cancel, { once: true })
  return cancellation
}

function droppedActions(entries: readonly LogEntry[]): DroppedAction[] {
  return entries.flatMap(({ fields }) => ('dropped' in fields ? [fields.dropped as DroppedAction] : []))
}
