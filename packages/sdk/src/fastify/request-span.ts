import { type Context, context, propagation, type Span, SpanStatusCode, trace } from '@opentelemetry/api'
import type { FastifyReply, FastifyRequest, onRequestHookHandler, onResponseHookHandler } from 'fastify'
import { type Telemetry, telemetryNames } from '../execution/index.js'
import type { Processor } from '../processor/index.js'

const spans = new WeakMap<FastifyRequest, { readonly span: Span; readonly active: Context }>()

/**
 * Route hooks that span a request to a processor, from its headers to the end of the reply, under the caller's trace
 * (W3C Trace Context, by whatever propagator the application has registered).
 */
export function spanRequests(
  processor: Processor,
  telemetry: Telemetry,
): { readonly onRequest: onRequestHookHandler; readonly onResponse: onResponseHookHandler } {
  return {
    onRequest(request, _reply, done) {
      const caller = propagation.extract(context.active(), request.headers)
      const span = context.with(caller, () => telemetry.startSpan(telemetryNames.handleRequest))
      spans.set(request, { span, active: trace.setSpan(caller, span) })
      done()
    },
    onResponse(request, reply, done) {
      const span = spans.get(request)?.span
      if (span?.isRecording()) describeRequest(span, processor, request, reply)
      span?.end()
      done()
    },
  }
}

/** Runs `work` inside the span of the request. */
export function withinRequestSpan<T>(request: FastifyRequest, work: () => T): T {
  return context.with(spans.get(request)?.active ?? context.active(), work)
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
