import {
  isJsonObject,
  kindOf,
  type PromptDocument,
  type ResponseDocument,
  writePrompt,
  writeResponse,
} from '../content/index.js'
import { ProcessorError } from '../errors.js'
import { writeExactJson } from '../json/index.js'
import type { Logger, Processor } from '../processor/index.js'
import { Reject, type RejectCodeSpelling, Result, type Tags, writeRejectCode } from '../result/index.js'
import type { Exchange } from './read-exchange.js'
import type { DroppedAction, ExecutionOutcome } from './telemetry.js'

/** What an execution answers: JSON texts, ready to be framed. Nothing at all means that there is nothing to say. */
export interface Answer {
  readonly prompt?: string
  readonly response?: string
  readonly reject?: string
  readonly metadata?: string
  /** What it comes to, permissions applied. */
  readonly outcome: Exclude<ExecutionOutcome, 'error'>
  /** The tags that are left, for the span. */
  readonly tags?: Tags | undefined
}

/** What a handler's output is settled against. */
export interface Settlement {
  readonly processor: Processor
  readonly exchange: Exchange
  readonly logger: Logger
  readonly rejectCodeSpelling: RejectCodeSpelling
  /** Told of every action that was dropped. */
  readonly onDropped: (action: DroppedAction) => void
}

/** Keys of the answer's metadata that belong to the protocol; a handler cannot set them. */
const reservedKeys = new Set([
  'processor_id',
  'processor_version',
  'request_id',
  'step_id',
  'app_details',
  'processor_result',
  'tags',
])

/**
 * Turns what a handler returned into an answer: drops modifications that change nothing, then what the permissions do
 * not allow, and stamps the metadata.
 *
 * @throws ProcessorError `HANDLER_RESULT_INVALID` when it is no Result and no Reject, or cannot be written as JSON.
 */
export function settle(output: unknown, settlement: Settlement): Answer {
  if (Result.isResult(output)) return settleResult(output, settlement)
  if (Reject.isReject(output)) return settleReject(output, settlement)
  throw new ProcessorError({
    code: 'HANDLER_RESULT_INVALID',
    detail: `Processor "${settlement.processor.id}" returned ${kindOf(output)}; expected a Result or a Reject.`,
  })
}

function settleResult(result: Result<'prompt' | 'response'>, settlement: Settlement): Answer {
  const { stage } = settlement.exchange
  const isEmpty =
    result.prompt === undefined &&
    result.response === undefined &&
    result.metadata === undefined &&
    isEmptyObject(result.processorResult) &&
    result.tags.size === 0
  if (isEmpty) return { outcome: 'allow' }
  const changed = permittedChange(result, settlement)
  const tags = permittedTags(result.tags, settlement)
  const metadata = stampMetadata(settlement, result.metadata, result.processorResult, tags)
  if (changed === undefined) return { metadata, tags, outcome: tags === undefined ? 'allow' : 'annotate' }
  return { [stage === 'input' ? 'prompt' : 'response']: changed, metadata, tags, outcome: 'modify' }
}

function settleReject(rejection: Reject, settlement: Settlement): Answer {
  const { code, detail, processorResult } = rejection
  if (!settlement.exchange.parameters.reject) {
    drop(settlement, 'reject', 'A reject was dropped, since the permission "reject" is off; the exchange goes on.')
    return { metadata: stampMetadata(settlement, rejection.metadata, processorResult, undefined), outcome: 'allow' }
  }
  const tags = permittedTags(rejection.tags, settlement)
  return {
    reject: write(settlement, 'a reject', {
      code: writeRejectCode(code, settlement.rejectCodeSpelling),
      detail,
      processor_result: processorResult ?? null,
    }),
    metadata: stampMetadata(settlement, rejection.metadata, processorResult, tags),
    tags,
    outcome: 'reject',
  }
}

function permittedTags(tags: Tags, settlement: Settlement): Tags | undefined {
  if (tags.size === 0) return undefined
  if (!settlement.exchange.parameters.annotate) {
    drop(settlement, 'annotate', 'Tags were dropped, since the permission "annotate" is off.')
    return undefined
  }
  for (const key of tags.keys()) {
    if (key.includes(':')) {
      settlement.logger.warn(
        { tag: key },
        'The key of a tag has a colon, so a selector "key:value" cannot tell where it ends.',
      )
    }
  }
  return tags
}

/** The new document as it goes to the wire, if there is one that says something new, belongs to the stage and is permitted. */
function permittedChange(result: Result<'prompt' | 'response'>, settlement: Settlement): string | undefined {
  const { stage, parameters } = settlement.exchange
  const [own, other] = stage === 'input' ? [result.prompt, result.response] : [result.response, result.prompt]
  if (other !== undefined) {
    drop(settlement, 'wrong-stage', `A modification that does not belong to the ${stage} stage was dropped.`)
  }
  const changed = changedDocument(own, settlement)
  if (changed === undefined || parameters.modify) return changed
  drop(settlement, 'modify', 'A modification was dropped, since the permission "modify" is off.')
  return undefined
}

/** The document that a handler returned as it goes to the wire; nothing when it says what was there before. */
function changedDocument(
  document: PromptDocument | ResponseDocument | undefined,
  settlement: Settlement,
): string | undefined {
  if (document === undefined) return undefined
  const written = writeDocument(document, settlement)
  return written === settlement.exchange.snapshot() ? undefined : written
}

function writeDocument(document: PromptDocument | ResponseDocument, settlement: Settlement): string {
  const { stage } = settlement.exchange
  const list = stage === 'input' ? document.messages : document.choices
  const messages = (list as readonly unknown[]).map((item) =>
    stage === 'input' ? item : isJsonObject(item) && item.message,
  )
  if (
    !messages.every(
      (message) => isJsonObject(message) && typeof message.content === 'string' && typeof message.role === 'string',
    )
  ) {
    throw new ProcessorError({
      code: 'HANDLER_RESULT_INVALID',
      detail: `Processor "${settlement.processor.id}" returned a message without a role and a content that are strings.`,
    })
  }
  try {
    return stage === 'input' ? writePrompt(document as PromptDocument) : writeResponse(document as ResponseDocument)
  } catch (cause) {
    throw unwritable(settlement, 'content', cause)
  }
}

function stampMetadata(
  settlement: Settlement,
  own: object | undefined,
  processorResult: object | undefined,
  tags: Tags | undefined,
): string {
  const { processor } = settlement
  const stamped: Record<string, unknown> = {
    ...(own === undefined ? undefined : withoutReservedKeys(own)),
    processor_id: processor.id,
    processor_version: processor.version,
    ...settlement.exchange.ids,
  }
  if (processor.appDetails !== undefined) stamped.app_details = processor.appDetails
  if (!isEmptyObject(processorResult)) stamped.processor_result = processorResult
  // As a plain object: the engine writes it faster than it calls toJSON.
  if (tags !== undefined) stamped.tags = tags.toJSON()
  return write(settlement, 'metadata', stamped)
}

/** A copy in which a key named `__proto__` is a key like any other. */
function withoutReservedKeys(metadata: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !reservedKeys.has(key)))
}

function write(settlement: Settlement, what: string, document: object): string {
  try {
    return writeExactJson(document)
  } catch (cause) {
    throw unwritable(settlement, what, cause)
  }
}

function unwritable({ processor }: Settlement, what: string, cause: unknown): ProcessorError {
  return new ProcessorError({
    code: 'HANDLER_RESULT_INVALID',
    detail: `Processor "${processor.id}" returned ${what} that JSON cannot hold.`,
    cause,
  })
}

function drop({ processor, exchange, logger, onDropped }: Settlement, action: DroppedAction, message: string): void {
  logger.warn({ processor_id: processor.id, stage: exchange.stage, dropped: action }, message)
  onDropped(action)
}

function isEmptyObject(value: object | undefined): boolean {
  return value === undefined || Object.keys(value).length === 0
}
