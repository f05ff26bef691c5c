import { stat } from 'node:fs/promises'

/** A watch that can be ended. */
export interface FileWatch {
  /**
   * Watches these files from now on. What changed at or after `readSinceMs`, a time as `Date.now()` gives it, counts as
   * changed, since who read the files meanwhile may have read the old state.
   */
  setFiles(files: readonly string[], readSinceMs: number): Promise<void>
  stop(): void
}

/**
 * Calls `onChange` when one of the files becomes another one. It asks the file system at intervals and follows symbolic
 * links, which also sees what notifications miss or report halfway: a rename over the file, the swapped `..data` link of
 * a Kubernetes volume, network and overlay file systems. A change counts when it has stood still for one interval, so a
 * file that is being written, or is gone for a moment, is not read too early.
 */
export function watchFiles(intervalMs: number, onChange: () => void): FileWatch {
  let files: readonly string[] = []
  let known = ''
  let last = ''
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    const watched = files
    const { text } = await lookAt(watched)
    isLooking = false
    if (watched !== files) return
    const hasSettled = text === last
    last = text
    if (text === known || !hasSettled) return
    known = text
    onChange()
  }
  const timer = setInterval(look, intervalMs)
  timer.unref()
  return {
    async setFiles(next, readSinceMs) {
      const { text, changedMs } = await lookAt(next)
      files = next
      known = changedMs >= readSinceMs ? '' : text
      last = text
    },
    stop: () => clearInterval(timer),
  }
}

/** What identifies the state of the files without reading them, and when one of them changed last. */
async function lookAt(files: readonly string[]): Promise<{ text: string; changedMs: number }> {
  let changedMs = 0
  const states = await Promise.all(
    files.map(async (file) => {
      try {
        const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(file, { bigint: true })
        changedMs = Math.max(changedMs, Number(ctimeMs))
        return [dev, ino, size, mtimeNs, ctimeNs].join(' ')
      } catch {
        return 'missing'
      }
    }),
  )
  return { text: states.join('\n'), changedMs }
}
