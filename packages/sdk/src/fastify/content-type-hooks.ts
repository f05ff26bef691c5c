import type { FastifyReply, FastifyRequest } from 'fastify'
import { type MultipartContentType, parseContentType } from '../wire/index.js'

const multipartType = Symbol('gatehouse.multipart-type')

type TypedRequest = FastifyRequest & { [multipartType]?: MultipartContentType }

/** Route hook that reads the content type, and refuses another one than multipart before any of the body is read. */
export function checkContentType(request: TypedRequest, reply: FastifyReply, done: () => void): void {
  request[multipartType] = parseContentType(request.headers['content-type'])
  ignoreContentType(request, reply, done)
}

/**
 * Route hook that has the body read whatever its type is. Fastify refuses a type that it cannot parse, and with a boundary
 * that is new each time, its parsing takes as long as a third of a small request.
 */
export function ignoreContentType(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  // Not deleted: an object that lost a key is slower to look into, and many look into this one.
  request.raw.headers['content-type'] = undefined
  done()
}

/** What {@link checkContentType} read. */
export function multipartTypeOf(request: TypedRequest): MultipartContentType {
  return request[multipartType] as MultipartContentType
}
