import { replyWithRoutingError } from '@gatehouse/sdk/fastify'
import type { FastifyInstance } from 'fastify'
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
      replyWithRoutingError(request, reply.header('allow', 'GET, HEAD'), 'METHOD_NOT_ALLOWED')
    },
    handler: () => undefined,
  })
}
