import type { TextRange } from '../detection/text-range.js'

/** Personal data in a text: what it is, where it stands and how sure that is, 0 to 1. */
export interface PiiFinding extends TextRange {
  readonly type: string
  readonly score: number
}

/** Least score that any detector reports. */
export const MIN_SCORE = 0.05
