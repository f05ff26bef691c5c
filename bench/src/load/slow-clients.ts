import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from './closed-loop.js'

/** Connections that a server has to keep open while it serves others; disposing of them closes them. */
export interface SlowClients extends Disposable {
  /** How many the server has closed meanwhile. */
  readonly closed: number
}

/** Pause between two pieces of a slow sender. */
const PIECE_MS = 50
const PIECE_BYTES = 8

/** Opens connections that send nothing, and some that send a request in small pieces for as long as it lasts. */
export async function openSlowClients(
  port: number,
  idle: number,
  senders: number,
  request: Buffer,
): Promise<SlowClients> {
  const sockets: Socket[] = []
  let closed = 0
  let isOver = false
  for (let count = 0; count < idle + senders; count++) {
    const socket = await connect(port)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      closed++
    })
    sockets.push(socket)
  }
  const send = async (socket: Socket) => {
    for (let at = 0; at < request.length && !isOver; at += PIECE_BYTES) {
      socket.write(request.subarray(at, at + PIECE_BYTES))
      await sleep(PIECE_MS)
    }
  }
  for (const socket of sockets.slice(idle)) void send(socket)
  return {
    get closed() {
      return closed
    },
    [Symbol.dispose]() {
      isOver = true
      for (const socket of sockets) socket.removeAllListeners('close').destroy()
    },
  }
}
