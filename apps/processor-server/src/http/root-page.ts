import { replyWithRoutingError } from '@gatehouse/sdk/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Page } from '../page/page.js'
import { addPageFiles } from '../page/page-files.js'
import { prefersHtml } from './prefers-html.js'

/**
 * `GET /`: the page for who asks for HTML first, for all others a redirect to the list of processors. It is open to
 * callers without a token, since neither holds anything about this server.
 */
export function addRootRoutes(app: FastifyInstance, page: Page | undefined): void {
  const config = { public: true }
  addPageFiles(app, page?.files ?? [])
  app.get('/', { config }, (request, reply) => {
    reply.header('vary', 'Accept')
    if (page === undefined || !prefersHtml(request.headers.accept)) return reply.redirect('/api/v1/info', 307)
    return reply
      .headers({ ...page.headers })
      .type('text/html; charset=utf-8')
      .send(page.html)
  })
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/',
    config,
    onRequest: (request, reply) => {
      refuseUnserved(request, reply)
    },
    handler: () => undefined,
  })
}

/** Answers a request that no route takes: 404, and 405 at the root, also for methods that a route cannot be given. */
export function refuseUnserved(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.url.split('?', 1)[0] !== '/') return replyWithRoutingError(request, reply, 'NOT_FOUND')
  return replyWithRoutingError(request, reply.header('allow', 'GET, HEAD'), 'METHOD_NOT_ALLOWED')
}
