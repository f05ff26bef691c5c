import { type IncomingMessage, STATUS_CODES } from 'node:http'
import { Readable } from 'node:stream'
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
  return send(request, reply.code(known.status), {
    detail: known.detail,
    ...(known.messages.length > 0 ? { messages: known.messages } : {}),
    code: known.code,
  })
}

/** Answers a route that is not there, or not for this method, with the routing-error JSON of the protocol. */
export function replyWithRoutingError(
  request: FastifyRequest,
  reply: FastifyReply,
  code: Extract<ErrorCode, 'NOT_FOUND' | 'METHOD_NOT_ALLOWED'>,
): FastifyReply {
  const { status } = errorCodes[code]
  return send(request, reply.code(status), { message: STATUS_CODES[status], status_code: status, code })
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
 */
function keepConnection(reply: FastifyReply): void {
  if (reply.hasHeader('connection') && !isLast(reply)) reply.removeHeader('connection')
}

/** Whether the connection is to end with this reply, as the client or a server that drains wants it. */
function isLast({ raw }: FastifyReply): boolean {
  return !raw.shouldKeepAlive || raw.hasHeader('connection')
}

function send({ raw }: FastifyRequest, reply: FastifyReply, document: object): FastifyReply {
  const body = JSON.stringify(document)
  reply.type('application/json; charset=utf-8')
  if (raw.complete || raw.destroyed) return reply.send(body)
  limitLingering(raw)
  // Of a reply to HEAD, without a byte of body, nothing would be sent before its end.
  if (!isLast(reply) || raw.method === 'HEAD') return reply.send(body)
  return reply.header('content-length', Buffer.byteLength(body)).send(endWithRequest(raw, body))
}

/** Node reads on after an early reply, for as long as the client likes. This bounds it. */
function limitLingering(raw: IncomingMessage): void {
  const timer = setTimeout(() => raw.destroy(), LINGER_MS)
  timer.unref()
  raw.once('close', () => clearTimeout(timer))
}

/**
 * A body that is sent at once, and ends when the request does: with the end of its last reply Node ends a connection, and one
 * with bytes that nobody has read is reset.
 */
function endWithRequest(raw: IncomingMessage, body: string): Readable {
  const reply = new Readable({ read() {} })
  reply.push(body)
  raw.once('close', () => reply.push(null))
  raw.resume()
  return reply
}
