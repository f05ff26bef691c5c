import type { Span } from '@opentelemetry/api'
import type { Metadata, RequestInput, ResponseOutput } from '../content/index.js'
import type { Reject, Result } from '../result/index.js'
import type { ParameterSchema, Parameters } from './parameters.js'
import type { AlwaysHasPrompt, Signature } from './signature.js'

/** Where a handler may log. The argument order is pino's. Never log content or secrets. */
export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What every handler gets. */
export interface HandlerContext<P extends ParameterSchema = ParameterSchema, Prepared = unknown> {
  /** Request metadata; `{}` at least. */
  readonly metadata: Metadata
  /** Validated parameters of this exchange, with the permissions `annotate`, `modify` and `reject`. */
  readonly parameters: Parameters<P>
  /** What the definition's `prepare` made of these parameters. */
  readonly prepared: Prepared
  /** Fires when the client is gone (`AbortError`) or the handler's time is up (`TimeoutError`). */
  readonly signal: AbortSignal
  /** The server's logger, bound to the request. */
  readonly logger: Logger
  /** Span of this run of the processor, made current. Add attributes that hold no content. */
  readonly span: Span
}

/** What `processInput` gets. */
export interface InputContext<P extends ParameterSchema = ParameterSchema, Prepared = unknown>
  extends HandlerContext<P, Prepared> {
  readonly prompt: RequestInput
}

/** What `processResponse` gets. */
export interface ResponseContext<
  P extends ParameterSchema = ParameterSchema,
  Prepared = unknown,
  S extends Signature = Signature,
> extends HandlerContext<P, Prepared> {
  /** The prompt that led to the response; absent when the signature does not require it and the caller did not send it. */
  readonly prompt: AlwaysHasPrompt<S> extends true ? RequestInput : RequestInput | undefined
  readonly response: ResponseOutput
}

/** What a handler of the input stage returns, at once or as a promise. */
export type InputResult = Result<'prompt'> | Result | Reject

/** What a handler of the response stage returns, at once or as a promise. */
export type ResponseResult = Result<'response'> | Result | Reject
