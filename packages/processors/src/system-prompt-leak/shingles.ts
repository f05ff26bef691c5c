import type { TextRange } from '../detection/text-range.js'

/** Factor of the rolling hash; any odd number with its bits well spread. */
const FACTOR = 0x9e3779b1 | 0

/** The last symbols of a stream and their hash, rolled on by each symbol: constant time, whatever their number. */
export class ShingleRoller {
  readonly size: number
  readonly #symbols: Int32Array
  readonly #starts: Float64Array
  readonly #outFactor: number
  #count = 0
  #hash = 0

  /** @param size symbols of a shingle */
  constructor(size: number) {
    this.size = size
    this.#symbols = new Int32Array(size)
    this.#starts = new Float64Array(size)
    let factor = 1
    for (let index = 0; index < size; index++) factor = Math.imul(factor, FACTOR)
    this.#outFactor = factor
  }

  /** Takes the next symbol. Returns the hash of the shingle that it ends, or -1 while there are too few symbols. */
  push(symbol: number, start: number): number {
    const slot = this.#count % this.size
    const mixed = Math.imul(symbol ^ (symbol >>> 15), 0x85ebca6b)
    const out = this.#count >= this.size ? Math.imul(this.#symbols[slot] as number, this.#outFactor) : 0
    this.#hash = (Math.imul(this.#hash, FACTOR) + mixed - out) | 0
    this.#symbols[slot] = mixed
    this.#starts[slot] = start
    this.#count++
    return this.#count < this.size ? -1 : this.#hash >>> 0
  }

  /** Where the shingle that the last symbol ended starts in the text. */
  get start(): number {
    return this.#starts[this.#count % this.size] as number
  }
}

/** Neighbouring shingles of a text that all stand in the protected one. */
export interface SharedRun extends TextRange {
  /** Symbols that it covers. */
  readonly length: number
}

/** Hashes of the shingles of a protected text, and those of them that may come out all the same. */
export interface ShingleIndex {
  readonly hashes: ReadonlySet<number>
  readonly excused: ReadonlySet<number>
}

/** Looks for the shingles of a protected text in a stream of symbols. */
export class ShingleMatcher {
  readonly #roller: ShingleRoller
  readonly #index: ShingleIndex
  readonly #seen = new Set<number>()
  readonly #runs: { start: number; end: number; length: number }[] = []
  #isInRun = false
  #longest = 0

  constructor(size: number, index: ShingleIndex) {
    this.#roller = new ShingleRoller(size)
    this.#index = index
  }

  push(symbol: number, start: number, end: number): void {
    const hash = this.#roller.push(symbol, start)
    if (hash < 0 || !this.#index.hashes.has(hash) || this.#index.excused.has(hash)) {
      this.#isInRun = false
      return
    }
    this.#seen.add(hash)
    let run = this.#runs.at(-1)
    if (!this.#isInRun || run === undefined) {
      run = { start: this.#roller.start, end, length: this.#roller.size - 1 }
      this.#runs.push(run)
    }
    this.#isInRun = true
    run.end = end
    run.length++
    this.#longest = Math.max(this.#longest, run.length)
  }

  get runs(): readonly SharedRun[] {
    return this.#runs
  }

  /** Symbols of the longest run. */
  get longest(): number {
    return this.#longest
  }

  /** How many different shingles of the protected text were seen. */
  get seen(): number {
    return this.#seen.size
  }

  /** The part of the protected text's shingles that was seen, 0 to 1. */
  get share(): number {
    const protectedSize = this.#index.hashes.size - this.#index.excused.size
    return protectedSize === 0 ? 0 : this.#seen.size / protectedSize
  }
}

/** Visits the hash of each shingle of some symbols. */
export function forEachShingle(symbols: Iterable<number>, size: number, visit: (hash: number) => void): void {
  const roller = new ShingleRoller(size)
  for (const symbol of symbols) {
    const hash = roller.push(symbol, 0)
    if (hash >= 0) visit(hash)
  }
}
