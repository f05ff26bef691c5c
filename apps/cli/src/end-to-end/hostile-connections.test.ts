import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { exchange, Folder, Server } from './start-gatehouse.js'

async function open(server: Server, bytes = ''): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  if (bytes !== '') socket.write(bytes)
  return socket
}

/** Everything that the server sends until it closes the connection, in order or by a reset. */
async function readToEnd(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (data) => {
    text += data
  })
  await new Promise((resolve) => socket.once('close', resolve))
  return text
}

async function startWith(folder: Folder, settings: string): Promise<Server> {
  await folder.write('gatehouse.yaml', `${settings}\nprocessors: [keywords]\n`)
  return Server.start(['-c', folder.at('gatehouse.yaml')])
}

const served = async (server: Server) => {
  const startedAt = performance.now()
  const reply = await fetch(`${server.url}/api/v1/execute/gatehouse/keywords`, { method: 'POST', body: exchange('hi') })
  return { status: reply.status, ms: performance.now() - startedAt }
}

const path = '/api/v1/execute/gatehouse/keywords'

test.each([
  { name: 'no HTTP', bytes: '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', status: 400 },
  {
    name: 'a head above the limit',
    bytes: `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    status: 431,
  },
  { name: 'no Host', bytes: 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', status: 400 },
  { name: 'two hosts', bytes: 'GET /api/v1/info HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n', status: 400 },
  {
    name: 'two lengths',
    bytes: `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
    status: 400,
  },
  {
    name: 'length and chunks',
    bytes: `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    status: 400,
  },
  {
    name: 'a length of 4 GB',
    bytes: `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 4294967296\r\n\r\n--b`,
    status: 413,
  },
  {
    name: 'a broken chunk',
    bytes: `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    status: 400,
  },
  { name: 'a path that is no path', bytes: 'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', status: 400 },
])('$name is answered $status, and the next request is served', async ({ bytes, status }) => {
  await using server = await Server.start()
  const answer = await readToEnd(await open(server, bytes))
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  if (!/^GET \/healthz/.test(bytes)) expect(answer).toMatch(/\r\n\r\n.*"detail":"/)
  expect((await served(server)).status).toBe(204)
})

test('who does not finish a head or a body in time is answered 408', async () => {
  await using folder = await Folder.create()
  await using server = await startWith(folder, 'timeouts: { headersMs: 500, requestMs: 1000 }')
  const head = readToEnd(await open(server, 'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: '))
  const body = readToEnd(
    await open(
      server,
      `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100\r\n\r\n--b`,
    ),
  )
  for (const answer of await Promise.all([head, body])) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(answer).toContain('"code":"REQUEST_FAULTY"')
  }
})

test('an idle connection is closed when its time is up, and at once when it has none', async () => {
  await using folder = await Folder.create()
  for (const keepAliveMs of [0, 100]) {
    await using server = await startWith(folder, `timeouts: { keepAliveMs: ${keepAliveMs} }`)
    const answer = await readToEnd(await open(server, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'))
    expect(answer).toMatch(keepAliveMs === 0 ? /^connection: close\r$/im : /^connection: keep-alive\r$/im)
  }
})

test('1,000 idle connections and 100 slow senders do not stop others', async () => {
  await using server = await Server.start()
  const sockets = await Promise.all([
    ...Array.from({ length: 1000 }, () => open(server)),
    ...Array.from({ length: 50 }, () => open(server, 'POST / HTTP/1.1\r\nHost: a\r\n')),
    ...Array.from({ length: 50 }, () =>
      open(
        server,
        `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n--b`,
      ),
    ),
  ])
  const drip = setInterval(() => {
    for (const socket of sockets.slice(1000)) socket.write('x')
  }, 100)
  for (let count = 0; count < 20; count++) {
    const { status, ms } = await served(server)
    expect(status).toBe(204)
    // Those that are slow have a minute each.
    expect(ms).toBeLessThan(5000)
    await delay(20)
  }
  clearInterval(drip)
  for (const socket of sockets) socket.destroy()
  expect((await served(server)).status).toBe(204)
})

test('connections above the limit are closed, those within it go on', async () => {
  await using folder = await Folder.create()
  await using server = await startWith(folder, 'limits: { maxConnections: 5 }')
  const within = await Promise.all(Array.from({ length: 5 }, () => open(server)))
  expect(await readToEnd(await open(server, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'))).toBe('')
  expect(await server.logged('connections were closed at once')).toMatchObject({ level: 'warn', connections: 1 })
  within[0]?.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  expect(await readToEnd(within[0] as Socket)).toMatch(/^HTTP\/1\.1 200 /)
  for (const socket of within) socket.destroy()
  await vi.waitFor(async () => expect((await served(server)).status).toBe(204), { timeout: 10_000 })
})
