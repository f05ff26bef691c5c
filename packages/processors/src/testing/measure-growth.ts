/** Longer text, and how many times longer it is than the other one. */
const LENGTH = 1_048_576
const FACTOR = 8
/** Less than this is too short to be compared, in milliseconds. */
const COMPARABLE_MS = 10
/** At most; the least times of more rounds hold less of what else the machine does, and of collections of garbage. */
const ROUNDS = 8

/** What growth may be, for a machine that is busy: linear gives 8, n log n about 9, quadratic 64. */
export const MAX_GROWTH = 24

/**
 * How many times as long as a text of 128 KB one of 1 MB takes, both of a unit over and over, by the least CPU time of some
 * rounds.
 */
export function measureGrowth(run: (text: string) => unknown, unit: string): number {
  const long = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)
  const short = long.slice(0, LENGTH / FACTOR)
  let [shortMs, longMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let growth = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS && growth > MAX_GROWTH; round++) {
    shortMs = Math.min(
      shortMs,
      timeOf(() => run(short)),
    )
    longMs = Math.min(
      longMs,
      timeOf(() => run(long)),
    )
    growth = longMs / Math.max(shortMs, COMPARABLE_MS)
  }
  return growth
}

function timeOf(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
