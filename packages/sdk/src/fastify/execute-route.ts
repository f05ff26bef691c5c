import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProcessorError } from '../errors.js'
import {
  type Answer,
  Cancellation,
  type ExchangeParts,
  execute,
  type PartText,
  type Telemetry,
} from '../execution/index.js'
import type { Processor } from '../processor/index.js'
import {
  decodeText,
  encodeMultipart,
  findPart,
  type Part,
  type PartName,
  parseMultipart,
  partNames,
} from '../wire/index.js'
import { multipartTypeOf, sendTyped } from './content-type-hooks.js'
import type { ProcessorRoutesSettings } from './processor-routes-options.js'
import { contextOf } from './request-span.js'

/** How long a handler that was given up on may keep its slot, in milliseconds. */
const ABANDONED_SLOT_MS = 60_000

/** Counts the executions that run, over all processors of a server. */
export class ExecutionSlots {
  #taken = 0

  constructor(readonly limit: number) {}

  /** @throws ProcessorError `OVERLOADED` (503) when all are taken. */
  take(): void {
    if (this.#taken >= this.limit) {
      throw new ProcessorError({
        code: 'OVERLOADED',
        detail: `This server runs at most ${this.limit} executions at a time. Try again.`,
      })
    }
    this.#taken++
  }

  /**
   * Gives a slot back: at once, or when the work of a handler that was given up on has settled. That is still done, and
   * paid for, whether or not anybody waits for it. Work that never settles gives its slot back after 60 s, since slots that
   * are lost for good would stop the server.
   */
  give(abandoned?: PromiseLike<unknown>): void {
    if (abandoned === undefined) {
      this.#taken--
      return
    }
    let isGiven = false
    const giveOnce = () => {
      if (!isGiven) this.#taken--
      isGiven = true
      clearTimeout(timer)
    }
    const timer = setTimeout(giveOnce, ABANDONED_SLOT_MS)
    timer.unref()
    abandoned.then(giveOnce, giveOnce)
  }
}

/** What the execute route of one processor needs. */
export interface ExecuteRouteParts {
  readonly processor: Processor
  readonly settings: ProcessorRoutesSettings
  readonly telemetry: Telemetry
  readonly slots: ExecutionSlots
}

/** The handler of `POST /execute/NAMESPACE/NAME`, behind `checkContentType`. The body must have been read into a buffer. */
export function createExecuteHandler({ processor, settings, telemetry, slots }: ExecuteRouteParts) {
  return (request: FastifyRequest, reply: FastifyReply): Promise<void> | undefined => {
    const contentType = multipartTypeOf(request)
    const body = Buffer.isBuffer(request.body) ? request.body : NO_BODY
    const parts = collectParts(parseMultipart(body, contentType, settings.limits), contentType.charset)
    const cancellation = new Cancellation((cancel) => watchClient(reply, cancel))
    const scope = { cancellation, logger: request.log, parent: contextOf(request) }
    const release = () => {
      cancellation.release()
      slots.give(cancellation.abandoned)
    }
    slots.take()
    let answer: Promise<Answer> | Answer | undefined
    try {
      answer = execute(processor, parts, settings, scope, telemetry)
    } finally {
      if (!(answer instanceof Promise)) release()
    }
    if (answer instanceof Promise) return answer.finally(release).then((later) => sendAnswer(reply, later))
    sendAnswer(reply, answer)
  }
}

/** Cancels when the connection closes before the reply has been sent. */
function watchClient({ raw }: FastifyReply, cancel: (reason: Error) => void): () => void {
  const onClose = () => cancel(new DOMException('The client is gone.', 'AbortError'))
  if (raw.closed) onClose()
  raw.once('close', onClose)
  return () => raw.off('close', onClose)
}

const NO_BODY = Buffer.alloc(0)

/** A part of a request, decoded when it is asked for. */
class RequestPart implements PartText {
  constructor(
    readonly part: Part,
    readonly requestCharset: string | undefined,
  ) {}

  get name(): string {
    return this.part.name
  }

  text(): string {
    return decodeText(this.part, this.requestCharset)
  }
}

/** The parts that have a known name; of two with one name the last. */
function collectParts(parts: readonly Part[], requestCharset: string | undefined): ExchangeParts {
  const collect = (name: PartName): PartText | undefined => {
    const part = findPart(parts, name)
    return part && new RequestPart(part, requestCharset)
  }
  return {
    metadata: collect(partNames.metadata),
    prompt: collect(partNames.inputMessages),
    response: collect(partNames.responseChoices),
    inputParameters: collect(partNames.inputParameters),
    responseParameters: collect(partNames.responseParameters),
  }
}

/** 204 when there is nothing to say; otherwise the parts, with metadata last. */
function sendAnswer(reply: FastifyReply, { prompt, response, reject, metadata }: Answer): void {
  if (metadata === undefined) {
    reply.code(204).send()
    return
  }
  const { contentType, body } = encodeMultipart({
    [partNames.inputMessages]: prompt,
    [partNames.responseChoices]: response,
    [partNames.reject]: reject,
    [partNames.metadata]: metadata,
  })
  sendTyped(reply.code(200), contentType, body)
}
