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
  const body = JSON.stringify({ detail, code: 'REQUEST_FAULTY' })
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
  // A peer that keeps sending would otherwise hold the connection in its half-closed state.
  setTimeout(() => socket.destroy(), 1000).unref()
}
