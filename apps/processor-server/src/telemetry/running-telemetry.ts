import type { IncomingMessage, ServerResponse } from 'node:http'

/** Telemetry that runs. */
export interface RunningTelemetry {
  /** Answers Prometheus on the server's own port; absent when it has another one or none. */
  readonly metricsHandler?: (request: IncomingMessage, reply: ServerResponse) => void
  /** Sends what is left, waiting no longer than some seconds, and stops. Never fails. */
  stop(): Promise<void>
}
