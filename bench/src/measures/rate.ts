import { type Effort, type Measurement, measureInTurn, median } from '../benchmark.js'
import { runClosedLoop } from '../load/closed-loop.js'
import { processorSeconds } from '../servers/process-usage.js'
import type { ServerProcess } from '../servers/start-server.js'

/** The two servers that are compared, and what both are sent. */
export interface Comparison {
  readonly ours: Pick<ServerProcess, 'pid' | 'port'>
  readonly floor: Pick<ServerProcess, 'pid' | 'port'>
  readonly requests: readonly Buffer[]
  readonly status: number
}

/**
 * Requests that each server answers in a second of its processor's time, on 16 connections.
 *
 * By the clock the figures are the same while the server has a core to itself; when others take it away they are
 * anything. Both ratios are told. Where the system does not tell processor times, the clock counts.
 */
export async function compareRates(
  { ours, floor, requests, status }: Comparison,
  { rounds, roundMs, warmUp }: Effort,
): Promise<Measurement> {
  const byClock = { ours: [] as number[], floor: [] as number[] }
  const rateOf = async (side: 'ours' | 'floor'): Promise<number> => {
    const { pid, port } = side === 'ours' ? ours : floor
    const before = processorSeconds(pid)
    const { replies, perSecond } = await runClosedLoop({ port, requests, status, until: { ms: roundMs } })
    const after = processorSeconds(pid)
    byClock[side].push(perSecond)
    return before === undefined || after === undefined ? perSecond : replies / (after - before)
  }
  for (const { port } of [ours, floor]) await runClosedLoop({ port, requests, status, until: warmUp })
  const figures = await measureInTurn({ ours: () => rateOf('ours'), floor: () => rateOf('floor') }, rounds)
  return { ...figures, notes: [describeClock(median(byClock.ours), median(byClock.floor))] }
}

function describeClock(ours: number, floor: number): string {
  const [first, second] = [ours, floor].map((rate) => Math.round(rate).toLocaleString('en'))
  return `by the clock ${first} and ${second}: ${(ours / floor).toFixed(2)}`
}
