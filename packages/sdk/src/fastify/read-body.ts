import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { ProcessorError } from '../errors.js'

/** Told of the body, or of why there is none. */
type Done = (error: Error | null, body?: Buffer) => void

/**
 * A parser for `addContentTypeParser` that reads a whole body into a buffer. Fastify's own also copies a body that came in
 * one piece, and keeps more count than a small request is worth.
 *
 * A body that is too long is refused before any of it is read where its length is announced, else as soon as it is too
 * long; what comes after that is read and forgotten.
 *
 * @throws ProcessorError (to `done`) `BODY_TOO_LARGE` (413), `BODY_INCOMPLETE` (400).
 */
export function createBodyReader(maxBytes: number) {
  return (request: FastifyRequest, payload: IncomingMessage, done: Done): void => {
    if (Number(request.headers['content-length']) > maxBytes) {
      done(tooLarge(maxBytes))
      return
    }
    const chunks: Buffer[] = []
    let bytes = 0
    let isRefused = false
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

/** The fault of a body that is longer than `maxBytes`. */
export function tooLarge(maxBytes: number): ProcessorError {
  return new ProcessorError({ code: 'BODY_TOO_LARGE', detail: `The body is larger than ${maxBytes} bytes.` })
}
