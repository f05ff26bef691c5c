import type { RunningServer } from './start-server.js'

/**
 * How long a further signal counts as the same one, in milliseconds: on Ctrl+C a process gets one from the terminal and
 * one more from npm, which passes on what it got itself.
 */
const SAME_SIGNAL_MS = 500

/** Exit codes of a process that a signal ended. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * SIGHUP reloads, SIGTERM or SIGINT drains and stops, a second one ends the process at once.
 *
 * Listens from the beginning, since a signal that nobody listens to ends the process: what comes while the server starts
 * counts once it has.
 */
export class Signals {
  #server: RunningServer | undefined
  #isReloadDue = false
  #stoppedBy: { readonly signal: keyof typeof exitCodes; readonly at: number } | undefined
  #onStopped: (() => void) | undefined

  constructor() {
    process.on('SIGHUP', () => this.#reload())
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.#stop(signal))
  }

  /** Does what the signals say, those that came before as well. @returns once the server has stopped. */
  obey(server: RunningServer): Promise<void> {
    this.#server = server
    if (this.#isReloadDue) this.#reload()
    return new Promise((resolve) => {
      this.#onStopped = resolve
      if (this.#stoppedBy !== undefined) this.#begin(this.#stoppedBy.signal)
    })
  }

  #reload(): void {
    this.#isReloadDue = true
    this.#server?.reload('SIGHUP')
  }

  #stop(signal: keyof typeof exitCodes): void {
    const at = performance.now()
    if (this.#stoppedBy === undefined) {
      this.#stoppedBy = { signal, at }
      this.#begin(signal)
    } else if (at - this.#stoppedBy.at > SAME_SIGNAL_MS) {
      this.#server?.logger.warn({ signal }, 'ended at once by a second signal')
      process.exit(exitCodes[signal])
    }
  }

  #begin(signal: keyof typeof exitCodes): void {
    if (this.#server === undefined || this.#onStopped === undefined) return
    this.#server.logger.info({ signal }, 'told to stop')
    this.#server.stop().then(this.#onStopped)
  }
}
