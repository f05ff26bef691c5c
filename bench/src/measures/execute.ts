import type { Benchmark, Target } from '../benchmark.js'
import { probe } from '../load/probe.js'
import { conversation, executeRequests, type Script, sizes } from '../requests.js'
import { startApplication } from '../servers/start-application.js'
import { startServer } from '../servers/start-server.js'
import { compareRates } from './rate.js'

interface ExecuteSettings {
  readonly name: string
  readonly about: string
  readonly size: keyof typeof sizes
  /** Default `ascii`. */
  readonly script?: Script
  /** Default `look-for-word`, which is answered with 204. */
  readonly processor?: 'look-for-word' | 'tag-length'
  /** `createProcessorServer` with {@link features}, or `gatehouse serve`. Default `sdk`. */
  readonly server?: 'sdk' | 'application'
  /** See `servers/sdk-server.ts`. Default: none. */
  readonly features?: readonly ('otel' | 'log')[]
  readonly target?: Target
}

/** A caller's trace, sampled. */
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'

/** The execute endpoint with a trivial processor, against `node:http` that reads the same body and answers alike. */
export function executeBenchmark({
  name,
  about,
  size,
  script = 'ascii',
  processor = 'look-for-word',
  server = 'sdk',
  features = [],
  target,
}: ExecuteSettings): Benchmark {
  return {
    name,
    about,
    unit: 'requests/s',
    ...(target === undefined ? {} : { target }),
    async measure(effort) {
      const path = `/api/v1/execute/bench/${processor}`
      const headers = features.includes('otel') ? { traceparent } : {}
      const requests = executeRequests(path, conversation(sizes[size], script), headers)
      await using ours = await (server === 'sdk' ? startServer('sdk-server', ...features) : startApplication())
      const { status, bytes } = await probe(ours.port, requests[0] as Buffer)
      await using floor = await startServer('floor-server', String(status), String(bytes))
      const measurement = await compareRates({ ours, floor, requests, status }, effort)
      return { ...measurement, notes: [`replies: ${status}, ${bytes} bytes`, ...(measurement.notes ?? [])] }
    },
  }
}
