import type { Reply } from '../http/reply.js'
import type { Exchange } from './exchange.js'
import type { Expectation } from './expectation.js'
import type { Section } from './section.js'

/** `MUST`: wire compatibility. `SHOULD`: what a good server does, where the original one may differ. */
export type Level = 'MUST' | 'SHOULD'

/** What a probe needs beyond the URL; without it the probe is skipped with a printed reason. */
export type Need = 'empty server' | 'part limit'

/** One exchange and what is expected of its answer. */
export interface Probe {
  readonly name: string
  /** A function where the request depends on what the runner was told. */
  readonly send: Exchange | ((known: Known) => Exchange)
  readonly must?: Expectation
  readonly should?: Expectation
  readonly needs?: Need
}

/** What the runner was told about the server under test. */
export interface Known {
  /** Largest part that the server takes, in bytes; 0 when it was not told. */
  readonly partLimitBytes: number
}

interface CaseHead {
  /** Never reused. 1 to 76 came first; those from 101 were added to a group, twenty or so numbers for each. */
  readonly id: number
  readonly title: string
  /** Which rules of the protocol it is about. */
  readonly section: Section
  /** What an outside client cannot see of this case, and how it is proved instead. */
  readonly unseen?: string
}

/** A case that is a list of probes, sent one after the other. */
export interface ProbeCase extends CaseHead {
  readonly probes: readonly Probe[]
}

/** A case about time: the steps in words, and the code that takes them. */
export interface BehaviourCase extends CaseHead {
  readonly steps: readonly string[]
  readonly behave: (bench: Bench) => Promise<void>
}

export type ConformanceCase = ProbeCase | BehaviourCase

/** What a behaviour case works with. */
export interface Bench {
  /** Sends a request. Abort the signal to drop the connection; the promise then rejects. */
  send(exchange: Exchange, options?: { readonly signal?: AbortSignal }): Promise<Reply>
  /** Notes a failure when `holds` is false. */
  check(level: Level, expected: string, holds: boolean, came: string): void
  /** Notes a failure for each way in which `reply` is not what `expectation` asks for. */
  expect(level: Level, reply: Reply, expectation: Expectation): void
  /** A text that no other run uses. */
  readonly key: string
}

/** Cases about one subject, in the order in which they run. */
export interface CaseGroup {
  readonly name: string
  readonly cases: readonly ConformanceCase[]
}
