import type { Processor } from '@gatehouse/sdk'
import type { FastifyInstance } from 'fastify'

/**
 * `/healthz` says that the process lives, `/readyz` whether it should get work: 200, or 503 while a processor loads what it
 * needs and once the server drains. Both are open to callers without a token, and count as no execution.
 */
export function addHealthRoutes(app: FastifyInstance, isReady: () => boolean, served: readonly Processor[]): void {
  const options = { config: { public: true }, logLevel: 'silent' as const }
  app.get('/healthz', options, (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }))
  app.get('/readyz', options, (_request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!isReady()) {
      return reply.code(503).send({ status: 'draining', detail: 'The server shuts down.', code: 'SHUTTING_DOWN' })
    }
    const loading = served.filter((processor) => !processor.isReady()).map(({ id }) => id)
    if (loading.length === 0) return reply.send({ status: 'ready' })
    return reply.code(503).send({ status: 'loading', detail: `Still loading: ${loading.join(', ')}.`, code: 'LOADING' })
  })
}
