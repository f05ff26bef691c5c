import type { Outcome } from '../check/check-reply.js'
import { type EncodedRequest, encodeRequest, showRequest } from '../http/encode.js'
import { ExchangeError } from '../http/exchange-error.js'
import type { Reply } from '../http/reply.js'
import { type ExchangeLimits, sendRequest } from '../http/send-request.js'
import type { Target } from '../http/target.js'
import type { Exchange } from '../language/exchange.js'

/** One request that was sent, as a report shows it, and what came of it. */
export interface Attempt {
  readonly sent: string
  readonly outcome: Outcome
}

/** So many exchanges in a row without any answer mean that the server is gone. */
const MAX_SILENT_EXCHANGES = 3

/** All exchanges of one run with the server under test. Notices when the server is gone, so that the rest need not wait. */
export class Session {
  #silent = 0

  constructor(
    private readonly target: Target,
    private readonly emptyTarget: Target | undefined,
    private readonly limits: ExchangeLimits,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Whether a server without processors is known. */
  get hasEmptyServer(): boolean {
    return this.emptyTarget !== undefined
  }

  /** Whether the server has stopped answering. */
  get isDead(): boolean {
    return this.#silent >= MAX_SILENT_EXCHANGES
  }

  /** Sends a request and tells what came, be it no reply. @throws the reason of an aborted run. */
  async attempt(exchange: Exchange): Promise<Attempt> {
    const target = this.#targetOf(exchange)
    const request = encodeRequest(exchange, target)
    const sent = showRequest(request)
    try {
      return { sent, outcome: { reply: await this.#send(exchange, target, request) } }
    } catch (error) {
      this.signal?.throwIfAborted()
      if (!(error instanceof ExchangeError)) throw error
      return { sent, outcome: { noReply: error.message, closed: error.failure === 'closed' } }
    }
  }

  /** Sends a request. @throws ExchangeError (as a rejection) when no usable reply came. */
  send(exchange: Exchange, signal?: AbortSignal): Promise<Reply> {
    const target = this.#targetOf(exchange)
    return this.#send(exchange, target, encodeRequest(exchange, target), signal)
  }

  async #send(
    { method, framing = {} }: Exchange,
    target: Target,
    request: EncodedRequest,
    signal?: AbortSignal,
  ): Promise<Reply> {
    const signals = [this.signal, signal].filter((candidate) => candidate !== undefined)
    try {
      const reply = await sendRequest(target, request, {
        ...this.limits,
        method,
        halfClose: framing.halfClose ?? false,
        ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
      })
      this.#silent = 0
      return reply
    } catch (error) {
      if (error instanceof ExchangeError && (error.failure === 'timeout' || error.failure === 'unreachable')) {
        this.#silent++
      }
      throw error
    }
  }

  #targetOf(exchange: Exchange): Target {
    return exchange.server === 'empty' && this.emptyTarget !== undefined ? this.emptyTarget : this.target
  }
}
