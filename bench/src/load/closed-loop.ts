import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { availableParallelism } from 'node:os'
import { isPinned } from '../servers/start-server.js'
import { ReplyReader } from './reply-reader.js'

/** What {@link runClosedLoop} sends, and for how long. */
export interface Load {
  /** Port on 127.0.0.1. */
  readonly port: number
  /** Whole requests as they go over the wire; sent in turn, over and over. */
  readonly requests: readonly Buffer[]
  /** The only status that is expected. */
  readonly status: number
  /** Keep-alive connections, each with one request in flight. Default 16. */
  readonly connections?: number
  /** When to stop: after this time, or after this many replies, whichever comes first. */
  readonly until: { readonly ms?: number; readonly replies?: number }
}

/** What came of a load. */
export interface LoadOutcome {
  readonly replies: number
  /** From the first request to the last reply. */
  readonly seconds: number
  readonly perSecond: number
  /** Time from request to reply in milliseconds, sorted. */
  readonly latencies: Float64Array
}

/**
 * Loads a server in a closed loop: each connection sends its next request once the last one is answered.
 *
 * @throws Error when a connection breaks, or a reply has another status than expected.
 */
export async function runClosedLoop({ port, requests, status, connections = 16, until }: Load): Promise<LoadOutcome> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => connect(port)))
  const latencies: number[] = []
  let sent = 0
  const start = performance.now()
  const { ms = Number.POSITIVE_INFINITY, replies = Number.POSITIVE_INFINITY } = until
  const isOver = () => sent >= replies || performance.now() - start >= ms

  const drive = (socket: Socket): Promise<void> =>
    new Promise((finish, fail) => {
      const reader = new ReplyReader()
      let sentAt = 0
      const send = () => {
        sentAt = performance.now()
        socket.write(requests[sent++ % requests.length] as Buffer)
      }
      socket.on('data', (chunk) => {
        try {
          if (!reader.push(chunk)) return
          if (reader.status !== status) throw new Error(`Expected status ${status}; a reply has ${reader.status}.`)
          latencies.push(performance.now() - sentAt)
          if (isOver()) finish()
          else send()
        } catch (error) {
          fail(error)
        }
      })
      socket.on('error', fail)
      socket.on('close', () => fail(new Error('The server closed a connection under load.')))
      send()
    })

  const stopPolling = poll()
  try {
    await Promise.all(sockets.map(drive))
    const seconds = (performance.now() - start) / 1000
    return {
      replies: latencies.length,
      seconds,
      perSecond: latencies.length / seconds,
      latencies: Float64Array.from(latencies).sort(),
    }
  } finally {
    stopPolling()
    for (const socket of sockets) socket.destroy()
  }
}

/**
 * Keeps the event loop from sleeping, where there is a core to spare. On one machine, waking a client that sleeps is done
 * by the server's own system call, and a slow server would be charged for it more often than a fast one.
 */
function poll(): () => void {
  let isOver = availableParallelism() < 2 && !isPinned()
  const turn = () => {
    if (!isOver) setImmediate(turn)
  }
  turn()
  return () => {
    isOver = true
  }
}

/** An open connection. */
export async function connect(port: number): Promise<Socket> {
  const socket = connectTcp({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return socket
}
