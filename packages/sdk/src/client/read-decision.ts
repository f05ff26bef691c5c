import { type ContentOptions, isJsonObject, kindOf, readMetadata, readPrompt, readResponse } from '../content/index.js'
import { readJsonPart } from '../content/read-json-part.js'
import { ProcessorError } from '../errors.js'
import type { Permissions, Stage } from '../processor/index.js'
import { readRejectCode, Tags, type TagsInit } from '../result/index.js'
import {
  decodeText,
  findPart,
  type MultipartLimits,
  parseContentType,
  parseMultipart,
  partNames,
} from '../wire/index.js'
import type { Decision, PassDecision, RejectDecision } from './decision.js'
import type { HttpReply } from './http-connection.js'
import { ProcessorCallError, type ProcessorCallErrorKind } from './processor-call-error.js'

/** What a reply is held against. */
export interface Expectation {
  /** `namespace:name` of the processor that was called. */
  readonly id: string
  readonly stage: Stage
  readonly requestId: string
  readonly stepId: string
  /** What the parameters forbid in so many words. */
  readonly forbidden: ReadonlySet<keyof Permissions>
  readonly limits: Partial<MultipartLimits>
  readonly content: ContentOptions
}

/** The decision of a processor that has nothing to say (204). */
export function emptyDecision(): PassDecision {
  return {
    kind: 'pass',
    prompt: undefined,
    response: undefined,
    processorVersion: undefined,
    tags: new Tags(),
    processorResult: undefined,
    appDetails: undefined,
    metadata: {},
    dropped: [],
  }
}

/**
 * Reads the 200 of an execute call, and checks that it is the answer to it.
 *
 * @throws ProcessorCallError `not-multipart`, `too-large`, `metadata-missing`, `processor-mismatch`, `ids-mismatch`,
 * `wrong-stage`, `content-invalid`.
 */
export function readDecision(reply: HttpReply, expectation: Expectation): Decision {
  const parts = readParts(reply, expectation)
  const { own, reserved } = readReplyMetadata(parts, expectation)
  const { prompt, response } = readDocument(parts, expectation)
  const rejection = readReject(parts, expectation)
  const hasDocument = prompt !== undefined || response !== undefined
  if (rejection !== undefined && hasDocument) {
    throw failure(expectation, 'content-invalid', 'the reply rejects and changes content at once.')
  }

  const dropped = new Set<keyof Permissions>()
  const isPermitted = (permission: keyof Permissions): boolean => {
    if (expectation.forbidden.has(permission)) dropped.add(permission)
    return !expectation.forbidden.has(permission)
  }
  const tags = readTags(reserved.tags, expectation)
  const { processor_version: version } = reserved
  const base = {
    processorVersion: typeof version === 'string' ? version : undefined,
    tags: tags.size === 0 || isPermitted('annotate') ? tags : new Tags(),
    processorResult: rejection?.processorResult ?? optionalObject(reserved, 'processor_result', expectation),
    appDetails: optionalObject(reserved, 'app_details', expectation),
    metadata: own,
  }
  if (rejection !== undefined && isPermitted('reject')) {
    const { code, detail } = rejection
    return { kind: 'reject', ...base, code, detail, dropped: [...dropped] }
  }
  const change =
    hasDocument && isPermitted('modify') ? { prompt, response } : { prompt: undefined, response: undefined }
  return { kind: 'pass', ...base, ...change, dropped: [...dropped] }
}

/** The text of each part of a reply, by name. */
type PartTexts = (name: string) => string | undefined

function readParts({ contentType, body }: HttpReply, expectation: Expectation): PartTexts {
  return within(expectation, 'not-multipart', () => {
    const type = parseContentType(contentType)
    const parts = parseMultipart(body, type, expectation.limits)
    return (name) => {
      const part = findPart(parts, name)
      return part && decodeText(part, type.charset)
    }
  })
}

/** Keys of the reply's metadata that belong to the protocol, without the ids. */
interface ReservedMetadata {
  readonly processor_version?: unknown
  readonly app_details?: unknown
  readonly processor_result?: unknown
  readonly tags?: unknown
}

function readReplyMetadata(parts: PartTexts, expectation: Expectation) {
  const metadata = within(expectation, 'metadata-missing', () => {
    const text = parts(partNames.metadata)
    return text === undefined ? undefined : readMetadata(partNames.metadata, text, expectation.content)
  })
  if (metadata === undefined) throw failure(expectation, 'metadata-missing', 'the reply has no metadata part.')
  const { processor_id, processor_version, request_id, step_id, app_details, processor_result, tags, ...own } = metadata
  if (typeof processor_id !== 'string' || processor_id.toLowerCase() !== expectation.id.toLowerCase()) {
    throw failure(expectation, 'processor-mismatch', 'the reply names another processor as its sender.')
  }
  if (request_id !== expectation.requestId || step_id !== expectation.stepId) {
    throw failure(expectation, 'ids-mismatch', 'the reply does not echo the request_id and the step_id that were sent.')
  }
  const reserved: ReservedMetadata = { processor_version, app_details, processor_result, tags }
  return { own, reserved }
}

/** The new document of the stage, if there is one. */
function readDocument(parts: PartTexts, expectation: Expectation): Pick<PassDecision, 'prompt' | 'response'> {
  const { stage, content } = expectation
  const [own, other] =
    stage === 'input'
      ? [partNames.inputMessages, partNames.responseChoices]
      : [partNames.responseChoices, partNames.inputMessages]
  return within(expectation, 'content-invalid', () => {
    if (parts(other) !== undefined) {
      throw failure(expectation, 'wrong-stage', `the reply of the ${stage} stage has a part "${other}".`)
    }
    const text = parts(own)
    if (text === undefined) return { prompt: undefined, response: undefined }
    return stage === 'input'
      ? { prompt: readPrompt(own, text, content), response: undefined }
      : { prompt: undefined, response: readResponse(own, text, content) }
  })
}

function readReject(
  parts: PartTexts,
  expectation: Expectation,
): Pick<RejectDecision, 'code' | 'detail' | 'processorResult'> | undefined {
  const document = within(expectation, 'content-invalid', () => {
    const text = parts(partNames.reject)
    return text === undefined ? undefined : readJsonPart(partNames.reject, text, expectation.content)
  })
  if (document === undefined) return undefined
  if (!isJsonObject(document) || typeof document.code !== 'string' || typeof document.detail !== 'string') {
    throw failure(expectation, 'content-invalid', 'part "reject" must be an object with a code and a detail.')
  }
  return {
    code: readRejectCode(document.code) ?? document.code,
    detail: document.detail,
    processorResult: optionalObject(document, 'processor_result', expectation),
  }
}

function readTags(value: unknown, expectation: Expectation): Tags {
  try {
    if (value !== undefined && !isJsonObject(value))
      throw new TypeError(`Tags must be an object, not ${kindOf(value)}.`)
    return new Tags(value as TagsInit | undefined)
  } catch {
    throw failure(expectation, 'content-invalid', 'tags must be an object of lists of non-empty strings.')
  }
}

/** A member that may be absent or null. */
function optionalObject(holder: object, key: string, expectation: Expectation): Record<string, unknown> | undefined {
  const value: unknown = (holder as Record<string, unknown>)[key]
  if (value === undefined || value === null) return undefined
  if (isJsonObject(value)) return value
  throw failure(expectation, 'content-invalid', `"${key}" must be an object; it is ${kindOf(value)}.`)
}

/** Runs `read`; what it finds wrong with the reply becomes a failure of `kind`. */
function within<T>(expectation: Expectation, kind: ProcessorCallErrorKind, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!ProcessorError.isProcessorError(error)) throw error
    throw failure(expectation, error.status === 413 ? 'too-large' : kind, error.detail)
  }
}

function failure({ id }: Expectation, kind: ProcessorCallErrorKind, problem: string): ProcessorCallError {
  return new ProcessorCallError({ kind, target: id, problem, status: 200 })
}
