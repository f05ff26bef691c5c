import { type Context, context, propagation, type Span, SpanStatusCode } from '@opentelemetry/api'
import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { type Telemetry, telemetryNames } from '../execution/index.js'
import type { Processor } from '../processor/index.js'

const requestContext = Symbol('gatehouse.request-context')

type SpannedRequest = FastifyRequest & { [requestContext]?: Context }

/**
 * Route hook that spans a request to a processor, from its headers to the end of the reply, under the caller's trace
 * (W3C Trace Context, by whatever propagator the application has registered).
 */
export function spanRequests(processor: Processor, telemetry: Telemetry): onRequestHookHandler {
  return (request: SpannedRequest, reply, done) => {
    const caller = propagation.extract(context.active(), request.headers)
    const { span, active } = telemetry.startSpan(telemetryNames.handleRequest, caller)
    request[requestContext] = active
    if (active !== caller) {
      reply.raw.once('close', () => {
        if (span.isRecording()) describeRequest(span, processor, request, reply)
        span.end()
      })
    }
    done()
  }
}

/** The context in which the span of the request is the current one. */
export function contextOf(request: SpannedRequest): Context | undefined {
  return request[requestContext]
}

function describeRequest(span: Span, processor: Processor, request: FastifyRequest, reply: FastifyReply): void {
  const { id, version, appDetails = {} } = processor
  span.setAttributes({
    [telemetryNames.processorId]: id,
    [telemetryNames.processorVersion]: version,
    [telemetryNames.statusCode]: reply.statusCode,
  })
  for (const [key, value] of Object.entries(appDetails)) {
    span.setAttribute(`app_${key}`, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers
  if (length !== undefined) span.setAttribute(telemetryNames.contentLength, Number(length))
  if (coding !== undefined) span.setAttribute(telemetryNames.transferEncoding, coding)
  if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
}
