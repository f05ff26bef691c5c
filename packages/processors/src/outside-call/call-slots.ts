import { OutsideCallError } from './outside-call-error.js'

/** Lets so many calls run at a time, and so many more wait for their turn, first come, first served. */
export class CallSlots {
  readonly #limits: { readonly maxRunning: number; readonly maxWaiting: number }
  readonly #waiting = new Set<() => void>()
  #running = 0

  constructor(limits: { readonly maxRunning: number; readonly maxWaiting: number }) {
    this.#limits = limits
  }

  /**
   * Runs `work` once there is a slot.
   *
   * @throws OutsideCallError `overloaded` when too many wait; the reason of `signal` when it fires first.
   */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    // Whoever leaves hands its slot on, so a slot that is waited for is never free for others in between.
    if (this.#running < this.#limits.maxRunning) this.#running++
    else await this.#wait(signal)
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    const { maxRunning, maxWaiting } = this.#limits
    if (this.#waiting.size >= maxWaiting) {
      throw new OutsideCallError('overloaded', `${maxRunning} calls run and ${maxWaiting} wait, as many as may.`)
    }
    return new Promise((resolve, fail) => {
      const enter = () => {
        signal.removeEventListener('abort', abandon)
        resolve()
      }
      const abandon = () => {
        this.#waiting.delete(enter)
        fail(signal.reason)
      }
      this.#waiting.add(enter)
      signal.addEventListener('abort', abandon, { once: true })
    })
  }

  #leave(): void {
    const [next] = this.#waiting
    if (next === undefined) {
      this.#running--
    } else {
      this.#waiting.delete(next)
      next()
    }
  }
}
