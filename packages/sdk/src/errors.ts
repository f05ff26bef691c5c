/**
 * Every fault that a processor server or its client names, with the HTTP status it is answered with. A code has one
 * owner and is never reused; `docs/reference/errors.md` lists them and a test compares both ways.
 */
export const errorCodes = {
  NOT_FOUND: { status: 404, summary: 'No such route or processor.' },
  METHOD_NOT_ALLOWED: { status: 405, summary: 'The route does not take this method.' },
  CONTENT_TYPE_MISSING: { status: 415, summary: 'The request has no Content-Type, or one without a media type.' },
  CONTENT_TYPE_UNSUPPORTED: { status: 415, summary: 'The media type is not multipart/form-data.' },
  BOUNDARY_MISSING: { status: 415, summary: 'The Content-Type has no boundary.' },
  MULTIPART_MALFORMED: { status: 400, summary: 'The body is not multipart as RFC 7578 and RFC 2046 have it.' },
  PART_UNNAMED: { status: 400, summary: 'A part has no Content-Disposition with a name.' },
  TOO_MANY_PARTS: { status: 400, summary: 'The body has more parts than the limit allows.' },
  PART_TOO_LARGE: { status: 413, summary: 'A part is larger than the limit allows.' },
  BODY_TOO_LARGE: { status: 413, summary: 'The body is larger than the limit allows.' },
  BODY_INCOMPLETE: { status: 400, summary: 'The body ended before its announced length.' },
  CHARSET_UNSUPPORTED: { status: 400, summary: 'A charset other than utf-8, us-ascii, latin-1 or iso-8859-1.' },
  CHARSET_INVALID: { status: 400, summary: 'Bytes that are not valid in the declared charset.' },
  METADATA_MISSING: { status: 400, summary: 'The request has no metadata part.' },
  CONTENT_MISSING: { status: 400, summary: 'The request has neither input.messages nor response.choices.' },
  STAGE_UNSUPPORTED: { status: 400, summary: 'The signature does not take this stage.' },
  PART_REQUIRED: { status: 400, summary: 'A part that the signature requires is missing.' },
  PARAMETERS_MISPLACED: { status: 400, summary: 'A parameters part that belongs to the other stage.' },
  PARAMETERS_INVALID: { status: 400, summary: 'The parameters do not fit the schema.' },
  METADATA_INVALID: { status: 400, summary: 'The metadata part is not a JSON object.' },
  JSON_INVALID: { status: 400, summary: 'A content part is not JSON.' },
  JSON_TOO_DEEP: { status: 400, summary: 'JSON nested deeper than the limit allows.' },
  JSON_TOO_LARGE: { status: 413, summary: 'JSON with more values than the limit allows.' },
  TEXT_INVALID: { status: 400, summary: 'A string with a lone surrogate, which no UTF-8 text can hold.' },
  CONTENT_INVALID: { status: 400, summary: 'Messages or choices do not fit their shape.' },
  UNAUTHORIZED: { status: 401, summary: 'No bearer token, or a wrong one.' },
  OVERLOADED: {
    status: 503,
    summary: 'As many executions run, or as much is held of large bodies, as the limit allows.',
  },
  LOADING: { status: 503, summary: 'A processor still loads what it needs.' },
  SHUTTING_DOWN: { status: 503, summary: 'The server drains and takes no new work.' },
  REQUEST_FAULTY: { status: 400, summary: 'The request is not HTTP that the server can read.' },
  CLIENT_GONE: { status: 499, summary: 'The client went away before the answer; nobody reads this one.' },
  HANDLER_FAILED: { status: 500, summary: 'The handler threw.' },
  HANDLER_TIMEOUT: { status: 504, summary: 'The handler ran longer than its time limit.' },
  HANDLER_RESULT_INVALID: { status: 500, summary: 'The handler returned nothing, or neither a Result nor a Reject.' },
  INTERNAL: { status: 500, summary: 'A fault of the server itself.' },
  PROCESSOR_ERROR: { status: 500, summary: 'A ProcessorError without a code of its own.' },
} as const

/** A code of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes

/** Fields of a {@link ProcessorError}. */
export interface ProcessorErrorOptions {
  /** Stable, machine-readable code, sent as `code`. Default `PROCESSOR_ERROR`. */
  readonly code?: ErrorCode | (string & {})
  /** HTTP status of the answer, an integer from 400 to 599. Default: the status of `code` in {@link errorCodes}, else 500. */
  readonly status?: number
  /** Short reason, sent to the client. Never put content of the exchange or a secret in it. */
  readonly detail: string
  /** One line for each problem, `reason` or `reason: path`. Sent to the client when there is at least one. */
  readonly messages?: readonly string[]
  /** What led to this error. Logged, never sent. */
  readonly cause?: unknown
}

const MARK = Symbol.for('gatehouse.processor-error')

/**
 * A fault with an HTTP status that is answered as it is: throw it in a handler to say what the caller may know.
 * Any other exception becomes a generic 500 that tells nothing.
 *
 * @throws RangeError when `status` is not an integer from 400 to 599.
 * @since 0.1.0
 */
export class ProcessorError extends Error {
  override readonly name: string = 'ProcessorError'
  readonly code: string
  readonly status: number
  readonly detail: string
  readonly messages: readonly string[]
  readonly [MARK] = true

  constructor({ code = 'PROCESSOR_ERROR', status, detail, messages = [], cause }: ProcessorErrorOptions) {
    super(detail, cause === undefined ? undefined : { cause })
    const known = Object.hasOwn(errorCodes, code) ? errorCodes[code as ErrorCode].status : 500
    const answered = status ?? known
    if (!Number.isInteger(answered) || answered < 400 || answered > 599) {
      throw new RangeError(`The status of a ProcessorError must be an integer from 400 to 599; it is ${answered}.`)
    }
    this.code = code
    this.status = answered
    this.detail = detail
    this.messages = messages
  }

  /** Whether `value` is a ProcessorError, of this copy of the package or of another one. */
  static isProcessorError(value: unknown): value is ProcessorError {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[MARK] === true
  }
}
