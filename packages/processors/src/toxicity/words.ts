/** Words to search for terms: those of a text in plain spelling, or the same with some respelt. */
export interface Words {
  readonly count: number
  /** The words one after the other, a space between two unless both are characters of a script without blanks. */
  readonly units: Uint16Array
  readonly length: number
  /** By word: its range in `units`. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** By word: its range in the original text. */
  readonly originalStarts: Uint32Array
  readonly originalEnds: Uint32Array
  /** By word: 1 where it is only guessed what it stands for; left out when none is. */
  readonly guesses?: Uint8Array
}
