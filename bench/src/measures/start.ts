import { type Benchmark, measureInTurn } from '../benchmark.js'
import { type Started, startApplication, startBareServer } from '../servers/start-application.js'

/** From the start of the process to the first 200. */
export const start: Benchmark = {
  name: 'start-ms',
  about: '`gatehouse serve` from process start to the first 200 of /readyz; floor: the same of bare node:http',
  unit: 'ms',
  target: { of: 'ours', atMost: 1000 },
  measure: ({ rounds }) =>
    measureInTurn({ ours: () => timeOf(startApplication), floor: () => timeOf(() => startBareServer(200, 2)) }, rounds),
}

async function timeOf(startServer: () => Promise<Started>): Promise<number> {
  await using server = await startServer()
  return server.readyMs
}
