import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import type { EncodedRequest } from './encode.js'
import { ExchangeError } from './exchange-error.js'
import type { Reply } from './reply.js'
import { ReplyParser } from './reply-parser.js'
import type { Target } from './target.js'

/** Bounds of one exchange. */
export interface ExchangeLimits {
  /** From the first attempt to connect to the last byte of the reply, in milliseconds. */
  readonly timeoutMs: number
  /** Largest reply body, in bytes. */
  readonly maxReplyBytes: number
}

/** What {@link sendRequest} needs to know beside the bytes. */
export interface SendOptions extends ExchangeLimits {
  readonly method: string
  /** End our side of the connection after the body. Default: false. */
  readonly halfClose?: boolean
  /** Drops the connection. */
  readonly signal?: AbortSignal | undefined
}

const WRITE_BYTES = 64 * 1024

/**
 * Sends the bytes over a connection of their own and reads one reply, which may come before the request is written.
 * Always settles within the time limit, whatever the other side does.
 *
 * @throws ExchangeError (as a rejection) when no usable reply came.
 */
export function sendRequest(target: Target, request: EncodedRequest, options: SendOptions): Promise<Reply> {
  const { method, timeoutMs, maxReplyBytes, halfClose = false, signal } = options
  return new Promise((resolve, reject) => {
    const parser = new ReplyParser(method, maxReplyBytes)
    const socket = openConnection(target)
    let connected = false

    const settle = (outcome: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      socket.destroy()
      outcome()
    }
    const fail = (error: unknown) => settle(() => reject(error))
    const abort = () => fail(new ExchangeError('aborted', 'The exchange was dropped.'))
    const timer = setTimeout(() => {
      const what = connected ? 'No whole reply came' : `No connection to ${target.authority} was made`
      fail(new ExchangeError('timeout', `${what} within ${timeoutMs} ms.`))
    }, timeoutMs)
    const read = (step: () => void) => {
      try {
        step()
      } catch (error) {
        return fail(error)
      }
      const { reply } = parser
      if (reply !== undefined) settle(() => resolve(reply))
    }

    socket.on('data', (bytes: Buffer) => read(() => parser.push(bytes)))
    socket.on('end', () => read(() => parser.end()))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const failure = connected ? 'closed' : 'unreachable'
      const what = connected
        ? 'The connection broke before a whole reply'
        : `No connection to ${target.authority} could be made`
      fail(new ExchangeError(failure, `${what} (${error.code ?? error.message}).`, error))
    })
    socket.on('close', () => fail(new ExchangeError('closed', 'The connection was closed before a whole reply.')))
    socket.once(target.tls === undefined ? 'connect' : 'secureConnect', () => {
      connected = true
      void writeAll(socket, request, halfClose)
    })
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
}

function openConnection({ host, port, tls }: Target): Socket {
  if (tls === undefined) return surviveFailedWrites(connectTcp({ host, port }))
  // A server name is for names: RFC 6066, section 3, has no place for an address.
  return surviveFailedWrites(connectTls({ ...tls, host, port, ...(isIP(host) === 0 ? { servername: host } : {}) }))
}

/**
 * Keeps a failed write from destroying the socket, and with it the reply of a server that answered early and closed: what
 * has arrived can still be read. A broken connection shows in reading, or in the time limit.
 */
function surviveFailedWrites(socket: Socket): Socket {
  const write = socket._write.bind(socket)
  socket._write = (chunk, encoding, done) => write(chunk, encoding, () => done())
  return socket
}

/** Writes in small steps with a turn of the event loop between them, so that an early reply is read first. */
async function writeAll(socket: Socket, { head, pieces }: EncodedRequest, halfClose: boolean): Promise<void> {
  const writes = [Buffer.from(head, 'latin1'), ...pieces]
  for (const bytes of joinSmall(writes)) {
    for (let start = 0; start < bytes.length; start += WRITE_BYTES) {
      if (!socket.writable) return
      await new Promise<void>((resolve) => {
        socket.write(bytes.subarray(start, start + WRITE_BYTES), () => resolve())
      })
      await nextTurn()
    }
  }
  if (halfClose && socket.writable) socket.end()
}

/** Joins neighbours up to one write, so that a head and a short body travel together. */
function joinSmall(pieces: readonly Uint8Array[]): Uint8Array[] {
  const joined: Uint8Array[] = []
  let group: Uint8Array[] = []
  let bytes = 0
  for (const piece of pieces) {
    if (bytes + piece.length > WRITE_BYTES && group.length > 0) {
      joined.push(Buffer.concat(group))
      group = []
      bytes = 0
    }
    group.push(piece)
    bytes += piece.length
  }
  return [...joined, Buffer.concat(group)]
}
