import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { connect } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { makeCertificate } from './make-certificate.js'
import { Folder, run, Server } from './start-gatehouse.js'

const tokens = { file: 'file-token-0123456789', env: 'env-token-0123456789abc', own: 'own-token-0123456789abc' }

describe('bearer tokens', () => {
  async function startGuarded(folder: Folder): Promise<Server> {
    await folder.write('token.txt', `${tokens.file}\n`)
    await folder.write(
      'gatehouse.yaml',
      'auth: { bearerTokens: [{ file: token.txt }, { env: CALLER_TOKEN }] }\nreload: { intervalMs: 50 }\ntelemetry: { prometheus: {} }\nprocessors: [keywords]\n',
    )
    return Server.start(['-c', folder.at('gatehouse.yaml')], {
      environment: { CALLER_TOKEN: tokens.env, GATEHOUSE_TOKEN: tokens.own },
    })
  }
  const get = (server: Server, path: string, authorization?: string) =>
    fetch(`${server.url}${path}`, { redirect: 'manual', headers: authorization === undefined ? {} : { authorization } })

  test('let in who has one, wherever the token came from', async () => {
    await using folder = await Folder.create()
    await using server = await startGuarded(folder)
    for (const token of Object.values(tokens)) {
      expect((await get(server, '/api/v1/info', `Bearer ${token}`)).status).toBe(200)
      expect((await get(server, '/api/v1/info', `bearer  ${token} `)).status).toBe(200)
    }
  })

  test.each([
    { name: 'none', authorization: undefined, challenge: 'Bearer' },
    { name: 'an empty one', authorization: 'Bearer ', challenge: 'Bearer' },
    { name: 'another scheme', authorization: `Basic ${tokens.file}`, challenge: 'Bearer' },
    {
      name: 'one letter less',
      authorization: `Bearer ${tokens.file.slice(0, -1)}`,
      challenge: 'Bearer error="invalid_token"',
    },
    { name: 'one letter more', authorization: `Bearer ${tokens.file}x`, challenge: 'Bearer error="invalid_token"' },
    {
      name: 'another case',
      authorization: `Bearer ${tokens.file.toUpperCase()}`,
      challenge: 'Bearer error="invalid_token"',
    },
    { name: 'two in one', authorization: `Bearer ${tokens.file} ${tokens.env}`, challenge: 'Bearer' },
  ])('refuse $name', async ({ authorization, challenge }) => {
    await using folder = await Folder.create()
    await using server = await startGuarded(folder)
    const reply = await get(server, '/api/v1/info', authorization)
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, challenge])
    expect(await reply.json()).toMatchObject({ code: 'UNAUTHORIZED', detail: expect.any(String) })
  })

  test('guard every path but those that hold nothing', async () => {
    await using folder = await Folder.create()
    await using server = await startGuarded(folder)
    const statusOf = async (path: string, method = 'GET') =>
      (await fetch(`${server.url}${path}`, { method, redirect: 'manual' })).status
    for (const path of [
      '/api/v1/info',
      '/api/v1/signature/gatehouse/keywords',
      '/metrics',
      '/nowhere',
      '/api/v1/nowhere',
    ]) {
      expect([path, await statusOf(path)]).toEqual([path, 401])
    }
    expect(await statusOf('/api/v1/execute/gatehouse/keywords', 'POST')).toBe(401)
    expect(await statusOf('/api/v1/execute/gatehouse/keywords', 'HEAD')).toBe(401)
    expect(await statusOf('/api/v1/execute/gatehouse/keywords', 'DELETE')).toBe(401)
    expect(await statusOf('/healthz')).toBe(200)
    expect(await statusOf('/readyz')).toBe(200)
    expect(await statusOf('/')).toBe(307)
  })

  test('change with their file, and never reach the log', async () => {
    await using folder = await Folder.create()
    await using server = await startGuarded(folder)
    await folder.write('token.txt', 'next-token-0123456789')
    await server.logged('reloaded')
    expect((await get(server, '/api/v1/info', `Bearer ${tokens.file}`)).status).toBe(401)
    expect((await get(server, '/api/v1/info', 'Bearer next-token-0123456789')).status).toBe(200)
    await folder.write('token.txt', 'too short!')
    await server.logged('reload refused')
    expect((await get(server, '/api/v1/info', 'Bearer next-token-0123456789')).status).toBe(200)
    for (const secret of [...Object.values(tokens), 'next-token', 'too short']) {
      expect(server.stdout + server.stderr).not.toContain(secret)
    }
  })
})

describe('TLS', () => {
  const authority = makeCertificate({ name: 'Test authority' })
  const own = makeCertificate({ name: 'server.example.com', issuer: authority })
  const caller = makeCertificate({ name: 'gateway.example.com', issuer: authority })
  const stranger = makeCertificate({
    name: 'gateway.example.com',
    issuer: makeCertificate({ name: 'Other authority' }),
  })

  async function startTls(folder: Folder, extra = ''): Promise<Server> {
    await folder.write('server.pem', own.cert)
    await folder.write('server.key', own.key)
    await folder.write('clients.pem', authority.cert)
    await folder.write(
      'gatehouse.yaml',
      `listen: { tls: { cert: server.pem, key: server.key${extra} } }\nreload: { intervalMs: 50 }\nprocessors: [keywords]\n`,
    )
    return Server.start(['-c', folder.at('gatehouse.yaml')])
  }

  function get(server: Server, options: { cert?: string; key?: string } = {}): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      request(`${server.url}/healthz`, { ca: authority.cert, agent: false, ...options }, (reply) => {
        reply.resume()
        resolve(reply.statusCode)
      })
        .on('error', reject)
        .end()
    })
  }

  test('is served, with a certificate that clients can check', async () => {
    await using folder = await Folder.create()
    await using server = await startTls(folder)
    expect(server.url).toMatch(/^https:/)
    expect(await get(server)).toBe(200)
    expect(await server.logged('serving')).toMatchObject({ tls: 'on' })
  })

  test('takes a renewed certificate without a restart', async () => {
    await using folder = await Folder.create()
    await using server = await startTls(folder)
    const renewed = makeCertificate({ name: 'renewed.example.com', issuer: authority })
    await folder.write('server.pem', renewed.cert)
    await folder.write('server.key', renewed.key)
    await server.logged('reloaded')
    const socket = connect({ port: server.port, host: '127.0.0.1', ca: authority.cert })
    await once(socket, 'secureConnect')
    expect(socket.getPeerCertificate().subject.CN).toBe('renewed.example.com')
    socket.destroy()
  })

  test('keeps the certificate when the key of another one comes', async () => {
    await using folder = await Folder.create()
    await using server = await startTls(folder)
    await folder.write('server.key', caller.key)
    const { problems } = await server.logged('reload refused')
    expect(problems).toEqual([expect.stringMatching(/listen\.tls\.key: expected the key of the certificate in "cert"/)])
    expect(await get(server)).toBe(200)
  })

  test.each([
    { name: 'a certificate as DER', file: 'server.pem', bytes: new X509Certificate(own.cert).raw, setting: 'cert' },
    {
      name: 'a chain with something else in it',
      file: 'server.pem',
      bytes: `${own.cert}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
      setting: 'cert',
    },
    {
      name: 'authorities as DER',
      file: 'clients.pem',
      bytes: new X509Certificate(authority.cert).raw,
      setting: 'clientCa',
    },
    {
      name: 'authorities with something else among them',
      file: 'clients.pem',
      bytes: `${authority.cert}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
      setting: 'clientCa',
    },
  ])('$name is refused at start and at reload, in place', async ({ file, bytes, setting }) => {
    await using folder = await Folder.create()
    await using server = await startTls(folder, ', clientCa: clients.pem')
    await writeFile(folder.at(file), bytes)
    const { problems } = await server.logged('reload refused')
    const problem = expect.stringMatching(
      new RegExp(`gatehouse\\.yaml:1:\\d+ listen\\.tls\\.${setting}: expected a PEM file with`),
    )
    expect(problems).toEqual([problem])
    expect(await get(server, { cert: caller.cert, key: caller.key })).toBe(200)
    const checked = await run(['check', folder.at('gatehouse.yaml')])
    expect(checked).toMatchObject({ code: 78, stderr: problem })
  })

  test('asks every client for a certificate of the right authority when it shall', async () => {
    await using folder = await Folder.create()
    await using server = await startTls(folder, ', clientCa: clients.pem')
    expect(await server.logged('serving')).toMatchObject({ tls: 'mutual' })
    expect(await get(server, { cert: caller.cert, key: caller.key })).toBe(200)
    await expect(get(server)).rejects.toThrow()
    await expect(get(server, { cert: stranger.cert, key: stranger.key })).rejects.toThrow()
    expect(await get(server, { cert: caller.cert, key: caller.key })).toBe(200)
  })

  test('goes on asking for it when a reload takes the authority away, and says that a restart is needed', async () => {
    await using folder = await Folder.create()
    await using server = await startTls(folder, ', clientCa: clients.pem')
    await folder.write(
      'gatehouse.yaml',
      'listen: { tls: { cert: server.pem, key: server.key } }\nreload: { intervalMs: 50 }\nprocessors: [keywords]\n',
    )
    expect(await server.logged('from the next start only')).toMatchObject({ settings: ['listen.tls.clientCa'] })
    await expect(get(server)).rejects.toThrow()
    await expect(get(server, { cert: stranger.cert, key: stranger.key })).rejects.toThrow()
    expect(await get(server, { cert: caller.cert, key: caller.key })).toBe(200)
  })

  test('warns of a certificate that is out of date', async () => {
    await using folder = await Folder.create()
    const old = makeCertificate({ name: 'old.example.com', issuer: authority, validTo: new Date(Date.now() - 60_000) })
    await folder.write('old.pem', old.cert)
    await folder.write('old.key', old.key)
    await folder.write('gatehouse.yaml', 'listen: { tls: { cert: old.pem, key: old.key } }\nprocessors: []\n')
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    expect(await server.logged('no longer valid since')).toMatchObject({ level: 'warn' })
  })
})

test('who listens to the network without a guard is warned', async () => {
  await using open = await Server.start(['--host', '0.0.0.0'])
  expect(await open.logged('may call every processor')).toMatchObject({ level: 'warn' })
  await using guarded = await Server.start(['--host', '0.0.0.0'], { environment: { GATEHOUSE_TOKEN: tokens.own } })
  expect(guarded.stdout).not.toContain('may call every processor')
})
