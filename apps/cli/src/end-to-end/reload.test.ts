import { rename, symlink, unlink, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { exchange, Folder, Server, slowModule } from './start-gatehouse.js'

const quick = 'reload: { intervalMs: 50 }\n'
const silent = 'reload: { watch: false }\n'

async function served(server: Server): Promise<string[]> {
  const reply = await fetch(`${server.url}/api/v1/info`, { headers: { accept: 'text/plain' } })
  return (await reply.text()).split('\n').map((path) => path.split('/').at(-1) ?? '')
}

describe('a reload', () => {
  test('by SIGHUP takes over what the file says now', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${silent}processors: [keywords]\n` })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    expect(await served(server)).toEqual(['keywords'])
    await folder.write('gatehouse.yaml', `${silent}processors: [regex, language-id]\n`)
    await delay(200)
    expect(await served(server)).toEqual(['keywords'])
    server.signal('SIGHUP')
    expect(await server.logged('reloaded')).toMatchObject({ reason: 'SIGHUP' })
    expect(await served(server)).toEqual(['regex', 'language-id'])
  })

  test.each<{ how: string; change: (folder: Folder, text: string) => Promise<void> }>([
    { how: 'written in place', change: (folder, text) => folder.write('gatehouse.yaml', text) },
    {
      how: 'replaced by a rename',
      async change(folder, text) {
        await folder.write('next.yaml', text)
        await rename(folder.at('next.yaml'), folder.at('gatehouse.yaml'))
      },
    },
    {
      how: 'gone for a moment',
      async change(folder, text) {
        await unlink(folder.at('gatehouse.yaml'))
        await delay(70)
        await folder.write('gatehouse.yaml', text)
      },
    },
    {
      how: 'written slowly, wrong until the end',
      async change(folder, text) {
        for (let length = 1; length <= text.length; length += 6) {
          await folder.write('gatehouse.yaml', text.slice(0, length))
          await delay(20)
        }
        await folder.write('gatehouse.yaml', text)
      },
    },
  ])('follows a file that is $how', async ({ change }) => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${quick}processors: [keywords]\n` })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await change(folder, `${quick}processors: [regex]\n`)
    await server.logged('reloaded')
    // A slow machine may see the file halfway, too.
    await vi.waitFor(async () => expect(await served(server)).toEqual(['regex']), { timeout: 15_000, interval: 100 })
  })

  test.each([
    {
      what: 'module that is not there',
      file: 'next.js',
      before: undefined,
      after: slowModule,
      setting: 'processors: [{ module: ./next.js }]',
    },
    {
      what: 'module that does not load',
      file: 'next.js',
      before: 'export {',
      after: slowModule,
      setting: 'processors: [{ module: ./next.js }]',
    },
    {
      what: 'token that is not there',
      file: 'token',
      before: undefined,
      after: 'token-0123456789abcdef',
      setting: 'auth: { bearerTokens: [{ file: token }] }',
    },
  ])('refused for a $what is made up for once that is right', async ({ file, before, after, setting }) => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${quick}processors: [keywords]\n` })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    if (before !== undefined) await folder.write(file, before)
    await folder.write('gatehouse.yaml', `${quick}${setting}\n`)
    await server.logged('reload refused')
    await folder.write(file, after)
    await server.logged('reloaded')
  })

  test('does not take a file that was emptied for one that sets nothing', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${quick}processors: [keywords]\n` })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await folder.write('gatehouse.yaml', '')
    expect(await server.logged('reload refused')).toMatchObject({
      problems: [expect.stringMatching(/the file is empty/)],
    })
    expect(await served(server)).toEqual(['keywords'])
  })

  test('follows a module whose link is swapped', async () => {
    await using folder = await Folder.create({
      'first.js': slowModule,
      'second.js': slowModule.replace("name: 'slow'", "name: 'swapped'"),
      'gatehouse.yaml': `${quick}processors: [{ module: ./module.js }]\n`,
    })
    await symlink('first.js', folder.at('module.js'))
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await symlink('second.js', folder.at('next.js'))
    await rename(folder.at('next.js'), folder.at('module.js'))
    await server.logged('reloaded')
    expect(await served(server)).toEqual(['swapped'])
  })

  test('follows the swapped link of a Kubernetes volume', async () => {
    await using folder = await Folder.create({
      '..1/gatehouse.yaml': `${quick}processors: [keywords]\n`,
      '..2/gatehouse.yaml': `${quick}processors: [regex]\n`,
    })
    await symlink('..1', folder.at('..data'))
    await symlink('..data/gatehouse.yaml', folder.at('gatehouse.yaml'))
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await symlink('..2', folder.at('..data_tmp'))
    await rename(folder.at('..data_tmp'), folder.at('..data'))
    await server.logged('reloaded')
    expect(await served(server)).toEqual(['regex'])
  })

  test('takes a changed module of the operator anew', async () => {
    await using folder = await Folder.create({
      'own.js': slowModule,
      'gatehouse.yaml': `${quick}processors: [{ module: ./own.js, export: slow }]\n`,
    })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await folder.write('own.js', slowModule.replace("version: '1.0.0'", "version: '2.0.0'"))
    expect(await server.logged('reloaded')).toMatchObject({ processors: ['acme:slow@2.0.0'] })
  })

  test('keeps what runs when the file is wrong, says why, and goes on watching', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${quick}processors: [keywords]\n` })
    const file = folder.at('gatehouse.yaml')
    await using server = await Server.start(['-c', file])
    await folder.write('gatehouse.yaml', `${quick}procesors: [regex]\n`)
    expect(await server.logged('reload refused')).toMatchObject({
      level: 'error',
      problems: [`${file}:2:1 procesors: is no setting; did you mean "processors"?`],
    })
    expect(await served(server)).toEqual(['keywords'])
    await folder.write('gatehouse.yaml', `${quick}processors: [{ module: ./nowhere.js }]\n`)
    await server.logged('reload refused', server.log.length)
    expect(await served(server)).toEqual(['keywords'])
    await unlink(file)
    await server.logged('reload refused', server.log.length)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    await folder.write('gatehouse.yaml', `${quick}processors: [regex]\n`)
    await server.logged('reloaded')
    expect(await served(server)).toEqual(['regex'])
  })

  test('loses no request: who began with the old configuration ends with it', async () => {
    await using folder = await Folder.create({
      'slow.js': slowModule,
      'gatehouse.yaml': `${silent}processors: [{ module: ./slow.js }]\n`,
    })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    const post = (content: string) =>
      fetch(`${server.url}/api/v1/execute/acme/slow`, { method: 'POST', body: exchange(content) })
    const running = post('1500')
    await server.logged('began')
    await folder.write('gatehouse.yaml', `${silent}processors: [keywords]\n`)
    server.signal('SIGHUP')
    await server.logged('reloaded')
    expect((await post('0')).status).toBe(404)
    expect((await running).status).toBe(200)
  })

  test('under load answers every request', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${silent}processors: [keywords]\n` })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    const statuses = new Set<number>()
    let isDone = false
    const callers = Array.from({ length: 8 }, async () => {
      while (!isDone) {
        const body = exchange('hello')
        statuses.add((await fetch(`${server.url}/api/v1/execute/gatehouse/keywords`, { method: 'POST', body })).status)
      }
    })
    for (let count = 0; count < 5; count++) {
      const from = server.log.length
      server.signal('SIGHUP')
      await server.logged('reloaded', from)
    }
    isDone = true
    await Promise.all(callers)
    expect([...statuses]).toEqual([204])
  })

  test('names the settings that only a restart can change, and takes over the others', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${silent}processors: [keywords]\n` })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await folder.write(
      'gatehouse.yaml',
      `${silent}listen: { host: 127.0.0.9 }\ntelemetry: { prometheus: {} }\nlog: { level: debug }\nprocessors: [regex]\n`,
    )
    server.signal('SIGHUP')
    await server.logged('reloaded')
    expect(await server.logged('from the next start only')).toMatchObject({ settings: ['listen.host', 'telemetry'] })
    expect(await served(server)).toEqual(['regex'])
  })

  test('of a log level counts at once', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': `${silent}log: { requests: true }\n` })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await served(server)
    expect(await server.logged(/^request$/)).toMatchObject({ method: 'GET', route: '/api/v1/info', status: 200 })
    await writeFile(
      folder.at('gatehouse.yaml'),
      `${silent}log: { requests: true, level: error }\nprocessors: [regex]\n`,
    )
    server.signal('SIGHUP')
    await vi.waitFor(async () => expect(await served(server)).toEqual(['regex']), { timeout: 15_000, interval: 100 })
    const before = server.log.length
    await served(server)
    await delay(50)
    expect(server.log.length).toBe(before)
  })
})
