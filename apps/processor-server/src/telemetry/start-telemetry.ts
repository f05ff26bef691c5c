import { createServer } from 'node:http'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/schema.js'
import type { RunningTelemetry } from './running-telemetry.js'

/** No telemetry: the API's own no-ops stay in place. */
const none: RunningTelemetry = { stop: async () => {} }

/**
 * Registers the OpenTelemetry SDK when the configuration names a receiver. Its packages are loaded only then, since they
 * cost start-up time and memory. Must run before anything is served, as instruments belong to the provider of their birth.
 *
 * @throws StartupError when the port for Prometheus cannot be had.
 */
export async function startTelemetry(configuration: Configuration, logger: Logger): Promise<RunningTelemetry> {
  const { otlp, prometheus } = configuration.telemetry
  if ((otlp === undefined && prometheus === undefined) || process.env.OTEL_SDK_DISABLED === 'true') return none
  const { startSdk } = await import('./start-sdk.js')
  const sdk = await startSdk(configuration.telemetry, logger)
  if (sdk.metricsHandler === undefined || prometheus?.port === undefined) return sdk

  const { listenOn } = await import('../http/listener.js')
  const { metricsHandler } = sdk
  const server = createServer((request, reply) => {
    if (request.url?.split('?', 1)[0] === prometheus.path) metricsHandler(request, reply)
    else reply.writeHead(404).end()
  })
  await listenOn(server, prometheus.host ?? configuration.listen.host, prometheus.port, {
    host: '"telemetry.prometheus.host"',
    port: '"telemetry.prometheus.port"',
  })
  server.on('error', ({ message }) => logger.error({ reason: message }, 'the Prometheus endpoint has a fault'))
  logger.info({ address: server.address(), path: prometheus.path }, 'metrics for Prometheus')
  return {
    async stop() {
      server.close()
      server.closeAllConnections()
      await sdk.stop()
    },
  }
}
