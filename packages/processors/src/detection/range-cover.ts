import type { TextRange } from './text-range.js'

/**
 * Ranges of one text, any number of them, to ask whether another range lies inside one. Takes four bytes for each code
 * unit of the text, and linear time to fill and to close.
 */
export class RangeCover {
  /** By code unit: the furthest end of the ranges that start there; once closed, of those that start there or before. */
  readonly #reach: Uint32Array
  #isClosed = false

  constructor(textLength: number) {
    this.#reach = new Uint32Array(textLength)
  }

  add(start: number, end: number): void {
    this.#reach[start] = Math.max(this.#reach[start] as number, end)
  }

  /** Whether one of the ranges holds the whole of `range`. The first call closes the cover: nothing may be added after. */
  holds({ start, end }: TextRange): boolean {
    if (!this.#isClosed) this.#close()
    return (this.#reach[start] as number) >= end
  }

  #close(): void {
    const reach = this.#reach
    for (let index = 1; index < reach.length; index++) {
      reach[index] = Math.max(reach[index] as number, reach[index - 1] as number)
    }
    this.#isClosed = true
  }
}
