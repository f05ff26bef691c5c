import { setTimeout as sleep } from 'node:timers/promises'
import tls, { type PeerCertificate } from 'node:tls'
import { context, propagation } from '@opentelemetry/api'
import { errors, Pool } from 'undici'
import { MAX_TIMEOUT_MS } from '../processor/index.js'
import { ProcessorCallError, type ProcessorCallErrorKind } from './processor-call-error.js'

/** How `https:` connections are made; each member as `node:tls` has it. */
export interface TlsSettings {
  /** Certificate authorities to trust, PEM. Default: those of Node. */
  readonly ca?: string | Buffer | (string | Buffer)[]
  /** The client's own certificate chain, PEM, for servers that ask for one. */
  readonly cert?: string | Buffer
  /** Private key of `cert`, PEM. */
  readonly key?: string | Buffer
  /** Opens an encrypted `key`. */
  readonly passphrase?: string
  /** Name to ask for and to check, when it is not that of the URL. */
  readonly servername?: string
  /** Whether to refuse a certificate that does not check out. Default true. */
  readonly rejectUnauthorized?: boolean
}

/** How the server is reached. */
export interface ConnectionSettings {
  readonly url: URL
  readonly token: string | undefined
  readonly tls: TlsSettings | undefined
  readonly connections: number
  readonly connectTimeoutMs: number
  readonly maxReplyBytes: number
  readonly retries: number
}

/** One request. */
export interface HttpCall {
  /** What is called, for error texts. */
  readonly target: string
  readonly method: 'GET' | 'POST'
  /** Path below the server's URL, starting with a slash. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Milliseconds for everything: connecting, sending, waiting, reading, trying again. */
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
}

/** A reply that was read in full. */
export interface HttpReply {
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Buffer
}

/** Longest wait before another try, in milliseconds; the first ones are shorter. */
const MAX_BACKOFF_MS = 1000

/** A pool of connections to one server, with time-outs, limits and typed failures. */
export class HttpConnection {
  readonly #settings: ConnectionSettings
  readonly #pool: Pool
  readonly #prefix: string
  /** Errors of attempts to connect: those reject requests of which nothing was sent. */
  readonly #connectErrors = new WeakSet<Error>()

  constructor(settings: ConnectionSettings) {
    this.#settings = settings
    this.#prefix = settings.url.pathname.replace(/\/+$/, '')
    this.#pool = new Pool(settings.url.origin, {
      connections: settings.connections,
      connect: { ...settings.tls, checkServerIdentity, timeout: settings.connectTimeoutMs },
      maxResponseSize: settings.maxReplyBytes,
      // The timer of each call covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    this.#pool.on('connectionError', (_origin, _targets, error) => this.#connectErrors.add(error))
  }

  /** @throws ProcessorCallError `connect`, `connection-lost`, `timeout`, `aborted`, `closed`, `too-large`. */
  async call(call: HttpCall): Promise<HttpReply> {
    using deadline = new Deadline(call)
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= this.#settings.retries
      try {
        const reply = await this.#send(call, deadline.signal)
        if (reply.status !== 503 || isLast) return reply
      } catch (error) {
        const failure = deadline.failure ?? this.#describe(call, error)
        if (failure.kind !== 'connect' || isLast) throw failure
      }
      const backoffMs = Math.random() * Math.min(MAX_BACKOFF_MS, 50 * 2 ** attempt)
      await sleep(backoffMs, undefined, { signal: deadline.signal }).catch((error: unknown) => {
        throw deadline.failure ?? error
      })
    }
  }

  /** Lets running calls end, then closes all connections. */
  close(): Promise<void> {
    return this.#pool.close()
  }

  async #send({ method, path, headers, body }: HttpCall, signal: AbortSignal): Promise<HttpReply> {
    const allHeaders: Record<string, string> = { ...headers }
    if (this.#settings.token !== undefined) allHeaders.authorization = `Bearer ${this.#settings.token}`
    propagation.inject(context.active(), allHeaders)
    const reply = await this.#pool.request({
      method,
      path: this.#prefix + path,
      headers: allHeaders,
      body: body ?? null,
      signal,
    })
    const contentType = reply.headers['content-type']
    return {
      status: reply.statusCode,
      contentType: typeof contentType === 'string' ? contentType : undefined,
      body: Buffer.from(await reply.body.arrayBuffer()),
    }
  }

  #describe({ target }: HttpCall, error: unknown): ProcessorCallError {
    const code = codeOf(error)
    const fail = (kind: ProcessorCallErrorKind, problem: string) =>
      new ProcessorCallError({ kind, target, problem, code })
    if (error instanceof Error && this.#connectErrors.has(error)) {
      return fail('connect', `no connection to ${this.#settings.url.host} (${code ?? 'unknown reason'}).`)
    }
    if (error instanceof errors.ResponseExceededMaxSizeError) {
      return fail('too-large', `the body of the reply may have ${this.#settings.maxReplyBytes} bytes; it has more.`)
    }
    if (error instanceof errors.HeadersOverflowError)
      return fail('too-large', 'the headers of the reply are too large.')
    if (error instanceof errors.ClientClosedError || error instanceof errors.ClientDestroyedError) {
      return fail('closed', 'the client was closed.')
    }
    return fail('connection-lost', `the connection broke, or its bytes were not HTTP (${code ?? 'unknown reason'}).`)
  }
}

/** One signal for the time limit of a call and the caller's own signal. */
class Deadline implements Disposable {
  readonly #controller = new AbortController()
  readonly #call: HttpCall
  readonly #timer: NodeJS.Timeout
  readonly #onAbort = () => this.#end('aborted', 'its signal fired.')
  /** Why the signal fired, once it has. */
  failure: ProcessorCallError | undefined

  constructor(call: HttpCall) {
    this.#call = call
    this.#timer = setTimeout(
      () => this.#end('timeout', `no complete reply within ${call.timeoutMs} ms.`),
      Math.min(call.timeoutMs, MAX_TIMEOUT_MS),
    )
    if (call.signal?.aborted) this.#onAbort()
    else call.signal?.addEventListener('abort', this.#onAbort)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer)
    this.#call.signal?.removeEventListener('abort', this.#onAbort)
  }

  #end(kind: ProcessorCallErrorKind, problem: string): void {
    this.failure ??= new ProcessorCallError({ kind, target: this.#call.target, problem })
    this.#controller.abort(this.failure)
  }
}

/**
 * Node's own check under another code. On `ERR_TLS_CERT_ALTNAME_INVALID` undici 7 counts the request as running for ever:
 * its connection takes no further calls and never closes.
 */
function checkServerIdentity(host: string, certificate: PeerCertificate): Error | undefined {
  const mismatch = tls.checkServerIdentity(host, certificate)
  return mismatch && Object.assign(new Error('The certificate is for another name.'), { code: 'CERT_NAME_MISMATCH' })
}

/** The short code of a system or library error; its text may quote the reply. */
function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : undefined
}
