import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Logger } from 'pino'

/** Where processors tell how they load what they need, outside of any request. */
const CHANNEL = 'gatehouse:progress'

interface Progress {
  readonly processor: string
  readonly model: string
  readonly message: string
  readonly isFailure: boolean
}

/** Logs what processors tell about their loading, until it is disposed of. */
export function logProgress(logger: Pick<Logger, 'info' | 'warn'>): Disposable {
  const log = (told: unknown) => {
    const { message, isFailure, ...subject } = told as Progress
    logger[isFailure ? 'warn' : 'info'](subject, message)
  }
  subscribe(CHANNEL, log)
  return { [Symbol.dispose]: () => void unsubscribe(CHANNEL, log) }
}
