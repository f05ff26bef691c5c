import { createVault, memoryStore, redisStore, useVault, type Vault } from '@gatehouse/processors/vault'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/schema.js'
import type { ReadVault } from './read-vault.js'

/** Makes the vault that the configuration describes, for all processors of this process. A Redis is connected to when it is needed. */
export function openVault(
  { vault: { expiresAfterMs } }: Configuration,
  { redisUrl, key }: Pick<ReadVault, 'redisUrl' | 'key'>,
  logger: Logger,
): Vault {
  const store =
    redisUrl === undefined || key === undefined
      ? memoryStore()
      : redisStore({
          url: redisUrl,
          key,
          onFault: ({ name, message }) =>
            logger.warn({ reason: message || name }, 'the Redis of the vault has a fault'),
        })
  const vault = createVault({ store, expiresAfterMs, ...(key === undefined ? {} : { key }) })
  useVault(vault)
  return vault
}
