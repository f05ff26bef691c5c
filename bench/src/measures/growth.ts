import { type Benchmark, measureInTurn } from '../benchmark.js'
import { type Load, runClosedLoop } from '../load/closed-loop.js'
import { conversation, executeRequests, sizes } from '../requests.js'
import { processorSeconds } from '../servers/process-usage.js'
import { startServer } from '../servers/start-server.js'

/** Processor time of a request by the bytes of its conversation: as `ours` at 10 MB, as `floor` at 10 KB. */
export const growth: Benchmark = {
  name: 'growth-10kb-10mb',
  about: 'processor time per byte, one request after another, with 10 MB (ours) and with 10 KB (floor)',
  unit: 'ns/byte',
  target: { of: 'ratio', atMost: 1.5 },
  async measure({ rounds, roundMs, warmUp }) {
    await using server = await startServer('sdk-server')
    const path = '/api/v1/execute/bench/look-for-word'
    const timePerByte = (size: keyof typeof sizes) => {
      const requests = executeRequests(path, conversation(sizes[size]))
      return async (until: Load['until'] = { ms: roundMs }): Promise<number> => {
        const { port, pid } = server
        const before = processorSeconds(pid)
        const { seconds, replies } = await runClosedLoop({ port, requests, status: 204, connections: 1, until })
        const after = processorSeconds(pid)
        const spent = before === undefined || after === undefined ? seconds : after - before
        return (1_000_000_000 * spent) / replies / sizes[size]
      }
    }
    const sides = { '10kb': timePerByte('10kb'), '1mb': timePerByte('1mb'), '10mb': timePerByte('10mb') }
    for (const side of Object.values(sides)) await side({ ...warmUp, ms: warmUp.ms / 2 })
    const figures = await measureInTurn(sides, rounds)
    return { ours: figures['10mb'], floor: figures['10kb'], notes: [`1 MB: ${figures['1mb'].toFixed(2)} ns/byte`] }
  },
}
