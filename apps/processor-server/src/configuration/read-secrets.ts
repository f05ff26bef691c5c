import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { hashToken, isToken, type TokenHash } from '../http/bearer.js'
import type { Environment } from './overrides.js'
import type { Problem, SettingPath } from './problem.js'
import { explainFileError, type ReadConfiguration } from './read-configuration.js'

/** The tokens that are let in, or what is wrong with them. */
export interface ReadTokens {
  readonly hashes: readonly TokenHash[]
  readonly problems: readonly Problem[]
  /** The files that they came from. */
  readonly files: readonly string[]
}

/** Variable with a token that is let in besides those of the file. */
const TOKEN_VARIABLE = 'GATEHOUSE_TOKEN'

/** Reads the bearer tokens from where the configuration says they are, and keeps their hashes alone. */
export async function readTokens(
  { configuration, folder, problemAt }: ReadConfiguration,
  environment: Environment,
): Promise<ReadTokens> {
  const hashes: TokenHash[] = []
  const problems: Problem[] = []
  const files: string[] = []
  const take = (token: string, report: (message: string) => Problem) => {
    if (isToken(token)) hashes.push(hashToken(token))
    else problems.push(report(explainToken(token)))
  }

  for (const [index, { env, file }] of configuration.auth.bearerTokens.entries()) {
    const path: SettingPath = ['auth', 'bearerTokens', index, file === undefined ? 'env' : 'file']
    const report = (message: string) => problemAt(path, message)
    if (file !== undefined) {
      const absolute = resolve(folder, file)
      files.push(absolute)
      try {
        take((await readFile(absolute, 'utf8')).trim(), report)
      } catch (error) {
        problems.push(report(explainFileError(error)))
      }
    } else if (environment[env ?? ''] === undefined) {
      problems.push(report('expected the name of an environment variable that is set; this one is not'))
    } else {
      take(environment[env ?? ''] ?? '', report)
    }
  }
  const own = environment[TOKEN_VARIABLE]
  if (own !== undefined) take(own, (message) => ({ source: 'environment', path: TOKEN_VARIABLE, message }))
  return { hashes, problems, files }
}

function explainToken(token: string): string {
  const expected = 'expected a token of 16 to 4096 letters, digits, "-", ".", "_", "~", "+", "/" and "=" at the end'
  return `${expected}; came ${token.length < 16 ? `one of ${token.length} characters` : 'one with another character or length'}`
}
