import type { ScannedText } from './scan-text.js'

/** Score of what a word near by speaks for. */
export function raise(score: number): number {
  return Math.min(1, Math.max(0.75, score + 0.15))
}

/** Longest text that may be nothing but a value with blanks around. */
const LONGEST_ANSWER = 84

/** Whether a text is nothing but this range, as the answer to a question is. */
export function isAlone({ text }: ScannedText, start: number, end: number): boolean {
  return text.length <= LONGEST_ANSWER && text.trim().length === end - start
}
