/** What went wrong with a call; see {@link ProcessorCallError}. */
export type ProcessorCallErrorKind =
  /** No connection: name not found, refused, TLS handshake failed, connect time-out. Nothing was sent. */
  | 'connect'
  /** The connection broke, or what came over it was not HTTP, before the reply was complete. */
  | 'connection-lost'
  /** No complete reply within `timeoutMs`. */
  | 'timeout'
  /** The caller's signal fired. */
  | 'aborted'
  /** The client was closed. */
  | 'closed'
  /** A status that the endpoint does not answer with; it is in `status`, and the server's code for it in `code`. */
  | 'status'
  /** A 200 whose body is not well-formed multipart. */
  | 'not-multipart'
  /** A reply without a metadata part, or with one that is not a JSON object. */
  | 'metadata-missing'
  /** The reply comes from another processor than the one that was called. */
  | 'processor-mismatch'
  /** The reply does not echo the request and step ids that were sent. */
  | 'ids-mismatch'
  /** The reply changes the content of the other stage. */
  | 'wrong-stage'
  /** A document, reject, tag or JSON reply that does not have its shape. */
  | 'content-invalid'
  /** The reply is larger than a limit allows. */
  | 'too-large'

/** Fields of a {@link ProcessorCallError}. */
export interface ProcessorCallErrorOptions {
  readonly kind: ProcessorCallErrorKind
  /** What was called: a processor as `namespace:name`, or the path of another endpoint. */
  readonly target: string
  /** What was expected and what came; never content. */
  readonly problem: string
  readonly status?: number | undefined
  readonly code?: string | undefined
}

const MARK = Symbol.for('gatehouse.processor-call-error')

/**
 * A call that brought no decision, so the processor has not looked at the exchange. `kind` says why.
 *
 * It holds nothing of the request or the reply but sizes, a status and codes: neither content nor what a server wrote
 * into an error, and no cause, since those of an HTTP client may carry bytes of the reply.
 *
 * @since 0.1.0
 */
export class ProcessorCallError extends Error {
  override readonly name = 'ProcessorCallError'
  readonly kind: ProcessorCallErrorKind
  readonly target: string
  /** HTTP status of the reply, when there was one. */
  readonly status: number | undefined
  /** The server's code for its error reply, or the system's code for a broken connection, such as `ECONNREFUSED`. */
  readonly code: string | undefined
  readonly [MARK] = true

  constructor({ kind, target, problem, status, code }: ProcessorCallErrorOptions) {
    super(`Call of "${target}" failed (${kind}): ${problem}`)
    this.kind = kind
    this.target = target
    this.status = status
    this.code = code
  }

  /** Whether `value` is a ProcessorCallError, of this copy of the package or of another one. */
  static isProcessorCallError(value: unknown): value is ProcessorCallError {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[MARK] === true
  }
}
