import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { announce } from './announce.js'
import { startTelemetry } from './telemetry.js'
import { lookForWord, tagLength } from './trivial-processors.js'

/**
 * The server of the SDK with trivial processors.
 *
 * Arguments: `otel` starts the OpenTelemetry SDK first; `log` logs every request to nowhere.
 */
const features = new Set(process.argv.slice(2))
if (features.has('otel')) startTelemetry()
const logger = { level: 'info', stream: { write: () => undefined } }
const app = createProcessorServer({
  processors: [lookForWord, tagLength],
  ...(features.has('log') ? { fastify: { logger } } : {}),
})
await app.listen({ port: 0, host: '127.0.0.1' })
announce(app.server)
