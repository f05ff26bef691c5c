import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { createClient } from '@redis/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { redisStore } from './redis-store.js'
import { MAX_VALUES_PER_EXCHANGE } from './vault-store.js'

/** Whether a Redis server can be started here. */
const hasRedis = spawnSync('redis-server', ['--version']).status === 0
const reason = hasRedis ? '' : ' (skipped: no redis-server; scripts/install-redis.sh installs one)'
if (!hasRedis) console.log(`The vault in Redis is not tested${reason}.`)

const key = randomBytes(32)
const values = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries))

describe.skipIf(!hasRedis)(`redisStore${reason}`, () => {
  let redis: RunningRedis

  beforeAll(async () => {
    redis = await startRedis()
  })

  afterAll(() => redis?.stop())

  test('keeps values of an exchange for every process with the key', async () => {
    const [here, there] = [redisStore({ url: redis.url, key }), redisStore({ url: redis.url, key })]
    await here.add('a', values({ x: 'ann.lee@example.com' }), 60_000)
    await there.add('a', values({ y: 'lone \ud800 surrogate' }), 60_000)
    expect(await there.read('a')).toEqual(values({ x: 'ann.lee@example.com', y: 'lone \ud800 surrogate' }))
    expect(await here.read('b')).toEqual(values({}))
    await Promise.all([here.close(), there.close()])
  })

  test('shows the server neither values nor ids of exchanges', async () => {
    const store = redisStore({ url: redis.url, key, prefix: 'hidden:' })
    await store.add('request-17', values({ x: 'ann.lee@example.com' }), 60_000)
    await using client = await connect(redis.url)
    const names = await client.keys('hidden:*')
    const kept = JSON.stringify([names, await client.hGetAll(names[0] as string)])
    expect(names).toHaveLength(1)
    expect(kept).not.toContain('request-17')
    expect(kept).not.toContain('ann')
    expect(kept).not.toContain(Buffer.from('ann', 'utf16le').toString('base64').slice(0, 6))
    await store.close()
  })

  test('lets the server forget after the time given', async () => {
    const store = redisStore({ url: redis.url, key, prefix: 'short:' })
    await store.add('a', values({ x: '1' }), 5_000)
    await using client = await connect(redis.url)
    const [name] = await client.keys('short:*')
    const left = await client.pTTL(name as string)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(5_000)
    await client.pExpire(name as string, 0)
    expect(await store.read('a')).toEqual(values({}))
    await store.close()
  })

  test('refuses too many values', async () => {
    const store = redisStore({ url: redis.url, key })
    const many = new Map(Array.from({ length: MAX_VALUES_PER_EXCHANGE + 1 }, (_, index) => [String(index), '']))
    await expect(store.add('many', many, 60_000)).rejects.toThrow('more than 10000 values')
    await store.close()
  })

  test('fails while there is no server, and works again when it is back', async () => {
    let own = await startRedis()
    const faults: Error[] = []
    const store = redisStore({ url: own.url, key, timeoutMs: 1_000, onFault: (error) => faults.push(error) })
    await store.add('a', values({ x: '1' }), 60_000)
    await own.stop()
    await expect(store.read('a')).rejects.toThrow()
    expect(faults.length).toBeGreaterThan(0)
    own = await startRedis(own.port)
    const read = async () => store.read('a')
    await expect.poll(() => read().catch(() => 'no connection'), { timeout: 20_000 }).toEqual(values({}))
    await store.close()
    await own.stop()
  }, 30_000)
})

async function connect(url: string) {
  const client = createClient({ url })
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() })
}

/** A Redis server of a test's own, on loopback, that keeps nothing on disk. */
interface RunningRedis {
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

/** Starts a server on a free port, or on the one given. */
async function startRedis(port?: number): Promise<RunningRedis> {
  const own = port ?? (await freePort())
  const server = spawn(
    'redis-server',
    ['--port', String(own), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await untilReady(server)
  return {
    url: `redis://127.0.0.1:${own}`,
    port: own,
    async stop() {
      const gone = once(server, 'exit')
      server.kill()
      await gone
    },
  }
}

async function untilReady(
  server: ChildProcess & { readonly stdout: NonNullable<ChildProcess['stdout']> },
): Promise<void> {
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.includes('Ready to accept connections')) {
      server.stdout.resume()
      return
    }
  }
  throw new Error(`redis-server ended with ${server.exitCode} before it was ready.`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
