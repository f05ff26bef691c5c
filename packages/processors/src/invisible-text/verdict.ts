import type { InvisibleRule } from './invisible-finding.js'

/** What is held of a character, or of several, that shows nothing. */
export interface Verdict {
  readonly rule: InvisibleRule
  /** How sure it is that somebody hides something. */
  readonly score: number
}

/** One by itself, as programs leave behind. */
export const STRAY: Verdict = { rule: 'stray', score: 0.3 }

/** One that splits a word of letters that need nothing between them. */
export const IN_WORD: Verdict = { rule: 'in-word', score: 0.7 }
