import type { PlainWords } from '../text/plain-words.js'

/** Words to search for terms: those of a text in plain spelling, or the same with some respelt. */
export interface Words extends Omit<PlainWords, 'marks'> {
  /** By word: 1 where it is only guessed what it stands for; left out when none is. */
  readonly guesses?: Uint8Array
}
