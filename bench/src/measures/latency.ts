import { type Benchmark, measureInTurn, percentile } from '../benchmark.js'
import { type Load, runClosedLoop } from '../load/closed-loop.js'
import { conversation, executeRequests, sizes } from '../requests.js'
import { startServer } from '../servers/start-server.js'

/** How long the slowest of a hundred replies takes, by the clock. */
export const latency: Benchmark = {
  name: 'latency-p99-1kb',
  about: 'the time that 99 of 100 replies of execute-1kb stay under, with 16 requests in flight',
  unit: 'ms',
  async measure({ rounds, roundMs, warmUp }) {
    const requests = executeRequests('/api/v1/execute/bench/look-for-word', conversation(sizes['1kb']))
    await using ours = await startServer('sdk-server')
    await using floor = await startServer('floor-server', '204', '0')
    const p99 = async (port: number, until: Load['until'] = { ms: roundMs }): Promise<number> =>
      percentile((await runClosedLoop({ port, requests, status: 204, until })).latencies, 0.99)
    for (const { port } of [ours, floor]) await p99(port, warmUp)
    return await measureInTurn({ ours: () => p99(ours.port), floor: () => p99(floor.port) }, rounds)
  },
}
