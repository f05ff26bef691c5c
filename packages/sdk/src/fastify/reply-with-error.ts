import { STATUS_CODES } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorCode, errorCodes, ProcessorError } from '../errors.js'
import { describeThrown } from '../execution/index.js'

/** How long a client may go on sending a body that was refused, in milliseconds, so that it gets to read why. */
const LINGER_MS = 2_000

/** Answers a fault with the error JSON of the protocol: `detail`, `messages` if there are any, and a stable `code`. */
export function replyWithError(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const known = ProcessorError.isProcessorError(error) ? error : fromFastify(error)
  if (known.code === 'INTERNAL') request.log.error({ code: known.code, thrown: describeThrown(error) }, known.detail)
  if (known.code === 'OVERLOADED' || known.code === 'SHUTTING_DOWN') reply.header('retry-after', '1')
  keepConnection(reply)
  limitLingering(request)
  return reply
    .code(known.status)
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify({
        detail: known.detail,
        ...(known.messages.length > 0 ? { messages: known.messages } : {}),
        code: known.code,
      }),
    )
}

/** Answers a route that is not there, or not for this method, with the routing-error JSON of the protocol. */
export function replyWithRoutingError(
  request: FastifyRequest,
  reply: FastifyReply,
  code: Extract<ErrorCode, 'NOT_FOUND' | 'METHOD_NOT_ALLOWED'>,
): FastifyReply {
  const { status } = errorCodes[code]
  limitLingering(request)
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ message: STATUS_CODES[status], status_code: status, code }))
}

/** Codes of the faults that Fastify finds, and the hooks of an application; another 4xx is a faulty request. */
const codes: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHORIZED',
  413: 'BODY_TOO_LARGE',
  415: 'CONTENT_TYPE_UNSUPPORTED',
}

const details: Partial<Record<ErrorCode, string>> = {
  BODY_TOO_LARGE: 'The body is larger than this server takes.',
  CONTENT_TYPE_UNSUPPORTED: 'The Content-Type is not one that this route takes.',
  INTERNAL: 'The server failed.',
}

/** The status of what was thrown counts, its text does not: it may hold anything. */
function fromFastify(error: unknown): ProcessorError {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown }
  const status = Number.isInteger(statusCode) && inErrorRange(statusCode as number) ? (statusCode as number) : 500
  const code = codes[status] ?? (status < 500 ? 'REQUEST_FAULTY' : 'INTERNAL')
  const reason = STATUS_CODES[status] ?? 'Bad Request'
  return new ProcessorError({
    code,
    status,
    detail: details[code] ?? `The request was refused: ${reason}.`,
    cause: error,
  })
}

function inErrorRange(status: number): boolean {
  return status >= 400 && status <= 599
}

/**
 * Fastify would close the connection of a body that it could not read, and a client that is still sending would see a reset
 * in place of the reply. The connection goes on, and what still comes is read and forgotten, within bounds.
 *
 * A server that drains says on the raw reply that it closes, and Node says it to a client that wants to close: that stays.
 */
function keepConnection(reply: FastifyReply): void {
  if (reply.hasHeader('connection') && !reply.raw.hasHeader('connection')) reply.removeHeader('connection')
}

/** Node reads on after an early reply, for as long as the client likes. This bounds it. */
function limitLingering({ raw }: FastifyRequest): void {
  if (raw.complete) return
  const timer = setTimeout(() => raw.destroy(), LINGER_MS)
  timer.unref()
  raw.once('close', () => clearTimeout(timer))
}
