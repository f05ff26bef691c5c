import { setTimeout as sleep } from 'node:timers/promises'
import tls, { type PeerCertificate } from 'node:tls'
import { context, propagation } from '@opentelemetry/api'
import type { Pool } from 'undici'
import { CallSlots } from './call-slots.js'
import { OutsideCallError } from './outside-call-error.js'
import { RetryBudget } from './retry-budget.js'

/** How a service is reached. */
export interface ServiceSettings {
  readonly url: URL
  /** Sent with every call, credentials among them. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds for one call: waiting for a slot, connecting, sending, trying again, reading. */
  readonly timeoutMs: number
  /** Most bytes of a reply. */
  readonly maxReplyBytes: number
  /** Most further attempts after a failed one. */
  readonly retries: number
  readonly maxRunning: number
  readonly maxWaiting: number
}

/** One call: a JSON document that is posted. */
export interface ServiceCall {
  /** Path below the URL of the service, with a slash in front; the URL itself when left out. */
  readonly path?: string
  readonly body: unknown
  readonly signal: AbortSignal
  /** Called before each attempt; what it throws ends the call. */
  readonly beforeAttempt?: () => void
}

/** Longest wait before another attempt that the service did not ask for, in milliseconds. */
const MAX_BACKOFF_MS = 2_000
const FIRST_BACKOFF_MS = 100

/** Statuses that a later attempt may better: too many requests, and faults of the service. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504, 529])

/**
 * A service that is asked by JSON over HTTP, with a pool of connections, a time limit, a size limit, retries and a limit
 * of calls at a time. Redirects are not followed: the operator names the service, and no reply may name another.
 */
export class OutsideService {
  readonly #settings: ServiceSettings
  readonly #slots: CallSlots
  readonly #retryBudget = new RetryBudget()
  /** Errors of attempts to connect: those reject requests of which nothing was sent. */
  readonly #connectErrors = new WeakSet<Error>()
  #pool: Promise<Pool> | undefined

  constructor(settings: ServiceSettings) {
    this.#settings = settings
    this.#slots = new CallSlots(settings)
  }

  /**
   * Posts a document and reads the JSON of the reply.
   *
   * @throws OutsideCallError; the reason of the call's signal when that fires.
   */
  async post(call: ServiceCall): Promise<unknown> {
    const { timeoutMs } = this.#settings
    const deadline = new AbortController()
    const abort = () => deadline.abort(call.signal.reason)
    const timer = setTimeout(
      () => deadline.abort(new OutsideCallError('timeout', `No answer within ${timeoutMs} ms.`)),
      timeoutMs,
    )
    call.signal.addEventListener('abort', abort, { once: true })
    if (call.signal.aborted) abort()
    try {
      return await this.#slots.run(deadline.signal, () => this.#attempt(call, deadline.signal, Date.now() + timeoutMs))
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : this.#describe(error)
    } finally {
      clearTimeout(timer)
      call.signal.removeEventListener('abort', abort)
    }
  }

  async #attempt(call: ServiceCall, signal: AbortSignal, endsAt: number): Promise<unknown> {
    const body = JSON.stringify(call.body)
    for (let attempt = 0; ; attempt++) {
      call.beforeAttempt?.()
      const outcome = await this.#send(call.path ?? '', body, signal)
      if (outcome.failure === undefined) {
        this.#retryBudget.earn()
        return outcome.answer
      }
      const { failure, waitMs } = outcome
      const backoffMs = Math.max(waitMs, Math.random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt))
      const isWorthIt = mayPass(failure) && attempt < this.#settings.retries && Date.now() + backoffMs < endsAt
      if (!isWorthIt || !this.#retryBudget.take()) throw failure
      await sleep(backoffMs, undefined, { signal })
    }
  }

  async #send(path: string, body: string, signal: AbortSignal): Promise<Outcome> {
    const { url, headers } = this.#settings
    const sent: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json', ...headers }
    propagation.inject(context.active(), sent)
    try {
      this.#pool ??= this.#openPool()
      const reply = await (await this.#pool).request({
        method: 'POST',
        path: (url.pathname.replace(/\/$/, '') + path || '/') + url.search,
        headers: sent,
        body,
        signal,
      })
      // Read in full also when only the status counts, so that the connection can be used again.
      const text = await reply.body.text()
      if (reply.statusCode === 200) return { failure: undefined, answer: parseJson(text) }
      const failure = new OutsideCallError(
        'status',
        `The service answered with status ${reply.statusCode}.`,
        reply.statusCode,
      )
      return { failure, waitMs: readRetryAfter(reply.headers['retry-after']) }
    } catch (error) {
      if (signal.aborted) throw error
      return { failure: this.#describe(error), waitMs: 0 }
    }
  }

  /** The client is loaded with the first call, since most servers have no service to ask. */
  async #openPool(): Promise<Pool> {
    const { Pool } = await import('undici')
    const { url, maxRunning, maxReplyBytes, timeoutMs } = this.#settings
    const pool = new Pool(url.origin, {
      connections: maxRunning,
      maxResponseSize: maxReplyBytes,
      connect: { timeout: timeoutMs, checkServerIdentity },
      // The deadline of each call covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    pool.on('connectionError', (_origin, _targets, error) => this.#connectErrors.add(error))
    return pool
  }

  #describe(error: unknown): OutsideCallError {
    if (error instanceof OutsideCallError) return error
    const { maxReplyBytes } = this.#settings
    if (error instanceof Error && this.#connectErrors.has(error)) {
      return new OutsideCallError('connect', `No connection to the service (${codeOf(error)}).`)
    }
    if (codeOf(error) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
      return new OutsideCallError('too-large', `The reply may have ${maxReplyBytes} bytes; it has more.`)
    }
    return new OutsideCallError(
      'connection-lost',
      `The connection broke, or its bytes were not HTTP (${codeOf(error)}).`,
    )
  }
}

type Outcome =
  | { readonly failure: undefined; readonly answer: unknown }
  | { readonly failure: OutsideCallError; readonly waitMs: number }

function mayPass({ kind, status }: OutsideCallError): boolean {
  return kind === 'connect' || kind === 'connection-lost' || (status !== undefined && PASSING_STATUSES.has(status))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new OutsideCallError('reply-invalid', 'The reply is not JSON.')
  }
}

/** Milliseconds of `Retry-After` (RFC 9110, section 10.2.3) in seconds; the form with a date counts as none. */
function readRetryAfter(value: string | string[] | undefined): number {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) * 1000 : 0
}

/**
 * Node's own check under another code. On `ERR_TLS_CERT_ALTNAME_INVALID` undici 7 counts the request as running for ever:
 * its connection takes no further calls and never closes.
 */
function checkServerIdentity(host: string, certificate: PeerCertificate): Error | undefined {
  const mismatch = tls.checkServerIdentity(host, certificate)
  return mismatch && Object.assign(new Error('The certificate is for another name.'), { code: 'CERT_NAME_MISMATCH' })
}

/** The short code of a system or library error; its text may quote what was sent. */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : 'unknown reason'
}
