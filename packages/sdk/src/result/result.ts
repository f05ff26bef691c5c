import type { PromptDocument, ResponseDocument } from '../content/index.js'
import { assertDocument, assertJsonObject, assertKnownOptions } from './options.js'
import { Tags, type TagsInit } from './tags.js'

/** What a Result and a Reject have in common. */
export interface ResultOptions {
  /** Labels for selectors and audit. Sent only with the permission `annotate`. */
  readonly tags?: TagsInit | undefined
  /** Keys for the metadata of the answer; the keys that the protocol sets itself are reserved and stripped. */
  readonly metadata?: object | undefined
  /** Findings, free form: types, text ranges, scores. Not subject to any permission, so never put content in it. */
  readonly processorResult?: object | undefined
}

/** A result of the input stage. */
export interface PromptResultOptions extends ResultOptions {
  /** The new prompt. Sent only with the permission `modify`, and only when it differs. */
  readonly prompt?: PromptDocument | undefined
}

/** A result of the response stage. */
export interface ResponseResultOptions extends ResultOptions {
  /** The new response. Sent only with the permission `modify`, and only when it differs. */
  readonly response?: ResponseDocument | undefined
}

const MARK = Symbol.for('gatehouse.result')
const KNOWN = ['tags', 'metadata', 'processorResult', 'prompt', 'response']

/**
 * The exchange may go on. `Changed` says which document the result may change, so that a handler of the input stage
 * cannot return a changed response.
 *
 * @throws TypeError for unknown options, for both documents at once, and for members of another kind.
 */
export class Result<out Changed extends 'prompt' | 'response' = never> {
  declare readonly changed?: Changed
  readonly tags: Tags
  readonly metadata: object | undefined
  readonly processorResult: object | undefined
  readonly prompt: PromptDocument | undefined
  readonly response: ResponseDocument | undefined
  readonly [MARK] = true

  constructor(options: PromptResultOptions & ResponseResultOptions = {}) {
    assertKnownOptions('Result', options, KNOWN)
    const { tags, metadata, processorResult, prompt, response } = options
    if (prompt !== undefined && response !== undefined) {
      throw new TypeError('A Result changes the prompt or the response; it has both.')
    }
    assertDocument('prompt', prompt, 'messages')
    assertDocument('response', response, 'choices')
    assertJsonObject('metadata', metadata)
    assertJsonObject('processorResult', processorResult)
    this.tags = new Tags(tags)
    this.metadata = metadata
    this.processorResult = processorResult
    this.prompt = prompt
    this.response = response
  }

  /** Whether `value` is a Result, of this copy of the package or of another one. */
  static isResult(value: unknown): value is Result<'prompt' | 'response'> {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[MARK] === true
  }
}

/** Lets the exchange go on as it is, with tags and findings if there are any. */
export function pass(options?: ResultOptions): Result
/** Lets the exchange go on, with a new prompt when there is one. */
export function pass(options: PromptResultOptions): Result<'prompt'>
/** Lets the exchange go on, with a new response when there is one. */
export function pass(options: ResponseResultOptions): Result<'response'>
export function pass(options?: ResultOptions): Result<'prompt' | 'response'> {
  return new Result(options)
}
