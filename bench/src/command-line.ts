import { DatasetError } from '@gatehouse/evaluation'

/** A wrong argument; its message is all that is to be said. */
export class UsageError extends Error {}

/** The number that an option has. @throws UsageError when it is not above 0 and under 1000. */
export function readPositive(option: string, text: string): number {
  const value = Number(text)
  if (value > 0 && value < 1000) return value
  throw new UsageError(`${option} must be a number above 0 and under 1000.`)
}

/**
 * Runs the command line of an npm script and sets the exit code: what `main` returns, or 2 for a wrong argument or data that
 * cannot be used, which is told without a stack trace.
 */
export async function runCommandLine(
  script: string,
  main: (args: readonly string[]) => Promise<number>,
): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof DatasetError) && !isParseArgsError(error)) throw error
    console.error(`${error.message}\nSee: npm run ${script} -- --help`)
    process.exitCode = 2
  }
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
