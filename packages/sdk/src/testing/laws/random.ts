/** Pseudo-random numbers that a seed repeats: Mulberry32 by T. Ettinger, public domain. */
export class Random {
  #state: number

  /** @param seed an integer; its low 32 bits count. */
  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** An integer, `0` to `below - 1`. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }

  /** One of the values. */
  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T
  }

  /** Letters and digits in lower case, a letter first. */
  word(length: number): string {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    let word = this.pick([...letters])
    while (word.length < length) word += this.pick([...letters, ...'0123456789'])
    return word
  }
}
