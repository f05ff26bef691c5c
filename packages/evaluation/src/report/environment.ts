import { execFile } from 'node:child_process'
import { cpus } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where and with what a measurement was made. */
export interface Environment {
  /** Commit of the working folder, with `+` when tracked files differ from it; absent outside a git repository. */
  readonly commit?: string
  readonly node: string
  readonly cpu: string
}

/** Describes this machine and the commit of a folder. */
export async function describeEnvironment(folder: string = process.cwd()): Promise<Environment> {
  const commit = await commitOf(folder)
  return {
    ...(commit === undefined ? {} : { commit }),
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
  }
}

async function commitOf(cwd: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['rev-parse', '--short=12', 'HEAD'], { cwd })
    const isClean = await run('git', ['diff', '--quiet', 'HEAD'], { cwd }).then(
      () => true,
      () => false,
    )
    return `${stdout.trim()}${isClean ? '' : '+'}`
  } catch {
    return undefined
  }
}
