import type { ServerOptions as HttpsOptions } from 'node:https'
import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify'
import { apiMount, processorRoutes } from './processor-routes.js'
import type { ProcessorRoutesOptions } from './processor-routes-options.js'
import { replyWithError, replyWithRoutingError } from './reply-with-error.js'

/** Options of {@link createProcessorServer}. */
export interface ProcessorServerOptions extends ProcessorRoutesOptions {
  /** Options for Fastify itself: `logger`, `https`, `connectionTimeout`, … Default: no logger. */
  readonly fastify?: FastifyServerOptions & { readonly https?: HttpsOptions }
}

/**
 * A Fastify server that serves processors and nothing else: {@link processorRoutes}, a redirect from `/`, and the
 * protocol's errors for every other path. Call `listen` on it.
 *
 * @since 0.1.0
 */
export function createProcessorServer({
  fastify: fastifyOptions,
  ...options
}: ProcessorServerOptions): FastifyInstance {
  const app = fastify({
    // A URL that does not decode names no route.
    frameworkErrors: (_error, request, reply) => {
      replyWithRoutingError(request, reply, 'NOT_FOUND')
    },
    ...(fastifyOptions as FastifyServerOptions),
  })
  app.setErrorHandler((error, request, reply) => replyWithError(request, reply, error))
  app.setNotFoundHandler((request, reply) => replyWithRoutingError(request, reply, 'NOT_FOUND'))
  app.get('/', (_request, reply) => reply.redirect(`${apiMount}/info`, 307))
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/',
    onRequest: (request, reply) => {
      replyWithRoutingError(request, reply.header('allow', 'GET, HEAD'), 'METHOD_NOT_ALLOWED')
    },
    handler: () => undefined,
  })
  app.register(processorRoutes, options)
  return app
}
