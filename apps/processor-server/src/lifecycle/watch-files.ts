import { stat } from 'node:fs/promises'

/** A watch that can be ended. */
export interface FileWatch {
  /**
   * Watches these files from now on. What changed since `before` counts as changed, since who read the files meanwhile may
   * have read the old state.
   *
   * @param before by {@link lookAt}, before the files were read; it need not have all of them.
   */
  setFiles(files: readonly string[], before: FileStates): Promise<void>
  stop(): void
}

/** What identifies the state of files without reading them. */
export interface FileStates {
  /** When they were looked at, as `Date.now()` gives it. */
  readonly atMs: number
  /** When one of them changed last. */
  readonly changedMs: number
  readonly byFile: ReadonlyMap<string, string>
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
    const text = textOf(await lookAt(watched))
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
    async setFiles(next, before) {
      const now = await lookAt(next)
      files = next
      last = textOf(now)
      known = hasChanged(before, now) ? '' : last
    },
    stop: () => clearInterval(timer),
  }
}

/** Looks at the files as they are now. */
export async function lookAt(files: readonly string[]): Promise<FileStates> {
  const atMs = Date.now()
  let changedMs = 0
  const states = await Promise.all(
    files.map(async (file): Promise<[string, string]> => {
      try {
        const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(file, { bigint: true })
        changedMs = Math.max(changedMs, Number(ctimeMs))
        return [file, [dev, ino, size, mtimeNs, ctimeNs].join(' ')]
      } catch {
        return [file, 'missing']
      }
    }),
  )
  return { atMs, changedMs, byFile: new Map(states) }
}

/** By time, for files that only one of the two has; by state, since a swapped link may lead to a file that is older. */
function hasChanged(before: FileStates, now: FileStates): boolean {
  if (now.changedMs >= before.atMs) return true
  return [...now.byFile].some(([file, state]) => (before.byFile.get(file) ?? state) !== state)
}

function textOf({ byFile }: FileStates): string {
  return [...byFile.values()].join('\n')
}
