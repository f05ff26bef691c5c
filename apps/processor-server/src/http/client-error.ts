import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

const answers: Readonly<Record<string, { status: string; detail: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    detail: 'The head of the request is larger than the limit allows.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: '413 Payload Too Large',
    detail: 'The chunk extensions of the request are larger than the limit allows.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    detail: 'The request did not arrive within its time limit.',
  },
}

const malformed = { status: '400 Bad Request', detail: 'The request is not HTTP that the server can read.' }

/** Answers what never became a request, as the protocol's other errors are answered, and closes the connection. */
export function answerClientError(error: NodeJS.ErrnoException, stream: Duplex): void {
  const socket = stream as Socket & { readonly _httpMessage?: { readonly headersSent: boolean } | null }
  // Node keeps the answer under way in `_httpMessage`; a second status line in the middle of one would be a lie.
  if (!socket.writable || socket._httpMessage?.headersSent === true) {
    socket.destroy()
    return
  }
  const { status, detail } = answers[error.code ?? ''] ?? malformed
  const body = writeBody(detail)
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
  // A peer that keeps sending would otherwise hold the connection in its half-closed state.
  setTimeout(() => socket.destroy(), 1000).unref()
}

/**
 * Whether a request has more than one `Host`, which RFC 9112, section 3.2, has refused: two servers on its way could each
 * take another one for the right one. Node takes the first.
 */
export function hasManyHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  return hosts > 1
}

/** Answers a request that is not to be answered otherwise, as {@link answerClientError} does, and closes the connection. */
export function refuseManyHosts(reply: ServerResponse): void {
  const body = writeBody('The request has more than one Host.')
  reply.writeHead(400, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  })
  reply.end(body)
}

function writeBody(detail: string): string {
  return JSON.stringify({ detail, code: 'REQUEST_FAULTY' })
}
