import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { catalogue } from '@gatehouse/processors'
import { describe, expect, test } from 'vitest'
import { exchange, Folder, Server, slowModule } from './start-gatehouse.js'

describe('gatehouse serve', () => {
  test('without a configuration serves the whole catalogue', async () => {
    await using server = await Server.start()
    const info = (await (await fetch(`${server.url}/api/v1/info`)).json()) as { processors: { id: string }[] }
    expect(info.processors.map(({ id }) => id)).toEqual(Object.values(catalogue).map(({ id }) => id))
    expect(info.processors.length).toBeGreaterThanOrEqual(5)
    const reply = await fetch(`${server.url}/api/v1/execute/gatehouse/language-id`, {
      method: 'POST',
      body: exchange('Guten Morgen, wie komme ich am schnellsten zum Bahnhof?'),
    })
    expect(reply.status).toBe(200)
    expect(await reply.text()).toContain('"tags":{"language":["de"]}')
    server.signal('SIGTERM')
    expect(await server.exited).toEqual({ code: 0, signal: null })
    expect(server.stderr).toBe('')
  })

  test('says that it lives and is ready, and sends others than browsers to the list', async () => {
    await using server = await Server.start()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const root = await fetch(server.url, { redirect: 'manual' })
    expect([root.status, root.headers.get('location')]).toEqual([307, '/api/v1/info'])
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405)
    const missing = await fetch(`${server.url}/nowhere`)
    expect(missing.status).toBe(404)
    expect(await missing.json()).toMatchObject({ status_code: 404 })
  })

  test.each(['TRACE', 'PROPFIND'])(
    'refuses the method %s, that hardly a client has, wherever it serves',
    async (method) => {
      await using server = await Server.start(['--conformance'])
      const { hostname: host, port } = new URL(server.url)
      const ask = async (path: string) => {
        const [reply] = (await once(request({ host, port, path, method }).end(), 'response')) as [IncomingMessage]
        reply.resume()
        return [reply.statusCode, reply.headers.allow]
      }
      expect(await ask('/')).toEqual([405, 'GET, HEAD'])
      expect(await ask('/api/v1/info')).toEqual([405, 'GET, HEAD'])
      expect(await ask('/api/v1/execute/suite/both')).toEqual([405, 'HEAD, POST'])
      expect(await ask('/nowhere')).toEqual([404, undefined])
    },
  )

  test('looks at the path before the body', async () => {
    await using server = await Server.start()
    const post = async (path: string, contentType: string) => {
      const reply = await fetch(server.url + path, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: '{',
      })
      return [reply.status, ((await reply.json()) as { status_code: number }).status_code]
    }
    for (const contentType of ['application/json', 'image/png']) {
      expect(await post('/nowhere', contentType)).toEqual([404, 404])
      expect(await post('/', contentType)).toEqual([405, 405])
      expect(await post('/api/v1/nowhere', contentType)).toEqual([404, 404])
      expect(await post('/api/v1/info', contentType)).toEqual([405, 405])
    }
  })

  test('takes the options of the command line before the environment, and that before the file', async () => {
    await using folder = await Folder.create({
      'gatehouse.yaml': 'listen: { host: 192.0.2.1, port: 1 }\nlog: { level: error }\nprocessors: []\n',
    })
    await using server = await Server.start(['--host', '127.0.0.2'], {
      cwd: folder.path,
      environment: { HOST: '192.0.2.2', LOG_LEVEL: 'info' },
    })
    expect(new URL(server.url).hostname).toBe('127.0.0.2')
    expect(await server.logged('serving')).toMatchObject({ configuration: 'gatehouse.yaml', processors: [] })
  })

  test('takes the file that GATEHOUSE_CONFIG names', async () => {
    await using folder = await Folder.create({ 'other.yaml': 'processors: [keywords]\n' })
    await using server = await Server.start([], { environment: { GATEHOUSE_CONFIG: folder.at('other.yaml') } })
    expect(await server.logged('serving')).toMatchObject({
      processors: [expect.stringMatching(/^gatehouse:keywords@/)],
    })
  })

  test('serves modules, aliases and default parameters', async () => {
    await using folder = await Folder.create({
      'modules/slow.js': slowModule,
      'gatehouse.yaml': [
        'processors:',
        '  - module: ./modules/slow.js',
        '    handlerTimeoutMs: 50',
        '  - module: ./modules/slow.js',
        '    name: slower',
        '    aliases: [f5, corp]',
        '  - builtin: keywords',
        '    parameters: { lists: [{ name: passwords, terms: [swordfish] }], reject: true }',
        '',
      ].join('\n'),
    })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    const paths = await (await fetch(`${server.url}/api/v1/info`, { headers: { accept: 'text/plain' } })).text()
    expect(paths.split('\n')).toEqual([
      '/execute/acme/slow',
      '/execute/acme/slower',
      '/execute/f5/slower',
      '/execute/corp/slower',
      '/execute/gatehouse/keywords',
    ])
    const post = (path: string, content: string) =>
      fetch(`${server.url}/api/v1${path}`, { method: 'POST', body: exchange(content) })
    const timedOut = await post('/execute/acme/slow', '500')
    expect(timedOut.status).toBe(504)
    expect(await timedOut.json()).toMatchObject({ code: 'HANDLER_TIMEOUT' })
    const aliased = await post('/execute/f5/slower', '100')
    expect(aliased.status).toBe(200)
    expect(await aliased.text()).toContain('"processor_id":"f5:slower"')
    const rejected = await post('/execute/gatehouse/keywords', 'The password is swordfish.')
    expect(await rejected.text()).toContain('"code":"AIGW_POLICY_VIOLATION"')
  })
})

test('a handler that may take longer than the server is used to is not cut off', async () => {
  await using folder = await Folder.create({
    'slow.js': slowModule,
    'gatehouse.yaml':
      'timeouts: { handlerMs: 1, requestMs: 100, headersMs: 100 }\nprocessors: [{ module: ./slow.js, handlerTimeoutMs: 5000 }]\n',
  })
  await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
  const body = exchange('1500')
  expect((await fetch(`${server.url}/api/v1/execute/acme/slow`, { method: 'POST', body })).status).toBe(200)
})

describe('what arrives', () => {
  test('above the concurrency limit is answered 503 with Retry-After, and work goes on', async () => {
    await using folder = await Folder.create({
      'slow.js': slowModule,
      'gatehouse.yaml': 'limits: { maxConcurrentExecutions: 2 }\nprocessors: [{ module: ./slow.js }]\n',
    })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    const post = (content: string) =>
      fetch(`${server.url}/api/v1/execute/acme/slow`, { method: 'POST', body: exchange(content) })
    const replies = await Promise.all(['400', '400', '400', '400'].map(post))
    const statuses = replies.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 200, 503, 503])
    const refused = replies.find(({ status }) => status === 503)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused?.json()).toMatchObject({ code: 'OVERLOADED' })
    expect((await post('0')).status).toBe(200)
  })

  test('larger than the limits is answered 413', async () => {
    await using folder = await Folder.create({
      'gatehouse.yaml': 'limits: { maxBodyBytes: 4096, maxPartBytes: 2048 }\nprocessors: [language-id]\n',
    })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    const post = async (length: number) => {
      const reply = await fetch(`${server.url}/api/v1/execute/gatehouse/language-id`, {
        method: 'POST',
        body: exchange('x'.repeat(length)),
      })
      return [reply.status, reply.status === 413 ? ((await reply.json()) as { code: string }).code : '']
    }
    expect(await post(100)).not.toEqual([413, expect.anything()])
    expect(await post(3000)).toEqual([413, 'PART_TOO_LARGE'])
    expect(await post(5000)).toEqual([413, 'BODY_TOO_LARGE'])
    // Whoever is still sending reads why, and no reset.
    for (let count = 0; count < 20; count++) expect(await post(1_000_000)).toEqual([413, 'BODY_TOO_LARGE'])
  })
})
