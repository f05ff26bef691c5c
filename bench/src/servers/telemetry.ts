import { context, metrics, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { type ExportResult, ExportResultCode, W3CTraceContextPropagator } from '@opentelemetry/core'
import {
  AggregationTemporality,
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base'

/**
 * The OpenTelemetry SDK as an application sets it up: every span is recorded and batched, metrics are collected, trace
 * context comes in by W3C headers. The exporters discard what they get, so that no collector is measured.
 */
export function startTelemetry(): void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(discardSpans)] }))
  const reader = new PeriodicExportingMetricReader({
    exporter: discardMetrics,
    exportIntervalMillis: 1000,
    exportTimeoutMillis: 500,
  })
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
}

const succeed = (done: (result: ExportResult) => void): void => done({ code: ExportResultCode.SUCCESS })

const discardSpans: SpanExporter = {
  export: (_spans, done) => succeed(done),
  shutdown: async () => undefined,
}

const discardMetrics: PushMetricExporter = {
  export: (_metrics, done) => succeed(done),
  forceFlush: async () => undefined,
  shutdown: async () => undefined,
  selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
}
