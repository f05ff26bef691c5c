/** Limits of an {@link AnswerCache}. */
export interface CacheLimits {
  readonly maxEntries: number
  readonly ttlMs: number
}

/** Remembers answers by key for a time; the one that was not asked for longest goes first. */
export class AnswerCache<T> {
  readonly #limits: CacheLimits
  readonly #now: () => number
  readonly #entries = new Map<string, { readonly answer: T; readonly expiresAt: number }>()

  /** @param now milliseconds of a clock that never goes back. */
  constructor(limits: CacheLimits, now: () => number = () => performance.now()) {
    this.#limits = limits
    this.#now = now
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    if (entry.expiresAt <= this.#now()) return undefined
    this.#entries.set(key, entry)
    return entry.answer
  }

  set(key: string, answer: T): void {
    const { maxEntries, ttlMs } = this.#limits
    if (maxEntries === 0 || ttlMs === 0) return
    this.#entries.delete(key)
    this.#entries.set(key, { answer, expiresAt: this.#now() + ttlMs })
    if (this.#entries.size <= maxEntries) return
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined) this.#entries.delete(oldest)
  }
}
