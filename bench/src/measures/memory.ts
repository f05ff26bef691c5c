import type { Benchmark } from '../benchmark.js'
import { runClosedLoop } from '../load/closed-loop.js'
import { conversation, executeRequests, sizes } from '../requests.js'
import { residentMegabytes } from '../servers/process-usage.js'
import { startApplication, startBareServer } from '../servers/start-application.js'

const HALF = 50_000

/** Memory after many requests, and whether it still grows. */
export const memory: Benchmark = {
  name: 'rss-mb',
  about: `resident memory of \`gatehouse serve\` after ${2 * HALF} requests of 1 KB; floor: bare node:http after as many`,
  unit: 'MB',
  target: { of: 'ours', atMost: 150 },
  async measure() {
    const requests = executeRequests('/api/v1/execute/bench/look-for-word', conversation(sizes['1kb']))
    const run = async (port: number) => {
      await runClosedLoop({ port, requests, status: 204, until: { replies: HALF } })
    }
    await using ours = await startApplication()
    const atStart = residentMegabytes(ours.pid)
    await run(ours.port)
    const atHalf = residentMegabytes(ours.pid)
    await run(ours.port)
    await using floor = await startBareServer(204, 0)
    await run(floor.port)
    await run(floor.port)
    return {
      ours: residentMegabytes(ours.pid),
      floor: residentMegabytes(floor.pid),
      notes: [`${atStart.toFixed(0)} MB when ready, ${atHalf.toFixed(0)} MB after ${HALF}`],
    }
  },
}
