import { kindOf } from '../content/index.js'
import { assertJsonObject, assertKnownOptions } from './options.js'
import { isRejectCode, type RejectCode, rejectCodes } from './reject-code.js'
import type { ResultOptions } from './result.js'
import { Tags } from './tags.js'

/** What a Reject is made from. */
export interface RejectOptions extends ResultOptions {
  /** Why, in the protocol's terms. */
  readonly code: RejectCode
  /** Why, for a person. It may reach the client, so it never holds content. May be empty. */
  readonly detail: string
}

const MARK = Symbol.for('gatehouse.reject')
const KNOWN = ['code', 'detail', 'tags', 'metadata', 'processorResult']

/**
 * The exchange must stop. Takes effect only with the permission `reject`; without it the exchange goes on, and the
 * findings are kept.
 *
 * @throws TypeError for unknown options, an unknown code, and members of another kind.
 */
export class Reject {
  readonly code: RejectCode
  readonly detail: string
  readonly tags: Tags
  readonly metadata: object
  readonly processorResult: object | undefined
  readonly [MARK] = true

  constructor(options: RejectOptions) {
    assertKnownOptions('Reject', options, KNOWN)
    const { code, detail, tags, metadata = {}, processorResult } = options
    if (!isRejectCode(code)) {
      throw new TypeError(`"code" must be one of ${Object.keys(rejectCodes).join(', ')}; it is ${kindOf(code)}.`)
    }
    if (typeof detail !== 'string') throw new TypeError(`"detail" must be a string; it is ${kindOf(detail)}.`)
    assertJsonObject('metadata', metadata)
    assertJsonObject('processorResult', processorResult)
    this.code = code
    this.detail = detail
    this.tags = new Tags(tags)
    this.metadata = metadata
    this.processorResult = processorResult
  }

  /** Whether `value` is a Reject, of this copy of the package or of another one. */
  static isReject(value: unknown): value is Reject {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[MARK] === true
  }
}

/** Stops the exchange. */
export function reject(options: RejectOptions): Reject {
  return new Reject(options)
}
