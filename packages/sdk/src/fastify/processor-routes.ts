import type { FastifyInstance, HTTPMethods } from 'fastify'
import { Telemetry } from '../execution/index.js'
import type { Processor } from '../processor/index.js'
import { mediaTypes } from '../wire/index.js'
import { checkContentType, ignoreContentType } from './content-type-hooks.js'
import { createExecuteHandler, ExecutionSlots } from './execute-route.js'
import { writeInfoDocuments } from './info.js'
import { negotiateInfoFormat } from './negotiate-info.js'
import {
  type ProcessorRoutesOptions,
  type ProcessorRoutesSettings,
  settleRoutesOptions,
} from './processor-routes-options.js'
import { replyWithError, replyWithRoutingError } from './reply-with-error.js'
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
  await app.register(
    async (scope) => {
      scope.setErrorHandler((error, request, reply) => replyWithError(request, reply, error))
      scope.setNotFoundHandler((request, reply) => replyWithRoutingError(request, reply, 'NOT_FOUND'))
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
      addInfoRoutes(scope, settings)
      const telemetry = new Telemetry()
      const slots = new ExecutionSlots(settings.maxConcurrentExecutions)
      for (const processor of settings.processors) addProcessorRoutes(scope, processor, settings, telemetry, slots)
    },
    { prefix: apiMount },
  )
}

function addInfoRoutes(scope: FastifyInstance, { processors, rootPath }: ProcessorRoutesSettings): void {
  const documents = writeInfoDocuments(processors, rootPath)
  scope.get('/info', (request, reply) => {
    const { contentType, body } = documents[negotiateInfoFormat(request.headers.accept)]
    return reply.header('vary', 'Accept').type(contentType).send(body)
  })
  refuseOtherMethods(scope, '/info', ['GET', 'HEAD'])
}

function addProcessorRoutes(
  scope: FastifyInstance,
  processor: Processor,
  settings: ProcessorRoutesSettings,
  telemetry: Telemetry,
  slots: ExecutionSlots,
): void {
  const spanRequest = spanRequests(processor, telemetry)
  const bodyLimit = settings.limits.maxBodyBytes

  const executePath = `/execute/${processor.path}`
  scope.post(
    executePath,
    { onRequest: [spanRequest, checkContentType], bodyLimit },
    createExecuteHandler({ processor, settings, telemetry, slots }),
  )
  scope.head(executePath, (_request, reply) => reply.type(`${mediaTypes.multipart};charset=utf-8`).send())
  refuseOtherMethods(scope, executePath, ['HEAD', 'POST'])

  const signaturePath = `/signature/${processor.path}`
  scope.get(signaturePath, createSignatureHandler(processor))
  scope.post(
    signaturePath,
    { onRequest: [spanRequest, ignoreContentType], bodyLimit },
    createParameterCheckHandler(processor),
  )
  refuseOtherMethods(scope, signaturePath, ['GET', 'HEAD', 'POST'])
}

const methods: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

/** Answers 405 with `Allow` to every method that a known path does not take. */
function refuseOtherMethods(scope: FastifyInstance, path: string, allowed: readonly HTTPMethods[]): void {
  scope.route({
    method: methods.filter((method) => !allowed.includes(method)),
    url: path,
    // The body is not looked at, so whatever its type is does not matter.
    onRequest: (request, reply) => {
      replyWithRoutingError(request, reply.header('allow', allowed.join(', ')), 'METHOD_NOT_ALLOWED')
    },
    handler: () => undefined,
  })
}
