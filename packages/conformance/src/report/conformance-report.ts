import type { Level } from '../language/conformance-case.js'

/**
 * What became of a case or a probe.
 *
 * - `pass`: everything held. `fail`: a MUST did not hold. `deviation`: every MUST held, a SHOULD did not.
 * - `skip`: nothing was checked; the reason says what was missing.
 */
export type Outcome = 'pass' | 'fail' | 'deviation' | 'skip'

/** One expectation that did not hold. */
export interface Failure {
  readonly level: Level
  /** What the expectation asks for. */
  readonly expected: string
  /** In which ways the answer was something else. */
  readonly faults: readonly string[]
  /** The answer, escaped and shortened; or why none came. */
  readonly came: string
  /** The request, escaped and shortened; empty for a behaviour of several requests. */
  readonly sent: string
}

export interface ProbeReport {
  readonly name: string
  readonly outcome: Outcome
  /** Why it was skipped. */
  readonly reason?: string
  readonly failures: readonly Failure[]
}

export interface CaseReport {
  readonly id: number
  readonly group: string
  readonly title: string
  /** Section of the protocol. */
  readonly section: string
  readonly level: Level
  readonly outcome: Outcome
  readonly durationMs: number
  /** What an outside client cannot see of this case. */
  readonly unseen?: string
  readonly probes: readonly ProbeReport[]
}

/** How many cases ended in each way. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

/** What a run of the suite found. Plain data, ready for JSON. */
export interface ConformanceReport {
  /** The server under test. */
  readonly url: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  /** Level that had to hold. */
  readonly level: Level
  /** Whether something was checked and everything of that level held. Skipped cases do not count against it. */
  readonly conforms: boolean
  readonly counts: OutcomeCounts
  /** Fixture processors that the server does not list. */
  readonly missingProcessors: readonly string[]
  readonly cases: readonly CaseReport[]
}

/** The worst of several outcomes; `skip` only when all were skipped. */
export function combineOutcomes(outcomes: readonly Outcome[]): Outcome {
  for (const worst of ['fail', 'deviation', 'pass'] as const) if (outcomes.includes(worst)) return worst
  return outcomes.length === 0 ? 'pass' : 'skip'
}

/** The outcome of one probe from what did not hold. */
export function outcomeOf(failures: readonly Failure[]): Outcome {
  if (failures.length === 0) return 'pass'
  return failures.some(({ level }) => level === 'MUST') ? 'fail' : 'deviation'
}

/** The cases by their group, in order. */
export function groupCases(cases: readonly CaseReport[]): [group: string, cases: CaseReport[]][] {
  const groups = new Map<string, CaseReport[]>()
  for (const subject of cases) groups.set(subject.group, [...(groups.get(subject.group) ?? []), subject])
  return [...groups]
}
