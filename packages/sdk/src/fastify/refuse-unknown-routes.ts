import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { replyWithRoutingError } from './reply-with-error.js'

/** Paths that are served, with the methods that each takes, as `Allow` lists them. */
export type AllowedMethods = ReadonlyMap<string, string>

/**
 * Refuses what no route takes: 405 with `Allow` on a path that is served, else 404. At once, since what the body is, and
 * how large, does not matter then.
 */
export function refuseUnknownRoutes(scope: FastifyInstance, allowedMethods: AllowedMethods): void {
  scope.addHook('onRequest', (request, reply, done) => {
    if (request.is404) refuse(request, reply, allowedMethods)
    else done()
  })
}

/** Answers a request that no route takes. */
export function refuse(request: FastifyRequest, reply: FastifyReply, allowedMethods: AllowedMethods): FastifyReply {
  const allow = allowedMethods.get(pathOf(request.url))
  if (allow === undefined) return replyWithRoutingError(request, reply, 'NOT_FOUND')
  return replyWithRoutingError(request, reply.header('allow', allow), 'METHOD_NOT_ALLOWED')
}

/** The path of a request target: `/path?query`, or behind a proxy's `http://host` (RFC 9112, 3.2.2), which the router takes too. */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1)[0] || '/'
}
