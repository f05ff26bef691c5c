import { isJsonObject } from '../content/index.js'
import type { ProcessorError } from '../errors.js'
import { type RejectCode, readRejectCode } from '../result/index.js'
import { type PartTexts, partNames } from '../wire/index.js'

/** A message as it was written; content is an array only for multimodal messages. */
export interface WrittenMessage {
  readonly role: string
  readonly content: string | null | readonly unknown[]
  readonly [key: string]: unknown
}

/** A prompt as it was written. */
export interface WrittenPrompt {
  readonly messages: readonly WrittenMessage[]
  readonly [key: string]: unknown
}

/** A response as it was written. */
export interface WrittenResponse {
  readonly choices: readonly { readonly message: WrittenMessage; readonly [key: string]: unknown }[]
  readonly [key: string]: unknown
}

/** What became of an exchange, permissions applied: what a gateway would get to see. */
export interface Decision {
  /** `pass` and `reject` are what a processor concludes; with `error` it came to no conclusion, see {@link error}. */
  readonly kind: 'pass' | 'reject' | 'error'
  /** The new prompt; only when it was changed. */
  readonly prompt: WrittenPrompt | undefined
  /** The new response; only when it was changed. */
  readonly response: WrittenResponse | undefined
  /** Code of a reject, in its clean spelling. */
  readonly code: RejectCode | undefined
  /** Detail of a reject. */
  readonly detail: string | undefined
  /** The tags that were sent. */
  readonly tags: Readonly<Record<string, readonly string[]>>
  /** The findings that were sent. */
  readonly processorResult: Readonly<Record<string, unknown>> | undefined
  /** The whole metadata of the answer; `undefined` when there is nothing to say (204). */
  readonly metadata: Readonly<Record<string, unknown>> | undefined
  /** The fault of the caller (4xx) or of the processor (5xx), as it was answered. */
  readonly error: ProcessorError | undefined
}

const nothing: Decision = {
  kind: 'pass',
  prompt: undefined,
  response: undefined,
  code: undefined,
  detail: undefined,
  tags: {},
  processorResult: undefined,
  metadata: undefined,
  error: undefined,
}

/** Reads a decision from the parts of an answer; no parts at all are those of a 204. */
export function readDecision(texts: PartTexts): Decision {
  const documentOf = (name: keyof PartTexts): unknown => {
    const text = texts[name]
    return text === undefined ? undefined : JSON.parse(text)
  }
  const metadata = documentOf(partNames.metadata) as Decision['metadata']
  const reject = documentOf(partNames.reject) as { code: unknown; detail: string } | undefined
  return {
    ...nothing,
    kind: reject === undefined ? 'pass' : 'reject',
    prompt: documentOf(partNames.inputMessages) as WrittenPrompt | undefined,
    response: documentOf(partNames.responseChoices) as WrittenResponse | undefined,
    code: readRejectCode(reject?.code),
    detail: reject?.detail,
    tags: isJsonObject(metadata?.tags) ? (metadata.tags as Decision['tags']) : {},
    processorResult: metadata?.processor_result as Decision['processorResult'],
    metadata,
  }
}

/** The decision that there is none, because of a fault. */
export function failedDecision(error: ProcessorError): Decision {
  return { ...nothing, kind: 'error', error }
}
