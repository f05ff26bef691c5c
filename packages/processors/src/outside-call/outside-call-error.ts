/** Why a service, or a model in a thread of its own, gave no answer that counts; see {@link OutsideCallError}. */
export type OutsideCallErrorKind =
  /** No connection: name not found, refused, TLS handshake failed, connect time-out. */
  | 'connect'
  /** The connection broke before the reply was complete, or its bytes were not HTTP. */
  | 'connection-lost'
  /** No answer within the time limit, retries and waiting for a free slot included. */
  | 'timeout'
  /** A status other than 200. */
  | 'status'
  /** The reply is larger than the limit. */
  | 'too-large'
  /** A reply that does not have its shape. */
  | 'reply-invalid'
  /** So many calls run and wait that this one was not begun. */
  | 'overloaded'
  /** The calls or tokens of the current time window are spent. */
  | 'over-budget'
  /** The exchange has more text than may be sent for it. */
  | 'too-much-text'
  /** The model is not loaded yet, or cannot be. */
  | 'not-ready'
  /** The thread of the model failed while it had the text. */
  | 'crashed'

/**
 * A call that brought no answer, so that nobody has judged the text. It holds nothing of the request or the reply but a
 * kind, a status and our own words: errors of an HTTP client may quote what was sent.
 */
export class OutsideCallError extends Error {
  override readonly name = 'OutsideCallError'

  constructor(
    readonly kind: OutsideCallErrorKind,
    problem: string,
    /** HTTP status of the reply, when there was one. */
    readonly status?: number,
  ) {
    super(problem)
  }
}
