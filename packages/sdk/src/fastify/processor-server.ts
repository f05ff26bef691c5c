import type { ServerOptions as HttpsOptions } from 'node:https'
import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify'
import { apiMount, processorRoutes } from './processor-routes.js'
import type { ProcessorRoutesOptions } from './processor-routes-options.js'
import { refuse, refuseUnknownRoutes } from './refuse-unknown-routes.js'
import { replyWithError, replyWithRoutingError } from './reply-with-error.js'

/** Options of {@link createProcessorServer}. */
export interface ProcessorServerOptions extends ProcessorRoutesOptions {
  /** Options for Fastify itself: `logger`, `https`, `connectionTimeout`, … Default: no logger. */
  readonly fastify?: FastifyServerOptions & { readonly https?: HttpsOptions }
}

const allowedMethods = new Map([['/', 'GET, HEAD']])

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
  app.setNotFoundHandler((request, reply) => refuse(request, reply, allowedMethods))
  app.get('/', { exposeHeadRoute: true }, (_request, reply) => reply.redirect(`${apiMount}/info`, 307))
  app.register(processorRoutes, options)
  // Behind the routes, so that theirs, which know more, are not refused here.
  app.after(() => refuseUnknownRoutes(app, allowedMethods))
  return app
}
