import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { encodeRequest } from './encode.js'
import type { ExchangeFailure } from './exchange-error.js'
import { sendRequest } from './send-request.js'
import { readTarget } from './target.js'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server of raw bytes on a free port. */
async function listen(onSocket: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    onSocket(socket)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Sending {
  readonly timeoutMs?: number
  readonly bytes?: number
  readonly halfClose?: boolean
  readonly signal?: AbortSignal
}

function send(url: string, { timeoutMs = 5000, bytes = 0, halfClose = false, signal }: Sending = {}) {
  const target = readTarget(url)
  const body = Buffer.alloc(bytes, 'x')
  const request = encodeRequest({ method: 'POST', path: '/', body }, target)
  return sendRequest(target, request, { method: 'POST', timeoutMs, maxReplyBytes: 100_000, halfClose, signal })
}

const EARLY_SERVER = `
const { parentPort } = require('node:worker_threads')
const server = require('node:net').createServer((socket) => {
  socket.on('error', () => {})
  socket.once('data', () => {
    socket.pause()
    socket.write('HTTP/1.1 400 Bad Request\\r\\nContent-Length: 0\\r\\n\\r\\n', () => socket.destroy())
  })
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

const REPLY = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'

describe('a reply comes', () => {
  test('from a server that keeps the connection open', async () => {
    const url = await listen((socket) => socket.once('data', () => socket.write(REPLY)))
    expect((await send(url)).body.toString()).toBe('hi')
  })

  test('byte by byte', async () => {
    const url = await listen((socket) => {
      socket.setNoDelay(true)
      socket.once('data', async () => {
        for (const character of REPLY) await new Promise((resolve) => socket.write(character, resolve))
      })
    })
    expect((await send(url)).body.toString()).toBe('hi')
  })

  test('before the request is written, from a server that does not read on', async () => {
    const url = await listen((socket) => {
      socket.once('data', () => {
        socket.pause()
        socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n')
      })
    })
    expect((await send(url, { bytes: 50_000_000 })).status).toBe(413)
  })

  test('from a server that answers early and closes while we are still writing', async () => {
    // In a thread of its own, so that it closes while we write. What it has not read makes its close a reset, and our next
    // write a broken pipe.
    const worker = new Worker(EARLY_SERVER, { eval: true })
    onTestFinished(async () => void (await worker.terminate()))
    const [port] = await once(worker, 'message')
    for (let run = 0; run < 100; run++) {
      expect((await send(`http://127.0.0.1:${port}`, { bytes: 2_000_000 })).status).toBe(400)
    }
  })

  test('after our side was closed', async () => {
    const url = await listen((socket) => {
      socket.resume()
      socket.on('end', () => socket.end(REPLY))
    })
    expect((await send(url, { halfClose: true })).status).toBe(200)
  })
})

describe('a hostile server ends in a named failure', () => {
  const hostile: { name: string; failure: ExchangeFailure; onSocket: (socket: Socket) => void }[] = [
    { name: 'never answers', failure: 'timeout', onSocket: (socket) => socket.resume() },
    { name: 'never reads', failure: 'timeout', onSocket: (socket) => socket.pause() },
    { name: 'closes at once', failure: 'closed', onSocket: (socket) => socket.end() },
    { name: 'resets', failure: 'closed', onSocket: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
    {
      name: 'closes in the middle',
      failure: 'closed',
      onSocket: (socket) => socket.once('data', () => socket.end(REPLY.slice(0, -1))),
    },
    {
      name: 'answers garbage',
      failure: 'malformed',
      onSocket: (socket) => socket.once('data', () => socket.write(Buffer.alloc(200_000, 0xff))),
    },
    {
      name: 'sends a body without end',
      failure: 'too-large',
      onSocket: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
        const flood = () => {
          while (socket.writable && socket.write(`3e8\r\n${'x'.repeat(1000)}\r\n`)) {}
        }
        socket.on('drain', flood)
        flood()
      },
    },
    {
      name: 'drips a body',
      failure: 'timeout',
      onSocket: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n')
        const timer = setInterval(() => socket.write('x'), 20)
        socket.on('close', () => clearInterval(timer))
      },
    },
    {
      name: 'sends interim replies only',
      failure: 'malformed',
      onSocket: (socket) => socket.write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(100)),
    },
  ]

  test.each(hostile)('$name', async ({ failure, onSocket }) => {
    const url = await listen(onSocket)
    const startedAt = performance.now()
    // What fails in another way has the time for it on a busy machine, too.
    const timeoutMs = failure === 'timeout' ? 400 : 10_000
    await expect(send(url, { timeoutMs, bytes: 10_000_000 })).rejects.toMatchObject({ failure })
    expect(performance.now() - startedAt).toBeLessThan(8000)
  })

  test('nobody listens', async () => {
    const url = await listen(() => {})
    const server = servers.pop()
    await new Promise((resolve) => server?.close(resolve))
    await expect(send(url)).rejects.toMatchObject({ failure: 'unreachable' })
  })

  test('a server without TLS behind https', async () => {
    const url = await listen((socket) => socket.once('data', () => socket.end(REPLY)))
    await expect(send(url.replace('http', 'https'))).rejects.toMatchObject({ failure: 'unreachable' })
  })
})

test('a dropped exchange closes the connection', async () => {
  let closed: Promise<unknown> | undefined
  const leaving = new AbortController()
  const url = await listen((socket) => {
    closed = once(socket, 'close')
    socket.once('data', () => leaving.abort())
  })
  await expect(send(url, { signal: leaving.signal })).rejects.toMatchObject({ failure: 'aborted' })
  await closed
})
