import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import type { RedisClientType } from '@redis/client'
import { createSeal } from './seal.js'
import { MAX_VALUES_PER_EXCHANGE, tooMuchToKeep, type VaultStore } from './vault-store.js'

/** Where a {@link redisStore} keeps values. */
export interface RedisStoreOptions {
  /** `redis://` or `rediss://` URL, with user, password and number of the database as they are needed. */
  readonly url: string
  /** Key of the vault, 32 bytes or more. All processes that share the store have the same. */
  readonly key: Uint8Array
  /** Put before the name of each key. Default `gatehouse:vault:`. */
  readonly prefix?: string
  /** Longest wait for a connection or an answer, in milliseconds. Default 2,000. */
  readonly timeoutMs?: number
  /** Told of faults of the connection, which is made again by itself. */
  readonly onFault?: (error: Error) => void
}

/** Longest pause before a lost connection is tried again, in milliseconds. */
const MAX_PAUSE_MS = 5_000

/**
 * Keeps values in Redis, or a server compatible with it, so that any process can restore what another one masked. Values are
 * encrypted, and the ids of exchanges are hashed, with the key of the vault. While there is no connection, every call
 * fails at once.
 */
export function redisStore({
  url,
  key,
  prefix = 'gatehouse:vault:',
  timeoutMs = 2_000,
  onFault = () => {},
}: RedisStoreOptions): VaultStore {
  const seal = createSeal(key, 'gatehouse vault values')
  let starting: Promise<RedisClientType> | undefined

  const start = async (): Promise<RedisClientType> => {
    // Loaded when it is needed: most servers keep their vault in memory.
    const { createClient } = await import('@redis/client')
    const client = createClient({
      url,
      disableOfflineQueue: true,
      commandOptions: { timeout: timeoutMs },
      socket: { connectTimeout: timeoutMs, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, MAX_PAUSE_MS) },
    })
    client.on('error', onFault)
    // It goes on trying by itself, and tells of each fault.
    client.connect().catch(onFault)
    return client as unknown as RedisClientType
  }
  const connected = async (): Promise<RedisClientType> => {
    starting ??= start()
    const client = await starting
    if (!client.isReady) await once(client, 'ready', { signal: AbortSignal.timeout(timeoutMs) })
    return client
  }
  const tooMany = () => tooMuchToKeep(`${MAX_VALUES_PER_EXCHANGE} values`)
  const nameOf = (exchange: string): string => prefix + createHmac('sha256', key).update(exchange).digest('hex')

  return {
    async add(exchange, values, expiresAfterMs) {
      if (values.size > MAX_VALUES_PER_EXCHANGE) throw tooMany()
      const name = nameOf(exchange)
      const client = await connected()
      const sealed = Array.from(values, ([id, value]) => [id, seal.close(id, value).toString('base64')] as const)
      const [, , count] = await client
        .multi()
        .hSet(name, Object.fromEntries(sealed))
        .pExpire(name, expiresAfterMs)
        .hLen(name)
        .exec()
      if (Number(count) > MAX_VALUES_PER_EXCHANGE) throw tooMany()
    },
    async read(exchange) {
      const sealed = await (await connected()).hGetAll(nameOf(exchange))
      return new Map(Object.entries(sealed).map(([id, value]) => [id, seal.open(id, Buffer.from(value, 'base64'))]))
    },
    async close() {
      const client = await starting
      client?.destroy()
      starting = undefined
    },
  }
}
