import type { PromptDocument, RequestInput, ResponseDocument, ResponseOutput } from '../content/index.js'
import type { Permissions } from '../processor/index.js'
import type { RejectCode, Tags } from '../result/index.js'
import type { ProcessorReference } from './processor-reference.js'

/** How one call is made. */
export interface CallOptions {
  /** Most milliseconds for the call; `Infinity` for no limit. Default: that of the client. */
  readonly timeoutMs?: number | undefined
  /** Ends the call with the failure `aborted`. */
  readonly signal?: AbortSignal | undefined
}

/** What every execute call says. */
interface ExecuteBase extends CallOptions {
  readonly processor: ProcessorReference
  /** Settings for this exchange, `annotate`, `modify` and `reject` among them. Default: none, so the processor's defaults. */
  readonly parameters?: object | undefined
  /** Identifies the client's transaction. Default: a random UUID. */
  readonly requestId?: string | undefined
  /** Identifies this call. Default: a random UUID. */
  readonly stepId?: string | undefined
  /** Further data about the exchange; `request_id` and `step_id` come from the two above. */
  readonly metadata?: object | undefined
}

/** A call at the input stage. */
export interface ExecuteInput extends ExecuteBase {
  readonly prompt: PromptDocument
  readonly response?: undefined
}

/** A call at the response stage. */
export interface ExecuteResponse extends ExecuteBase {
  /** The prompt that was answered. Sent when it is given, which only a signature that takes it allows. */
  readonly prompt?: PromptDocument | undefined
  readonly response: ResponseDocument
}

/** What to execute: with a response at the response stage, else at the input stage. */
export type ExecuteRequest = ExecuteInput | ExecuteResponse

/** What decisions have in common. */
interface DecisionBase {
  /** The version that the processor gives itself; unknown when it had nothing to say (204). */
  readonly processorVersion: string | undefined
  readonly tags: Tags
  /** Findings, free form. */
  readonly processorResult: Readonly<Record<string, unknown>> | undefined
  readonly appDetails: Readonly<Record<string, unknown>> | undefined
  /** Further keys that the processor put into the metadata of its reply. */
  readonly metadata: Readonly<Record<string, unknown>>
  /** What the processor did although the parameters forbid it, and is therefore not in this decision. */
  readonly dropped: readonly (keyof Permissions)[]
}

/** The exchange may go on, with a new document when there is one. */
export interface PassDecision extends DecisionBase {
  readonly kind: 'pass'
  /** The whole new prompt; only at the input stage. */
  readonly prompt: RequestInput | undefined
  /** The whole new response; only at the response stage. */
  readonly response: ResponseOutput | undefined
}

/** The exchange must stop. */
export interface RejectDecision extends DecisionBase {
  readonly kind: 'reject'
  /** One of the known codes in its clean spelling, or an unknown one as it came. */
  readonly code: RejectCode | (string & {})
  /** For a person; written by the processor, so think before it goes to a client. */
  readonly detail: string
}

/** What a processor concluded on an exchange. */
export type Decision = PassDecision | RejectDecision
