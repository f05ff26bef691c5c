import { type Benchmark, measureInTurn, percentile } from '../benchmark.js'
import { type Load, runClosedLoop } from '../load/closed-loop.js'
import { openSlowClients } from '../load/slow-clients.js'
import { conversation, executeRequests, sizes } from '../requests.js'
import { startServer } from '../servers/start-server.js'

const IDLE = 1000
const SENDERS = 100

/** The same server with slow clients (ours) and without (floor). */
export const slowClients: Benchmark = {
  name: 'slow-clients',
  about: `execute-1kb with ${IDLE} idle connections and ${SENDERS} slow senders (ours) and without them (floor)`,
  unit: 'requests/s',
  target: { of: 'ratio', atLeast: 0.7 },
  async measure({ rounds, roundMs, warmUp }) {
    await using server = await startServer('sdk-server')
    const { port } = server
    const requests = executeRequests('/api/v1/execute/bench/look-for-word', conversation(sizes['1kb']))
    let worstMs = 0
    let closed = 0
    const load = (until: Load['until'] = { ms: roundMs }) => runClosedLoop({ port, requests, status: 204, until })
    await load(warmUp)
    const figures = await measureInTurn(
      {
        ours: async () => {
          using clients = await openSlowClients(port, IDLE, SENDERS, requests[0] as Buffer)
          const { perSecond, latencies } = await load()
          worstMs = Math.max(worstMs, percentile(latencies, 1))
          closed += clients.closed
          return perSecond
        },
        floor: async () => (await load()).perSecond,
      },
      rounds,
    )
    return { ...figures, notes: [`slowest reply beside them ${worstMs.toFixed(1)} ms`, `${closed} of them closed`] }
  },
}
