import type { HiddenMessage } from '../detection/finding.js'
import type { TextRange } from '../detection/text-range.js'

/** Kinds of findings. */
export const invisibleKinds = [
  'tag-characters',
  'variation-selector',
  'zero-width',
  'bidi-control',
  'ignorable',
  'mixed-script',
] as const

export type InvisibleKind = (typeof invisibleKinds)[number]

/** What tells that characters are out of their place. */
export type InvisibleRule =
  | 'hidden-message'
  | 'run'
  | 'in-word'
  | 'scattered'
  | 'stray'
  | 'filler'
  | 'unassigned'
  | 'override'
  | 'unbalanced'
  | 'without-right-to-left'
  | 'any'
  | 'look-alike'
  | 'mixed'

/** Something in a text that a reader does not see, or takes for something else. */
export interface InvisibleFinding extends TextRange {
  readonly kind: InvisibleKind
  readonly rule: InvisibleRule
  /** How sure it is that somebody hides something, 0 to 1. */
  readonly score: number
  /** What the characters hold in an encoding; in every finding, since there may be one for each character, and one shape of object is quick. */
  readonly hidden: HiddenMessage | undefined
  /** The code point, where there is one. */
  readonly sign: number
}

/** What is left alone, and what is not. */
export interface SearchOptions {
  /** Lowest score that counts. */
  readonly threshold: number
  /** Whether every directional control counts, or only those that can deceive. */
  readonly anyBidi: boolean
  readonly keepSoftHyphens: boolean
  readonly keepWordJoiners: boolean
}
