import { caseGroups, conformanceCases } from '../cases/index.js'
import { info } from '../cases/vocabulary.js'
import { parseJson } from '../check/read-multipart.js'
import { fixtureNamespace, requiredProcessors } from '../contract/fixture-contract.js'
import { encodeRequest } from '../http/encode.js'
import { ExchangeError } from '../http/exchange-error.js'
import type { Reply } from '../http/reply.js'
import { sendRequest } from '../http/send-request.js'
import { readTarget, type Target, type TargetOptions } from '../http/target.js'
import type { Level } from '../language/conformance-case.js'
import type { CaseReport, ConformanceReport, OutcomeCounts } from '../report/conformance-report.js'
import { runCase } from './run-case.js'
import { Session } from './session.js'

/** How the suite is run against a server. */
export interface ConformanceOptions extends TargetOptions {
  /** The server under test: `http:` or `https:`, with a path when the API is mounted below one. */
  readonly url: string
  /** A server without processors, for case 9. Default: `/empty` below `url`, if it answers. */
  readonly emptyUrl?: string | undefined
  /** Largest part that the server takes, in bytes, for the exact probes of case 29. Default: those are skipped. */
  readonly partLimitBytes?: number | undefined
  /** What has to hold. Default: `SHOULD`, which is everything; `MUST` leaves deviations out of the verdict. */
  readonly level?: Level | undefined
  /** Ids of the cases to run; see `parseSelection`. Default: all. */
  readonly only?: readonly number[] | undefined
  /** Time limit of one exchange, in milliseconds, 1 to 3,600,000. Default: 10,000. */
  readonly timeoutMs?: number | undefined
  /** Largest reply that is read, in bytes. Default: 8 MiB. */
  readonly maxReplyBytes?: number | undefined
  /** Called after each case. */
  readonly onCase?: ((report: CaseReport) => void) | undefined
  /** Ends the run early; the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined
}

const DEFAULT_TIMEOUT_MS = 10_000
const MAX_TIMEOUT_MS = 3_600_000
const DEFAULT_MAX_REPLY_BYTES = 8 * 1024 * 1024

/**
 * Runs the conformance suite against a server that offers the fixture processors, one case after the other, each
 * request over a connection of its own. Ends in bounded time whatever the server does.
 *
 * @throws TypeError (as a rejection) for a URL or a token that makes no sense, RangeError for an unknown or no case, or a time limit that is
 * out of range.
 * @throws ExchangeError (as a rejection) when the server gives no HTTP answer at all, or none without another token.
 * @since 0.1.0
 */
export async function runConformance(options: ConformanceOptions): Promise<ConformanceReport> {
  try {
    return await runCases(options)
  } catch (error) {
    options.signal?.throwIfAborted()
    throw error
  }
}

async function runCases(options: ConformanceOptions): Promise<ConformanceReport> {
  const { url, level = 'SHOULD', only, partLimitBytes = 0, onCase, signal } = options
  const limits = {
    timeoutMs: checkTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
    maxReplyBytes: options.maxReplyBytes ?? DEFAULT_MAX_REPLY_BYTES,
  }
  const selected = selectCases(only)
  const target = readTarget(url, options)
  const startedAt = new Date()
  const list = (of: Target) => sendRequest(of, encodeRequest(info(), of), { ...limits, method: 'GET', signal })
  const listing = await list(target)
  checkAccess(listing, options)
  const session = new Session(target, await findEmptyServer(options, list), limits, signal)

  const cases: CaseReport[] = []
  for (const group of caseGroups) {
    for (const subject of group.cases.filter(({ id }) => selected.has(id))) {
      signal?.throwIfAborted()
      const report = await runCase(subject, group.name, session, { partLimitBytes })
      cases.push(report)
      onCase?.(report)
    }
  }
  const counts = countOutcomes(cases)
  return {
    url,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    level,
    conforms: counts.skip < cases.length && counts.fail === 0 && (level === 'MUST' || counts.deviation === 0),
    counts,
    missingProcessors: findMissingProcessors(listing),
    cases,
  }
}

/** Without access every case would fail, for a reason that no case names. */
function checkAccess({ status }: Reply, { bearerToken }: ConformanceOptions): void {
  if (status !== 401 && status !== 403) return
  const asked = bearerToken === undefined ? 'asks for a bearer token; none was given' : 'does not take the bearer token'
  throw new ExchangeError('unauthorized', `The server ${asked}: it answers ${status} to GET /api/v1/info.`)
}

/** A longer one than a timer can hold would end at once. */
function checkTimeout(timeoutMs: number): number {
  if (timeoutMs >= 1 && timeoutMs <= MAX_TIMEOUT_MS) return timeoutMs
  throw new RangeError(`Expected a time limit of 1 to ${MAX_TIMEOUT_MS} ms; came ${timeoutMs}.`)
}

/** Ids of the cases to run. An empty selection is a mistake: a run that checks nothing must not look like a good one. */
function selectCases(only: readonly number[] | undefined): ReadonlySet<number> {
  const known = new Set(conformanceCases.map(({ id }) => id))
  if (only === undefined) return known
  if (only.length === 0) throw new RangeError('No case is selected; leave "only" out to run all of them.')
  for (const id of only) if (!known.has(id)) throw new RangeError(`No case has the id ${id}.`)
  return new Set(only)
}

/** The server that was named, or the one at `/empty` if its listing answers. */
async function findEmptyServer(
  { url, emptyUrl, ...options }: ConformanceOptions,
  list: (target: Target) => Promise<Reply>,
): Promise<Target | undefined> {
  if (emptyUrl !== undefined) return readTarget(emptyUrl, options)
  const guess = readTarget(`${url.replace(/\/+$/, '')}/empty`, options)
  try {
    return (await list(guess)).status === 200 ? guess : undefined
  } catch (error) {
    if (error instanceof ExchangeError && error.failure !== 'aborted') return undefined
    throw error
  }
}

function findMissingProcessors(listing: Reply): string[] {
  const document = parseJson(listing.body.toString()) as { processors?: unknown } | null | undefined
  const processors: unknown[] = Array.isArray(document?.processors) ? document.processors : []
  const listed = processors.map((entry) => (entry as { id?: unknown } | null)?.id)
  return requiredProcessors.map(({ name }) => `${fixtureNamespace}:${name}`).filter((id) => !listed.includes(id))
}

function countOutcomes(cases: readonly CaseReport[]): OutcomeCounts {
  const counts = { pass: 0, fail: 0, deviation: 0, skip: 0 }
  for (const { outcome } of cases) counts[outcome]++
  return counts
}
