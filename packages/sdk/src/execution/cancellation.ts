import { ProcessorError } from '../errors.js'

/** Starts to watch for what makes an answer pointless, such as a client that leaves; returns how to stop. */
export type Watch = (cancel: (reason: Error) => void) => () => void

/** Tells a handler, and whoever waits for it, that its client is gone or its time is up. */
export class Cancellation {
  readonly #watch: Watch | undefined
  #stopWatching: (() => void) | undefined
  #controller: AbortController | undefined
  #reason: Error | undefined
  #onCancel: ((reason: Error) => void) | undefined
  #abandoned: PromiseLike<unknown> | undefined

  /** @param watch begun once somebody asks for the signal or waits, since most handlers answer at once. */
  constructor(watch?: Watch) {
    this.#watch = watch
  }

  /** Made at first use. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController()
      this.#startWatching()
      if (this.#reason !== undefined) this.#controller.abort(this.#reason)
    }
    return this.#controller.signal
  }

  /** The work that {@link race} has given up on; it may still run. */
  get abandoned(): PromiseLike<unknown> | undefined {
    return this.#abandoned
  }

  /** Fires the signal; the first reason counts. */
  cancel(reason: Error): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    // First, since a handler that heeds its signal may fail at once, and this is why.
    this.#onCancel?.(reason)
    this.#controller?.abort(reason)
  }

  /** Stops watching, for when the answer is there. */
  release(): void {
    this.#stopWatching?.()
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
        this.#startWatching()
        if (this.#reason !== undefined) fail(this.#reason)
        work.then(resolve, fail)
      })
    } catch (error) {
      if (this.#reason === undefined || error !== this.#reason) throw error
      this.#abandoned = work
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

  #startWatching(): void {
    this.#stopWatching ??= this.#watch?.((reason) => this.cancel(reason))
  }
}
