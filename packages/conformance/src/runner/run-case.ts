import { randomUUID } from 'node:crypto'
import { checkOutcome } from '../check/check-reply.js'
import { ExchangeError } from '../http/exchange-error.js'
import type { BehaviourCase, Bench, ConformanceCase, Known, Need, Probe } from '../language/conformance-case.js'
import { describeExpectation } from '../language/expectation.js'
import { levelOf } from '../language/level-of.js'
import {
  type CaseReport,
  combineOutcomes,
  type Failure,
  outcomeOf,
  type ProbeReport,
} from '../report/conformance-report.js'
import { showReply } from '../report/show-reply.js'
import type { Attempt, Session } from './session.js'

const GONE = 'the server stopped answering earlier in this run'
const unmet: Readonly<Record<Need, string>> = {
  'empty server': 'no server without processors is known; name one by its URL, or mount one at /empty',
  'part limit': 'the largest part that the server takes was not told',
}

/** Runs one case to its end. Never rejects for what the server does. */
export async function runCase(
  subject: ConformanceCase,
  group: string,
  session: Session,
  known: Known,
): Promise<CaseReport> {
  const startedAt = performance.now()
  const probes =
    'behave' in subject ? [await runBehaviour(subject, session)] : await runProbes(subject.probes, session, known)
  const { id, title, section, unseen } = subject
  return {
    id,
    group,
    title,
    section,
    level: levelOf(subject),
    outcome: combineOutcomes(probes.map(({ outcome }) => outcome)),
    durationMs: Math.round(performance.now() - startedAt),
    ...(unseen === undefined ? {} : { unseen }),
    probes,
  }
}

async function runProbes(probes: readonly Probe[], session: Session, known: Known): Promise<ProbeReport[]> {
  const reports: ProbeReport[] = []
  for (const probe of probes) reports.push(await runProbe(probe, session, known))
  return reports
}

async function runProbe(probe: Probe, session: Session, known: Known): Promise<ProbeReport> {
  const { name, send } = probe
  const reason = session.isDead ? GONE : unmetNeed(probe, session, known)
  if (reason !== undefined) return { name, outcome: 'skip', reason, failures: [] }
  const attempt = await session.attempt(typeof send === 'function' ? send(known) : send)
  const failures = [...judge('MUST', probe.must, attempt), ...judge('SHOULD', probe.should, attempt)]
  return { name, outcome: outcomeOf(failures), failures }
}

function unmetNeed({ needs }: Probe, session: Session, { partLimitBytes }: Known): string | undefined {
  const isMet = needs === undefined || (needs === 'empty server' ? session.hasEmptyServer : partLimitBytes > 0)
  return isMet ? undefined : unmet[needs]
}

function judge(level: Failure['level'], expectation: Probe['must'], { sent, outcome }: Attempt): Failure[] {
  if (expectation === undefined) return []
  const faults = checkOutcome(outcome, expectation)
  if (faults.length === 0) return []
  const came = 'reply' in outcome ? showReply(outcome.reply) : outcome.noReply
  return [{ level, expected: describeExpectation(expectation), faults, came, sent }]
}

async function runBehaviour({ title, behave }: BehaviourCase, session: Session): Promise<ProbeReport> {
  if (session.isDead) return { name: title, outcome: 'skip', reason: GONE, failures: [] }
  const failures: Failure[] = []
  const bench: Bench = {
    key: randomUUID(),
    send: (exchange, { signal } = {}) => session.send(exchange, signal),
    check(level, expected, holds, came) {
      if (!holds) failures.push({ level, expected, faults: [came], came, sent: '' })
    },
    expect(level, reply, expectation) {
      failures.push(...judge(level, expectation, { sent: '', outcome: { reply } }))
    },
  }
  try {
    await behave(bench)
  } catch (error) {
    if (!(error instanceof ExchangeError) || error.failure === 'aborted') throw error
    failures.push({
      level: 'MUST',
      expected: 'a reply to every request',
      faults: [error.message],
      came: error.message,
      sent: '',
    })
  }
  return { name: title, outcome: outcomeOf(failures), failures }
}
