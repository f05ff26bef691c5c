import type { FastifyInstance } from 'fastify'
import { Telemetry } from '../execution/index.js'
import { type Processor, startupWarning } from '../processor/index.js'
import { mediaTypes } from '../wire/index.js'
import { checkContentType, ignoreContentType, nameReplyType } from './content-type-hooks.js'
import { createExecuteHandler, ExecutionSlots } from './execute-route.js'
import { writeInfoDocuments } from './info.js'
import { negotiateInfoFormat } from './negotiate-info.js'
import { PendingBodies } from './pending-bodies.js'
import {
  type ProcessorRoutesOptions,
  type ProcessorRoutesSettings,
  settleRoutesOptions,
} from './processor-routes-options.js'
import { createBodyReader } from './read-body.js'
import { refuse, refuseUnknownRoutes } from './refuse-unknown-routes.js'
import { replyWithError } from './reply-with-error.js'
import { spanRequests } from './request-span.js'
import { createParameterCheckHandler, createSignatureHandler } from './signature-route.js'

/** Where the processor endpoints live; the protocol's version is part of it. */
export const apiMount = '/api/v1'

/**
 * Fastify plugin that serves processors below `/api/v1`: info, signature and execute, with the errors of the protocol.
 *
 * Nothing outside `/api/v1` is touched, so it can be registered in an application of one's own.
 *
 * @throws TypeError at registration, for two processors with one path.
 * @since 0.1.0
 */
export async function processorRoutes(app: FastifyInstance, options: ProcessorRoutesOptions): Promise<void> {
  const settings = settleRoutesOptions(options)
  if (settings.logWarnings) logWarnings(app, settings.processors)
  await app.register(
    async (scope) => {
      scope.setErrorHandler((error, request, reply) => replyWithError(request, reply, error))
      const allowedMethods = new Map<string, string>()
      scope.setNotFoundHandler((request, reply) => refuse(request, reply, allowedMethods))
      refuseUnknownRoutes(scope, allowedMethods)
      scope.removeAllContentTypeParsers()
      const { maxBodyBytes, maxPendingBytes } = settings.limits
      const pending = new PendingBodies(Math.max(maxPendingBytes, maxBodyBytes))
      scope.addContentTypeParser('*', createBodyReader({ maxBytes: maxBodyBytes, pending }))
      addInfoRoutes(scope, settings)
      allowedMethods.set(`${scope.prefix}/info`, 'GET, HEAD')
      const telemetry = new Telemetry()
      const slots = new ExecutionSlots(settings.maxConcurrentExecutions)
      for (const processor of settings.processors) {
        addProcessorRoutes(scope, processor, settings, telemetry, slots)
        allowedMethods.set(`${scope.prefix}/execute/${processor.path}`, 'HEAD, POST')
        allowedMethods.set(`${scope.prefix}/signature/${processor.path}`, 'GET, HEAD, POST')
      }
    },
    { prefix: apiMount },
  )
}

function logWarnings(app: FastifyInstance, processors: readonly Processor[]): void {
  for (const processor of processors) {
    const warning = startupWarning(processor)
    if (warning !== undefined) app.log.warn({ processor_id: processor.id }, warning)
  }
}

function addInfoRoutes(scope: FastifyInstance, { processors, rootPath }: ProcessorRoutesSettings): void {
  const documents = writeInfoDocuments(processors, rootPath)
  scope.get('/info', { exposeHeadRoute: true }, (request, reply) => {
    const { contentType, body } = documents[negotiateInfoFormat(request.headers.accept)]
    return reply.header('vary', 'Accept').type(contentType).send(body)
  })
}

function addProcessorRoutes(
  scope: FastifyInstance,
  processor: Processor,
  settings: ProcessorRoutesSettings,
  telemetry: Telemetry,
  slots: ExecutionSlots,
): void {
  const spanRequest = spanRequests(processor, telemetry)

  const executePath = `/execute/${processor.path}`
  scope.post(
    executePath,
    { onRequest: [spanRequest, checkContentType], onSend: nameReplyType },
    createExecuteHandler({ processor, settings, telemetry, slots }),
  )
  scope.head(executePath, (_request, reply) => reply.type(`${mediaTypes.multipart};charset=utf-8`).send())

  const signaturePath = `/signature/${processor.path}`
  scope.get(signaturePath, { exposeHeadRoute: true }, createSignatureHandler(processor))
  scope.post(
    signaturePath,
    { onRequest: [spanRequest, ignoreContentType] },
    createParameterCheckHandler(processor, settings.limits.maxParametersBytes),
  )
}
