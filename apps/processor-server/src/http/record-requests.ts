import { metrics } from '@opentelemetry/api'
import type { FastifyInstance } from 'fastify'
import { version } from '../version.js'
import { onRequestEnd } from './on-request-end.js'

/** OpenTelemetry semantic conventions, HTTP metrics: the boundaries that they recommend, in seconds. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/**
 * Measures every request, also those that never reach a processor: `http.server.request.duration` by method, route and
 * status. The route and not the path, so that the number of series is bounded whatever callers ask for.
 */
export function recordRequests(app: FastifyInstance): void {
  const duration = metrics
    .getMeter('@gatehouse/processor-server', version)
    .createHistogram('http.server.request.duration', {
      description: 'Duration of HTTP server requests.',
      unit: 's',
      advice: { explicitBucketBoundaries: BOUNDARIES },
    })
  onRequestEnd(app, (request, { status, durationMs }) => {
    duration.record(durationMs / 1000, {
      'http.request.method': request.method,
      'http.response.status_code': status,
      ...(request.is404 ? {} : { 'http.route': request.routeOptions.url }),
    })
  })
}
