import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { ProcessorError } from '../errors.js'
import { replyOf } from './content-type-hooks.js'
import type { PendingBodies } from './pending-bodies.js'

/** Told of the body, or of why there is none. */
type Done = (error: Error | null, body?: Buffer) => void

/** A body up to this length is not counted, so that who holds many large ones does not shut out small ones. In bytes. */
const SMALL_BYTES = 65_536

/** What bounds the bodies of a server. */
export interface BodyLimits {
  /** Most bytes in one body. */
  readonly maxBytes: number
  readonly pending: PendingBodies
}

/**
 * A parser for `addContentTypeParser` that reads a whole body into a buffer. Fastify's own also copies a body that came in
 * one piece, and keeps more count than a small request is worth.
 *
 * A body that is too long is refused before any of it is read where its length is announced, else as soon as it is too
 * long; what comes after that is read and forgotten. So is a large one when other large ones take all the room there is.
 *
 * @throws ProcessorError (to `done`) `BODY_TOO_LARGE` (413), `BODY_INCOMPLETE` (400), `OVERLOADED` (503).
 */
export function createBodyReader({ maxBytes, pending }: BodyLimits) {
  return (request: FastifyRequest, payload: IncomingMessage, done: Done): void => {
    if (Number(request.headers['content-length']) > maxBytes) {
      done(tooLarge(maxBytes))
      return
    }
    const chunks: Buffer[] = []
    let bytes = 0
    let isRefused = false
    let held = 0
    const hold = (): boolean => {
      if (bytes <= SMALL_BYTES) return true
      if (!pending.take(bytes - held)) return false
      if (held === 0) replyOf(request).raw.once('close', () => pending.give(held))
      held = bytes
      return true
    }
    const refuse = (error: ProcessorError): void => {
      if (isRefused) return
      isRefused = true
      chunks.length = 0
      done(error)
    }
    payload.on('data', (data: Buffer | string) => {
      if (isRefused) return
      // Text comes only from the stream of somebody's `preParsing` hook.
      const chunk = typeof data === 'string' ? Buffer.from(data) : data
      bytes += chunk.length
      if (bytes > maxBytes) refuse(tooLarge(maxBytes))
      else if (!hold()) refuse(overloaded(pending.maxBytes))
      else chunks.push(chunk)
    })
    payload.on('end', () => {
      if (!isRefused) done(null, chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, bytes))
    })
    payload.on('error', (cause) => {
      refuse(new ProcessorError({ code: 'BODY_INCOMPLETE', detail: `The body ended after ${bytes} bytes.`, cause }))
    })
  }
}

function overloaded(maxBytes: number): ProcessorError {
  return new ProcessorError({
    code: 'OVERLOADED',
    detail: `This server holds at most ${maxBytes} bytes of large bodies at a time. Try again.`,
  })
}

/** The fault of a body that is longer than `maxBytes`. */
export function tooLarge(maxBytes: number): ProcessorError {
  return new ProcessorError({ code: 'BODY_TOO_LARGE', detail: `The body is larger than ${maxBytes} bytes.` })
}
