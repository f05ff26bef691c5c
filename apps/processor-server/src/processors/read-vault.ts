import { MIN_KEY_BYTES } from '@gatehouse/processors/vault'
import type { Environment } from '../configuration/overrides.js'
import type { Problem } from '../configuration/problem.js'
import type { ReadConfiguration } from '../configuration/read-configuration.js'
import { type ReadSecret, readSecret } from '../configuration/read-secrets.js'

/** What the vault of the server is made from, or what is wrong with it. */
export interface ReadVault {
  readonly redisUrl?: string | undefined
  readonly key?: Buffer | undefined
  readonly problems: readonly Problem[]
  readonly files: readonly string[]
}

/** Reads the secrets of the vault from where the configuration says they are. */
export async function readVault(read: ReadConfiguration, environment: Environment): Promise<ReadVault> {
  const { redis, key } = read.configuration.vault
  const [url, ownKey] = await Promise.all([
    redis === undefined ? undefined : readSecret(read, ['vault', 'redis'], redis, environment),
    key === undefined ? undefined : readSecret(read, ['vault', 'key'], key, environment),
  ])
  const bytes = ownKey?.value === undefined ? undefined : Buffer.from(ownKey.value)
  return {
    redisUrl: url?.value,
    key: bytes,
    problems: [
      ...problemsOf(url, isRedisUrl(url?.value), 'expected a URL that begins with "redis://" or "rediss://"'),
      ...problemsOf(
        ownKey,
        bytes === undefined || bytes.length >= MIN_KEY_BYTES,
        `expected a key of ${MIN_KEY_BYTES} characters or more; came one of ${ownKey?.value?.length ?? 0}`,
      ),
    ],
    files: [url?.file, ownKey?.file].filter((file) => file !== undefined),
  }
}

function isRedisUrl(url: string | undefined): boolean {
  return url === undefined || (/^rediss?:\/\//.test(url) && URL.canParse(url))
}

function problemsOf(secret: ReadSecret | undefined, isValid: boolean, message: string): Problem[] {
  if (secret?.problem !== undefined) return [secret.problem]
  return secret === undefined || isValid ? [] : [secret.report(message)]
}
