import { createHash, timingSafeEqual } from 'node:crypto'
import { ProcessorError } from '@gatehouse/sdk'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** SHA-256 of a token. The token itself is not kept, so that it can reach no log and no error. */
export type TokenHash = Buffer

/** RFC 6750, section 2.1: `b64token`, here with a least length, so that nobody guards a server with `test`. */
const TOKEN = /^[A-Za-z0-9\-._~+/]{16,4096}={0,2}$/

/** Whether a text can be a token at all. */
export function isToken(text: string): boolean {
  return TOKEN.test(text)
}

/** The hash that tokens are compared by. */
export function hashToken(token: string): TokenHash {
  return createHash('sha256').update(token).digest()
}

/**
 * An `onRequest` hook that lets only callers with one of the tokens through; routes whose `config` has `public: true` are
 * open to all. The time it takes does not tell how much of a token is right, nor which one it is near to.
 */
export function requireBearer(hashes: readonly TokenHash[]) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (request.routeOptions.config.public === true) return
    const token = readToken(request.headers.authorization)
    const hash = hashToken(token ?? '')
    let isKnown = false
    for (const known of hashes) isKnown = timingSafeEqual(known, hash) || isKnown
    if (token !== undefined && isKnown) return
    reply.header('www-authenticate', token === undefined ? 'Bearer' : 'Bearer error="invalid_token"')
    throw new ProcessorError({
      code: 'UNAUTHORIZED',
      detail: token === undefined ? 'A bearer token is required.' : 'The bearer token is not one that is let in.',
    })
  }
}

function readToken(authorization: string | undefined): string | undefined {
  return /^Bearer +([^ ]{1,4098}) *$/i.exec(authorization ?? '')?.[1]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to callers without a token. Default: false. */
    public?: boolean
  }
}
