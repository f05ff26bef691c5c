import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { runClosedLoop } from './closed-loop.js'

const request = Buffer.from('POST / HTTP/1.1\r\nHost: example.com\r\nContent-Length: 2\r\n\r\nhi')
let server = createServer()

afterEach(() => server.close())

async function listen(listener: RequestListener): Promise<number> {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test('as many requests as asked for, at most one on each connection at a time', async () => {
  let [running, most, served] = [0, 0, 0]
  const port = await listen(async (incoming, reply) => {
    most = Math.max(most, ++running)
    for await (const _ of incoming) served++
    running--
    reply.end('ok')
  })
  const outcome = await runClosedLoop({
    port,
    requests: [request],
    status: 200,
    connections: 4,
    until: { replies: 100 },
  })
  expect(outcome.replies).toBe(served)
  expect(served).toBeGreaterThanOrEqual(100)
  expect(served).toBeLessThan(104)
  expect(most).toBeLessThanOrEqual(4)
  expect(outcome.latencies).toHaveLength(served)
  expect(outcome.perSecond).toBeCloseTo(served / outcome.seconds)
})

test('another status fails', async () => {
  const port = await listen((_, reply) => reply.writeHead(500).end())
  const load = { port, requests: [request], status: 204, until: { ms: 1000 } }
  await expect(runClosedLoop(load)).rejects.toThrow('Expected status 204; a reply has 500.')
})

test('a connection that breaks fails', async () => {
  const port = await listen((incoming) => incoming.socket.destroy())
  await expect(runClosedLoop({ port, requests: [request], status: 200, until: { ms: 1000 } })).rejects.toThrow()
})
