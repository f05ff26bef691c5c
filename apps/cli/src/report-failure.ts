import { CommanderError } from 'commander'

/** Exit code of wrong usage, as shells have it. */
const USAGE = 2

/** Exit code of a fault that has none of its own. */
const FAILURE = 1

/** Prints why a command failed, without a stack trace where the reason has a name. @returns the exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed its own message. Help and version come here too, with 0; what a command calls `error` with is
    // its own code, and everything else is wrong usage.
    if (error.exitCode === 0 || error.code === 'commander.error') return error.exitCode
    return USAGE
  }
  if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number') {
    process.stderr.write(`${error.message}\n`)
    return error.exitCode
  }
  if (error instanceof Error && 'syscall' in error) {
    process.stderr.write(`error: ${error.message}\n`)
    return FAILURE
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return FAILURE
}
