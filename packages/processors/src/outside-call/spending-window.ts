import { OutsideCallError } from './outside-call-error.js'

/** What calls may cost in a time window; no limit where a member is left out. */
export interface SpendingLimits {
  readonly calls?: number | undefined
  readonly tokens?: number | undefined
  readonly windowMs: number
}

/** Counts calls and tokens in time windows of a fixed length, one after the other. */
export class SpendingWindow {
  readonly #limits: SpendingLimits
  readonly #now: () => number
  #startedAt = Number.NEGATIVE_INFINITY
  #calls = 0
  #tokens = 0

  /** @param now milliseconds of a clock that never goes back. */
  constructor(limits: SpendingLimits, now: () => number = () => performance.now()) {
    this.#limits = limits
    this.#now = now
  }

  /**
   * Counts a call that is about to be made, with the tokens it will take as far as that can be told; `settle` corrects
   * them once the service has told.
   *
   * @throws OutsideCallError `over-budget` when it would be more than the window has left.
   */
  spend(expectedTokens: number): { settle: (tokens: number) => void } {
    const { calls = Number.POSITIVE_INFINITY, tokens = Number.POSITIVE_INFINITY, windowMs } = this.#limits
    if (this.#now() - this.#startedAt >= windowMs) {
      this.#startedAt = this.#now()
      this.#calls = 0
      this.#tokens = 0
    }
    if (this.#calls + 1 > calls) throw overBudget(`${calls} calls`, windowMs)
    if (this.#tokens + expectedTokens > tokens) throw overBudget(`${tokens} tokens`, windowMs)
    this.#calls++
    this.#tokens += expectedTokens
    const window = this.#startedAt
    return {
      settle: (spent) => {
        // What a call of an earlier window cost was counted there.
        if (window === this.#startedAt) this.#tokens += spent - expectedTokens
      },
    }
  }
}

function overBudget(limit: string, windowMs: number): OutsideCallError {
  return new OutsideCallError('over-budget', `The limit of ${limit} in ${windowMs / 1000} s is reached.`)
}
