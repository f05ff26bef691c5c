import { ProcessorError } from '../errors.js'

/** Tells a handler, and whoever waits for it, that its client is gone or its time is up. */
export class Cancellation {
  #controller: AbortController | undefined
  #reason: Error | undefined
  #onCancel: ((reason: Error) => void) | undefined

  /** Made at first use, since most handlers never ask for it. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController()
      if (this.#reason !== undefined) this.#controller.abort(this.#reason)
    }
    return this.#controller.signal
  }

  /** Fires the signal; the first reason counts. */
  cancel(reason: Error): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    // First, since a handler that heeds its signal may fail at once, and this is why.
    this.#onCancel?.(reason)
    this.#controller?.abort(reason)
  }

  /**
   * Waits for `work`, but no longer than `timeoutMs` or until {@link cancel}.
   *
   * @throws ProcessorError `HANDLER_TIMEOUT` (504) when the time is up, `CLIENT_GONE` (499) when the client is.
   */
  async race<T>(work: PromiseLike<T>, timeoutMs: number, processorId: string): Promise<T> {
    const timer = setTimeout(() => {
      this.cancel(new DOMException(`The handler ran longer than ${timeoutMs} ms.`, 'TimeoutError'))
    }, timeoutMs)
    try {
      return await new Promise<T>((resolve, fail) => {
        this.#onCancel = fail
        if (this.#reason !== undefined) fail(this.#reason)
        work.then(resolve, fail)
      })
    } catch (error) {
      if (this.#reason === undefined || error !== this.#reason) throw error
      throw this.#reason.name === 'TimeoutError'
        ? new ProcessorError({
            code: 'HANDLER_TIMEOUT',
            detail: `Processor "${processorId}" did not answer within ${timeoutMs} ms.`,
          })
        : new ProcessorError({ code: 'CLIENT_GONE', detail: 'The client went away before the answer.' })
    } finally {
      clearTimeout(timer)
      this.#onCancel = undefined
    }
  }
}
