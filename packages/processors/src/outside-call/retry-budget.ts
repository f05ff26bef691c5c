/** Retries that may be made in a row before calls must succeed again. */
const MAX_RETRIES_SAVED = 10
/** Share of a retry that each successful call earns. */
const EARNED_PER_SUCCESS = 0.1

/** Keeps retries to a tenth of all calls, so that they do not multiply the load on a service in trouble. */
export class RetryBudget {
  #saved = MAX_RETRIES_SAVED

  /** Takes one retry, if there is one. */
  take(): boolean {
    if (this.#saved < 1) return false
    this.#saved--
    return true
  }

  earn(): void {
    this.#saved = Math.min(MAX_RETRIES_SAVED, this.#saved + EARNED_PER_SUCCESS)
  }
}
