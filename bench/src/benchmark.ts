/** One line of the table: ours against a floor that was measured in the same run. */
export interface Benchmark {
  /** Stable: scripts compare results by it. */
  readonly name: string
  /** What is measured, and what the floor is. One line for `--help`. */
  readonly about: string
  readonly unit: string
  /** What must hold, if anything: of `ours`, or of the ratio `ours / floor`. */
  readonly target?: Target
  measure(effort: Effort): Promise<Measurement | Skipped>
}

export interface Target {
  readonly of: 'ours' | 'ratio'
  readonly atLeast?: number
  readonly atMost?: number
}

/** How long to measure. */
export interface Effort {
  /** How often each side is measured, in turn. The median counts. */
  readonly rounds: number
  /** Length of one round of one side, in milliseconds. */
  readonly roundMs: number
  /** Load before the first round, so that the engine has compiled what is hot: as many replies, or as long. */
  readonly warmUp: { readonly replies: number; readonly ms: number }
}

export interface Measurement {
  readonly ours: number
  readonly floor: number
  /** What a reader must know to trust the figures. */
  readonly notes?: readonly string[]
}

/** A benchmark that cannot run here, and why. */
export interface Skipped {
  readonly skipped: string
}

/** Measures the sides in turn (A B A B ...), so that a slow moment of the machine hits all alike, and gives the medians. */
export async function measureInTurn<Side extends string>(
  sides: Readonly<Record<Side, () => Promise<number>>>,
  rounds: number,
): Promise<Record<Side, number>> {
  const names = Object.keys(sides) as Side[]
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of names) samples[name].push(await sides[name]())
  }
  return Object.fromEntries(names.map((name) => [name, median(samples[name])])) as Record<Side, number>
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** The value that a share of a sorted list stays under. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
