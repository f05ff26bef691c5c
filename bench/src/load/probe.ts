import { connect } from './closed-loop.js'
import { ReplyReader } from './reply-reader.js'

/** Sends one request, and says what kind of reply came. */
export async function probe(
  port: number,
  request: Buffer,
): Promise<{ readonly status: number; readonly bytes: number }> {
  const socket = await connect(port)
  try {
    const reader = new ReplyReader()
    socket.write(request)
    for await (const chunk of socket) {
      if (reader.push(chunk as Buffer)) return { status: reader.status, bytes: reader.bodyBytes }
    }
    throw new Error('The server closed the connection without a reply.')
  } finally {
    socket.destroy()
  }
}
