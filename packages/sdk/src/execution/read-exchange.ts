import {
  type ContentOptions,
  type Metadata,
  type RequestInput,
  type ResponseOutput,
  readMetadata,
  readPrompt,
  readResponse,
  writePrompt,
  writeResponse,
} from '../content/index.js'
import { ProcessorError } from '../errors.js'
import { pickExact } from '../json/index.js'
import { type ContentField, type Parameters, type Processor, type Stage, supportsStage } from '../processor/index.js'

/** The text of one part, decoded when it is asked for. */
export interface PartText {
  /** Name of the part, for error texts. */
  readonly name: string
  /** @throws ProcessorError when the bytes are not text in their charset. */
  text(): string
}

/** The parts of one execute request. */
export interface ExchangeParts {
  readonly metadata?: PartText | undefined
  readonly prompt?: PartText | undefined
  readonly response?: PartText | undefined
  readonly inputParameters?: PartText | undefined
  readonly responseParameters?: PartText | undefined
}

/** An execute request that was read in full. */
export interface Exchange {
  readonly stage: Stage
  readonly parameters: Parameters
  /** Whether the caller sent a parameters part. */
  readonly hasParameters: boolean
  readonly prepared: unknown
  readonly metadata: Metadata
  /** `request_id` and `step_id` as they were sent, whatever a handler does to `metadata`. */
  readonly ids: Metadata
  readonly prompt: RequestInput | undefined
  readonly response: ResponseOutput | undefined
  /** The document of the stage as it came, in the form in which it would be written. Read anew, since a handler may change its own in place. */
  readonly snapshot: () => string
}

const ID_KEYS = ['request_id', 'step_id']

/** The stage of a request: a response makes it the response stage. */
export function stageOf(parts: ExchangeParts): Stage {
  return parts.response === undefined ? 'input' : 'response'
}

/**
 * Checks and reads a request in the protocol's order, so that one with several faults is answered for the first:
 * which parts there are, the parameters, the metadata, the prompt, the response.
 *
 * @throws ProcessorError with status 400.
 */
export function readExchange(processor: Processor, parts: ExchangeParts, options: ContentOptions): Exchange {
  const stage = stageOf(parts)
  const metadataPart = checkParts(processor, stage, parts)
  const parametersPart = stage === 'input' ? parts.inputParameters : parts.responseParameters
  const { parameters, prepared } = readParameters(processor, parametersPart)
  const metadata = readMetadata(metadataPart.name, metadataPart.text(), options)
  const ids: Metadata = pickExact(metadata, ID_KEYS)
  const prompt = parts.prompt && openDocument(parts.prompt, readPrompt, writePrompt, options)
  const response = parts.response && openDocument(parts.response, readResponse, writeResponse, options)
  return {
    stage,
    parameters,
    hasParameters: parametersPart !== undefined,
    prepared,
    metadata,
    ids,
    prompt: prompt?.document,
    response: response?.document,
    snapshot: () => (stage === 'input' ? prompt : response)?.snapshot() ?? '',
  }
}

function checkParts(processor: Processor, stage: Stage, parts: ExchangeParts): PartText {
  const { id, signature } = processor
  if (parts.metadata === undefined) {
    throw new ProcessorError({ code: 'METADATA_MISSING', detail: 'The request has no metadata part; it is required.' })
  }
  if (parts.prompt === undefined && parts.response === undefined) {
    throw new ProcessorError({
      code: 'CONTENT_MISSING',
      detail: 'The request has neither a prompt nor a response part; one of the two is required.',
    })
  }
  if (!supportsStage(signature, stage)) {
    throw new ProcessorError({
      code: 'STAGE_UNSUPPORTED',
      detail: `Processor "${id}" does not run in the ${stage} stage; the request is one of that stage.`,
    })
  }
  const present: Record<ContentField, boolean> = {
    'input.messages': parts.prompt !== undefined,
    'response.choices': parts.response !== undefined,
  }
  for (const field of signature.required) {
    if (present[field]) continue
    throw new ProcessorError({
      code: 'PART_REQUIRED',
      detail: `Processor "${id}" requires "${field}" in the ${stage} stage; the request does not have it.`,
    })
  }
  const misplaced = stage === 'input' ? parts.responseParameters : parts.inputParameters
  if (misplaced !== undefined) {
    throw new ProcessorError({
      code: 'PARAMETERS_MISPLACED',
      detail: `Part "${misplaced.name}" does not belong to the ${stage} stage, in which the request is.`,
    })
  }
  return parts.metadata
}

function readParameters(
  processor: Processor,
  part: PartText | undefined,
): { readonly parameters: Parameters; readonly prepared: unknown } {
  const outcome = processor.readParameters(part?.text())
  if (outcome.valid) return outcome
  throw new ProcessorError({
    code: 'PARAMETERS_INVALID',
    detail:
      part === undefined
        ? `Processor "${processor.id}" has required parameters; the request has no parameters part.`
        : `Part "${part.name}" does not fit the parameters of processor "${processor.id}".`,
    messages: outcome.problems,
  })
}

function openDocument<T>(
  part: PartText,
  read: (partName: string, text: string, options: ContentOptions) => T,
  write: (document: T) => string,
  options: ContentOptions,
): { readonly document: T; readonly snapshot: () => string } {
  const text = part.text()
  const open = () => read(part.name, text, options)
  return { document: open(), snapshot: () => write(open()) }
}
