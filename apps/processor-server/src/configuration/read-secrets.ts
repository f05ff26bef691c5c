import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { hashToken, isToken, type TokenHash } from '../http/bearer.js'
import type { Environment } from './overrides.js'
import type { Problem, SettingPath } from './problem.js'
import { explainFileError, type ReadConfiguration } from './read-configuration.js'
import type { SecretSettings } from './schema.js'

/** A secret from where the configuration says it is, or what is wrong with it. */
export interface ReadSecret {
  readonly value?: string
  readonly problem?: Problem
  /** The file that it came from. */
  readonly file?: string
  /** Makes a problem of this secret. */
  readonly report: (message: string) => Problem
}

/** Reads the secret at `path` of the configuration from its file or variable. */
export async function readSecret(
  { folder, problemAt }: ReadConfiguration,
  path: SettingPath,
  { env = '', file }: SecretSettings,
  environment: Environment,
): Promise<ReadSecret> {
  const report = (message: string) => problemAt([...path, file === undefined ? 'env' : 'file'], message)
  if (file !== undefined) {
    const absolute = resolve(folder, file)
    try {
      return { value: (await readFile(absolute, 'utf8')).trim(), file: absolute, report }
    } catch (error) {
      return { problem: report(explainFileError(error)), file: absolute, report }
    }
  }
  const value = environment[env]
  if (value !== undefined) return { value, report }
  return { problem: report('expected the name of an environment variable that is set; this one is not'), report }
}

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
export async function readTokens(read: ReadConfiguration, environment: Environment): Promise<ReadTokens> {
  const hashes: TokenHash[] = []
  const problems: Problem[] = []
  const files: string[] = []
  const take = (token: string, report: (message: string) => Problem) => {
    if (isToken(token)) hashes.push(hashToken(token))
    else problems.push(report(explainToken(token)))
  }

  for (const [index, settings] of read.configuration.auth.bearerTokens.entries()) {
    const secret = await readSecret(read, ['auth', 'bearerTokens', index], settings, environment)
    if (secret.file !== undefined) files.push(secret.file)
    if (secret.problem !== undefined) problems.push(secret.problem)
    else take(secret.value ?? '', secret.report)
  }
  const own = environment[TOKEN_VARIABLE]
  if (own !== undefined) take(own, (message) => ({ source: 'environment', path: TOKEN_VARIABLE, message }))
  return { hashes, problems, files }
}

function explainToken(token: string): string {
  const expected = 'expected a token of 16 to 4096 letters, digits, "-", ".", "_", "~", "+", "/" and "=" at the end'
  return `${expected}; came ${token.length < 16 ? `one of ${token.length} characters` : 'one with another character or length'}`
}
