import type { ScannedText } from './scan-text.js'

/** What the nearest word adds to the score, so that of two kinds which their words speak for, the one it stands at wins. */
const NEARNESS_BONUS = 0.06

/** Score of what a word speaks for that stands so near, 0 to 1. */
export function raise(score: number, nearness: number): number {
  return Math.min(1, Math.max(0.75, score + 0.15) + nearness * NEARNESS_BONUS)
}

/** Longest text that may be nothing but a value with blanks around. */
const LONGEST_ANSWER = 84

/** Whether a text is nothing but this range, as the answer to a question is. */
export function isAlone({ text }: ScannedText, start: number, end: number): boolean {
  return text.length <= LONGEST_ANSWER && text.trim().length === end - start
}
