import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Processor } from '@gatehouse/sdk'
import { processorRoutes, replyWithError } from '@gatehouse/sdk/fastify'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { Configuration } from '../configuration/schema.js'
import type { Page } from '../page/page.js'
import { requireBearer, type TokenHash } from './bearer.js'
import { addHealthRoutes } from './health-routes.js'
import { onRequestEnd } from './on-request-end.js'
import { recordRequests } from './record-requests.js'
import { addRootRoutes, refuseUnserved } from './root-page.js'

/** What an application is made of. */
export interface AppParts {
  readonly configuration: Configuration
  readonly served: readonly Processor[]
  /** Hashes of the tokens that are let in; none lets everybody in. */
  readonly tokenHashes: readonly TokenHash[]
  readonly logger: FastifyBaseLogger
  readonly isReady: () => boolean
  readonly page: Page | undefined
  /** Whether a server without processors answers below `/empty`. */
  readonly hasEmptyServer: boolean
  readonly metricsHandler: ((request: IncomingMessage, reply: ServerResponse) => void) | undefined
}

/**
 * Our routes have no schemas for Fastify, since the SDK reads what they get. What would compile them, some hundred modules, is
 * loaded with every application unless it has its own.
 */
const withoutSchemas = { buildValidator: refuseSchema, buildSerializer: refuseSchema }

function refuseSchema(): never {
  throw new Error('Routes of a processor server have no schemas for Fastify.')
}

/** Builds the application for one configuration, ready to take requests by its `routing`. It listens to nothing. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { configuration, tokenHashes, logger } = parts
  const app = fastify({
    loggerInstance: logger,
    // Fastify's own lines have URLs and texts of errors in them; see `logRequests` for ours.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    requestIdHeader: false,
    genReqId: createRequestIds(),
    schemaController: { compilersFactory: withoutSchemas },
    bodyLimit: configuration.limits.maxBodyBytes,
    frameworkErrors: (error, request, reply) => {
      replyWithError(request, reply, error)
    },
  })
  app.setErrorHandler((error, request, reply) => replyWithError(request, reply, error))
  app.setNotFoundHandler(refuseUnserved)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  if (tokenHashes.length > 0) app.addHook('onRequest', requireBearer(tokenHashes))
  if (configuration.log.requests) logRequests(app)
  const { otlp, prometheus } = configuration.telemetry
  if (otlp !== undefined || prometheus !== undefined) recordRequests(app)
  addRootRoutes(app, parts.page)
  addHealthRoutes(app, parts.isReady, parts.served)
  addMetricsRoute(app, parts)
  await app.register(processorRoutes, {
    processors: parts.served,
    rootPath: configuration.rootPath,
    limits: configuration.limits,
    handlerTimeoutMs: configuration.timeouts.handlerMs,
    maxConcurrentExecutions: configuration.limits.maxConcurrentExecutions,
    content: configuration.content,
    rejectCodeSpelling: configuration.rejectCodeSpelling,
    // They were logged when the configuration was loaded, beside those of the configuration itself.
    logWarnings: false,
  })
  if (parts.hasEmptyServer) await app.register(processorRoutes, { prefix: '/empty', processors: [] })
  refuseAtOnce(app)
  await app.ready()
  return app
}

/**
 * Answers a path that nobody serves before its body is read, since what the body is does not matter then. Registered
 * behind the routes, so that theirs, which know more, are not answered here.
 */
function refuseAtOnce(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404) refuseUnserved(request, reply)
    else done()
  })
}

/** Ids that are unique to the process and its restarts: a random head and a counter. */
function createRequestIds(): () => string {
  const head = Math.random().toString(36).slice(2, 8).padEnd(6, '0')
  let count = 0
  return () => `${head}-${(count++).toString(36)}`
}

/** One line for each request. The route and not the URL, since a URL may carry what nobody should read. */
function logRequests(app: FastifyInstance): void {
  onRequestEnd(app, (request, { status, durationMs }) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status,
        durationMs: Math.round(durationMs * 1000) / 1000,
      },
      'request',
    )
  })
}

function addMetricsRoute(app: FastifyInstance, { configuration, metricsHandler }: AppParts): void {
  const { prometheus } = configuration.telemetry
  if (metricsHandler === undefined || prometheus === undefined || prometheus.port !== undefined) return
  app.get(prometheus.path, (request, reply) => {
    reply.hijack()
    metricsHandler(request.raw, reply.raw)
  })
}
