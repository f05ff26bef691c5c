import type { Progress } from '@gatehouse/evaluation'

/** So often a line is drawn anew on a terminal, and written elsewhere, in milliseconds. */
const TERMINAL_INTERVAL_MS = 100
const LOG_INTERVAL_MS = 10_000

/** Shows on standard error how far an evaluation is: one line that changes on a terminal, a line now and then elsewhere. */
export function showProgress(isWanted: boolean): { show(progress: Progress): void; end(): void } {
  const { stderr } = process
  if (!isWanted) return { show() {}, end() {} }
  const startedAt = performance.now()
  let shownAt = stderr.isTTY ? Number.NEGATIVE_INFINITY : startedAt
  return {
    show({ file, step, rows, totalRows }) {
      if (step === 'pass over') {
        stderr.write(`${stderr.isTTY ? '\r\x1b[K' : ''}${file} holds no labelled texts; it is passed over\n`)
        return
      }
      const now = performance.now()
      const isLast = step === 'judge' && rows === totalRows
      if (!isLast && now - shownAt < (stderr.isTTY ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS)) return
      shownAt = now
      const seconds = ((now - startedAt) / 1000).toFixed(1)
      const line = step === 'check' ? `checking ${file}` : `${rows} of ${totalRows} rows, ${file}, ${seconds} s`
      stderr.write(stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\x1b[K')
    },
  }
}
