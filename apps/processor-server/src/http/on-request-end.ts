import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What became of a request. */
export interface RequestEnd {
  /** Status of the reply; 499 when it was not sent in full, since the client was gone or did not send all of its request. */
  readonly status: number
  readonly durationMs: number
}

/** Calls `tell` once for each request. Fastify's own `onResponse` passes over those whose client does not wait for the reply. */
export function onRequestEnd(app: FastifyInstance, tell: (request: FastifyRequest, end: RequestEnd) => void): void {
  app.addHook('onRequest', (request, { raw }, done) => {
    const startedAt = performance.now()
    raw.once('close', () => {
      tell(request, {
        status: raw.writableFinished ? raw.statusCode : 499,
        durationMs: performance.now() - startedAt,
      })
    })
    done()
  })
}
