import type { FastifyReply, FastifyRequest } from 'fastify'
import { type MultipartContentType, mediaTypes, parseContentType } from '../wire/index.js'

const multipartType = Symbol('gatehouse.multipart-type')

const itsReply = Symbol('gatehouse.reply')

type TypedRequest = FastifyRequest & { [multipartType]?: MultipartContentType; [itsReply]?: FastifyReply }

/** Route hook that reads the content type, and refuses another one than multipart before any of the body is read. */
export function checkContentType(request: TypedRequest, reply: FastifyReply, done: () => void): void {
  request[multipartType] = parseContentType(request.headers['content-type'])
  ignoreContentType(request, reply, done)
}

/**
 * Route hook that has the body read whatever its type is. Fastify refuses a type that it cannot parse, and with a boundary
 * that is new each time, its parsing takes as long as a third of a small request.
 */
export function ignoreContentType(request: TypedRequest, reply: FastifyReply, done: () => void): void {
  request[itsReply] = reply
  // Not deleted: an object that lost a key is slower to look into, and many look into this one.
  request.raw.headers['content-type'] = undefined
  done()
}

/** What {@link checkContentType} read. */
export function multipartTypeOf(request: TypedRequest): MultipartContentType {
  return request[multipartType] as MultipartContentType
}

/** The reply to a request that went through {@link ignoreContentType}, for who gets the request alone. */
export function replyOf(request: TypedRequest): FastifyReply {
  return request[itsReply] as FastifyReply
}

const replyType = Symbol('gatehouse.reply-type')

type TypedReply = FastifyReply & { [replyType]?: string }

/**
 * Sends a body under a type that is new each time. Fastify parses the type of what it sends and remembers it, so it is
 * told a constant one, and {@link nameReplyType} puts the right one in its place.
 */
export function sendTyped(reply: TypedReply, contentType: string, body: string): void {
  reply[replyType] = contentType
  reply.header('content-type', mediaTypes.multipart).send(body)
}

/** Route hook for `onSend` that gives a reply of {@link sendTyped} its type, unless another hook has made it another reply. */
export function nameReplyType(_request: FastifyRequest, reply: TypedReply, _payload: unknown, done: () => void): void {
  const contentType = reply[replyType]
  if (contentType !== undefined && reply.getHeader('content-type') === mediaTypes.multipart) {
    reply.header('content-type', contentType)
  }
  done()
}
