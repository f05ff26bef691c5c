import { type Benchmark, measureInTurn, percentile } from '../benchmark.js'
import { runClosedLoop } from '../load/closed-loop.js'
import { conversation, executeRequests, sizes } from '../requests.js'
import { startServer } from '../servers/start-server.js'

/** How long the slowest of a hundred replies takes, by the clock. */
export const latency: Benchmark = {
  name: 'latency-p99-1kb',
  about: 'the time that 99 of 100 replies of execute-1kb stay under, with 16 requests in flight',
  unit: 'ms',
  async measure({ rounds, roundMs, warmUpMs }) {
    const requests = executeRequests('/api/v1/execute/bench/look-for-word', conversation(sizes['1kb']))
    await using ours = await startServer('sdk-server')
    await using floor = await startServer('floor-server', '204', '0')
    const p99 = async (port: number, ms: number): Promise<number> =>
      percentile((await runClosedLoop({ port, requests, status: 204, until: { ms } })).latencies, 0.99)
    for (const { port } of [ours, floor]) await p99(port, warmUpMs)
    return measureInTurn({ ours: () => p99(ours.port, roundMs), floor: () => p99(floor.port, roundMs) }, rounds)
  },
}
