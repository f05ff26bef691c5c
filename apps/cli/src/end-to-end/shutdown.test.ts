import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { exchange, Folder, Server, slowModule } from './start-gatehouse.js'

async function startSlow(folder: Folder, settings = ''): Promise<Server> {
  await folder.write('slow.js', slowModule)
  await folder.write('gatehouse.yaml', `${settings}\nprocessors: [{ module: ./slow.js }]\n`)
  return Server.start(['-c', folder.at('gatehouse.yaml')])
}

const post = (server: Server, content: string) =>
  fetch(`${server.url}/api/v1/execute/acme/slow`, { method: 'POST', body: exchange(content) })

test.each(['SIGTERM', 'SIGINT'] as const)('%s answers what runs, takes nothing new and ends with 0', async (signal) => {
  await using folder = await Folder.create()
  await using server = await startSlow(folder)
  const running = post(server, '1500')
  await server.logged('began')
  server.signal(signal)
  await server.logged('shutting down')
  await expect(fetch(`${server.url}/readyz`)).rejects.toThrow()
  const reply = await running
  expect([reply.status, reply.headers.get('connection')]).toEqual([200, 'close'])
  expect(await server.exited).toEqual({ code: 0, signal: null })
  expect(await server.logged('stopped')).toBeDefined()
})

test.each([
  { signal: 'SIGTERM', message: 'stopped' },
  { signal: 'SIGHUP', message: 'reloaded' },
] as const)('$signal while the server starts counts once it has', async ({ signal, message }) => {
  await using folder = await Folder.create({
    'slow.js': `process.stderr.write('loading')\nawait setTimeout(500)\n${slowModule}`,
    'gatehouse.yaml': 'processors: [{ module: ./slow.js }]\n',
  })
  await using server = new Server(['serve', '-c', folder.at('gatehouse.yaml'), '--port', '0'])
  await vi.waitFor(() => expect(server.stderr).toBe('loading'), { timeout: 30_000 })
  server.signal(signal)
  await server.logged(message)
  const messages = server.log.map((record) => record.message)
  expect(messages.filter((each) => each === 'serving' || each === message)).toEqual(['serving', message])
})

test('with a delay, it is not ready but goes on answering meanwhile', async () => {
  await using folder = await Folder.create()
  await using server = await startSlow(folder, 'timeouts: { shutdownDelayMs: 3000 }')
  server.signal('SIGTERM')
  await server.logged('shutting down')
  const ready = await fetch(`${server.url}/readyz`)
  expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close'])
  expect(await ready.json()).toMatchObject({ code: 'SHUTTING_DOWN' })
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await post(server, '0')).status).toBe(200)
  expect(await server.exited).toEqual({ code: 0, signal: null })
})

test('requests that run longer than the limit are cut and counted', async () => {
  await using folder = await Folder.create()
  await using server = await startSlow(folder, 'timeouts: { drainMs: 200 }')
  const running = post(server, '10000').catch(() => 'cut')
  await server.logged('began')
  server.signal('SIGTERM')
  expect(await server.exited).toEqual({ code: 0, signal: null })
  expect(await running).toBe('cut')
  expect(await server.logged('requests were cut')).toMatchObject({ requests: 1, level: 'warn' })
})

test('idle connections do not hold it up', async () => {
  await using folder = await Folder.create()
  await using server = await startSlow(folder)
  const agent = new Agent({ keepAlive: true })
  await new Promise<void>((resolve, reject) => {
    request(`${server.url}/healthz`, { agent }, (reply) => reply.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })
  const startedAt = performance.now()
  server.signal('SIGTERM')
  expect(await server.exited).toEqual({ code: 0, signal: null })
  // The connection itself would stay for timeouts.keepAliveMs, 75 seconds.
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  agent.destroy()
})

test('a second signal ends it at once; one that comes twice at a time is one', async () => {
  await using folder = await Folder.create()
  await using server = await startSlow(folder)
  const running = post(server, '10000').catch(() => 'cut')
  await server.logged('began')
  server.signal('SIGINT')
  server.signal('SIGTERM')
  await server.logged('shutting down')
  await delay(600)
  server.signal('SIGTERM')
  expect(await server.exited).toEqual({ code: 143, signal: null })
  expect(await running).toBe('cut')
})

test('a module that a reload waits for does not hold it up', async () => {
  await using folder = await Folder.create({
    'waits.js': 'console.log(JSON.stringify({ message: "waits" }))\nawait new Promise(() => {})\n',
  })
  await using server = await startSlow(folder)
  await folder.write('gatehouse.yaml', 'processors: [{ module: ./waits.js }]\n')
  server.signal('SIGHUP')
  await server.logged('waits')
  const startedAt = performance.now()
  server.signal('SIGTERM')
  expect(await server.exited).toEqual({ code: 0, signal: null })
  // The module itself would be given up after 30 seconds.
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  expect(server.stdout).not.toContain('"reloaded"')
})
