import type { Logger } from '../processor/index.js'

/** One entry of a log. */
export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
  readonly fields: object
}

/** A logger that only remembers. */
export class RecordedLogger implements Logger {
  readonly entries: LogEntry[] = []
  readonly debug = this.#recordAt('debug')
  readonly info = this.#recordAt('info')
  readonly warn = this.#recordAt('warn')
  readonly error = this.#recordAt('error')

  #recordAt(level: LogEntry['level']): (fields: object, message: string) => void {
    return (fields, message) => {
      this.entries.push({ level, message, fields })
    }
  }
}
