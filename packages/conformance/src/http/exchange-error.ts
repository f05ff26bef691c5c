/**
 * Why no reply came.
 *
 * - `unreachable`: no connection, or TLS was not agreed on.
 * - `closed`: the connection ended before a whole reply.
 * - `timeout`: the time limit passed before a whole reply.
 * - `malformed`: the bytes are not an HTTP/1.1 reply.
 * - `too-large`: the reply is larger than the limit.
 * - `aborted`: the caller dropped the exchange.
 * - `unauthorized`: the server asks for a token, or does not take the one that was sent.
 */
export type ExchangeFailure =
  | 'unreachable'
  | 'closed'
  | 'timeout'
  | 'malformed'
  | 'too-large'
  | 'aborted'
  | 'unauthorized'

/** An exchange without a usable reply. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError'

  constructor(
    readonly failure: ExchangeFailure,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause })
  }
}
