import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { context, DiagLogLevel, diag, metrics, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import { MeterProvider, type MetricReader, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/schema.js'
import { version } from '../version.js'
import type { RunningTelemetry } from './running-telemetry.js'

/** Longest wait for the last export, in milliseconds. */
const STOP_MS = 3000

/** Least time between two warnings of one wording, in milliseconds. A receiver that is gone fails every few seconds. */
const REPEAT_MS = 60_000

/** Registers tracing, metrics and propagation for the process. */
export async function startSdk(settings: Configuration['telemetry'], logger: Logger): Promise<RunningTelemetry> {
  diag.setLogger(toDiagLogger(logger), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())

  const resource = describeService(settings.serviceName)
  const readers: MetricReader[] = []
  const tracerProvider = settings.otlp === undefined ? undefined : await createTracerProvider(settings.otlp, resource)
  if (tracerProvider !== undefined) trace.setGlobalTracerProvider(tracerProvider)
  if (settings.otlp !== undefined) readers.push(await createOtlpReader(settings.otlp))
  const prometheus = settings.prometheus === undefined ? undefined : await createPrometheusReader()
  if (prometheus !== undefined) readers.push(prometheus)
  const meterProvider = new MeterProvider({ resource, readers })
  metrics.setGlobalMeterProvider(meterProvider)

  return {
    ...(prometheus === undefined
      ? {}
      : { metricsHandler: (request, reply) => prometheus.getMetricsRequestHandler(request, reply) }),
    async stop() {
      const limit = new AbortController()
      const isDone = await Promise.race([
        Promise.allSettled([tracerProvider?.shutdown(), meterProvider.shutdown()]).then(() => true),
        delay(STOP_MS, false, { signal: limit.signal }).catch(() => false),
      ])
      limit.abort()
      if (!isDone)
        logger.warn({ component: 'opentelemetry' }, `telemetry: the last export took over ${STOP_MS} ms and is lost`)
    },
  }
}

type OtlpSettings = NonNullable<Configuration['telemetry']['otlp']>

async function createTracerProvider({ endpoint }: OtlpSettings, resource: Resource): Promise<BasicTracerProvider> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const exporter = new OTLPTraceExporter({ url: signalUrl(endpoint, 'v1/traces') })
  return new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] })
}

async function createOtlpReader({ endpoint, metricIntervalMs }: OtlpSettings): Promise<MetricReader> {
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http')
  return new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: signalUrl(endpoint, 'v1/metrics') }),
    exportIntervalMillis: metricIntervalMs,
    exportTimeoutMillis: Math.min(metricIntervalMs, 10_000),
  })
}

async function createPrometheusReader() {
  const { PrometheusExporter } = await import('@opentelemetry/exporter-prometheus')
  return new PrometheusExporter({ preventServerStart: true })
}

/** OTLP exporter specification, "Endpoint URLs for OTLP/HTTP": the path of the signal is put behind the base's own. */
function signalUrl(endpoint: string, path: string): string {
  return new URL(path, endpoint.endsWith('/') ? endpoint : `${endpoint}/`).href
}

/** `OTEL_RESOURCE_ATTRIBUTES` comes last, so an operator can name the service as the rest of the house does. */
function describeService(serviceName: string): Resource {
  return defaultResource()
    .merge(
      resourceFromAttributes({
        'service.name': serviceName,
        'service.version': version,
        'service.instance.id': randomUUID(),
        'host.name': hostname(),
        'process.pid': process.pid,
        'process.runtime.name': 'nodejs',
        'process.runtime.version': process.versions.node,
      }),
    )
    .merge(detectResources({ detectors: [envDetector] }))
}

/** The SDK's own troubles, such as a receiver that does not answer, as warnings of the server; its data stays out. */
function toDiagLogger(logger: Logger) {
  const warnedAt = new Map<string, number>()
  const report = (diagnostic: string) => {
    const message = explainDiagnostic(diagnostic)
    const now = performance.now()
    if (now - (warnedAt.get(message) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return
    if (warnedAt.size >= 100) warnedAt.clear()
    warnedAt.set(message, now)
    logger.warn({ component: 'opentelemetry' }, message)
  }
  const ignore = () => {}
  return { error: report, warn: report, info: ignore, debug: ignore, verbose: ignore }
}

/** The SDK hands over errors as JSON text with stack and reply data; the message alone tells what an operator needs. */
function explainDiagnostic(message: string): string {
  try {
    const { name, message: text, code } = JSON.parse(message) as Record<string, unknown>
    return `telemetry: ${[name, code, text].filter(Boolean).join(' ')}`.slice(0, 300)
  } catch {
    return `telemetry: ${message}`.slice(0, 300)
  }
}
