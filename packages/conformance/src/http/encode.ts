import { BOUNDARY, type Bytes, type Exchange, isMultipart, type Multipart } from '../language/exchange.js'
import type { Target } from './target.js'

/** A request as bytes. The body comes in pieces, so that a large one is never copied as a whole. */
export interface EncodedRequest {
  readonly head: string
  readonly pieces: readonly Uint8Array[]
}

const DEFAULT_CHUNK_BYTES = 16 * 1024
const AUTHORIZATION = 'Authorization: Bearer '

/** Puts a request into bytes, exactly as the case has it. */
export function encodeRequest(exchange: Exchange, target: Target): EncodedRequest {
  const { method, path, headers = [], body, framing = {} } = exchange
  const { coding = 'length', chunkBytes = DEFAULT_CHUNK_BYTES, announcedBytes, lastChunk } = framing
  const content = body === undefined ? [] : encodeBody(body)
  const lines = [`${method} ${target.basePath}${path} HTTP/1.1`, `Host: ${target.authority}`]
  lines.push('User-Agent: gatehouse-conformance', 'Connection: close')
  if (target.bearerToken !== undefined) lines.push(AUTHORIZATION + target.bearerToken)
  for (const [name, value] of headers) lines.push(`${name}: ${value}`)
  if (coding === 'chunked') lines.push('Transfer-Encoding: chunked')
  else if (body !== undefined || announcedBytes !== undefined || method === 'POST') {
    const length = content.reduce((sum, piece) => sum + piece.length, 0)
    lines.push(`Content-Length: ${announcedBytes ?? length}`)
  }
  return {
    head: `${lines.join('\r\n')}\r\n\r\n`,
    pieces: coding === 'chunked' ? encodeChunks(content, chunkBytes, lastChunk) : content,
  }
}

/** The request for a reader of a report: control characters escaped, at most `maxLength` characters, no token. */
export function showRequest({ head, pieces }: EncodedRequest, maxLength = 1000): string {
  const shownHead = head
    .split('\r\n')
    .map((line) => (line.startsWith(AUTHORIZATION) ? `${AUTHORIZATION}***` : line))
    .join('\r\n')
  let text = shownHead
  for (const piece of pieces) {
    if (text.length > maxLength) break
    text += Buffer.from(piece.subarray(0, maxLength)).toString('latin1')
  }
  const total = shownHead.length + pieces.reduce((sum, piece) => sum + piece.length, 0)
  const shown = escapeText(Buffer.from(text.slice(0, maxLength), 'latin1').toString())
  return total > maxLength ? `${shown}… (${total} bytes)` : shown
}

/** Control characters as escapes; a line end also breaks the line. */
export function escapeText(text: string): string {
  return text.replaceAll('\r\n', '\\r\\n\n').replaceAll(/(?!\n)[\p{Cc}\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function encodeBody(body: Bytes | Multipart): Uint8Array[] {
  return isMultipart(body) ? encodeMultipart(body) : [encodeBytes(body)]
}

function encodeMultipart({ parts, boundary = BOUNDARY, preamble, epilogue, lineEnd = '\r\n', cut = 0 }: Multipart) {
  const pieces: Uint8Array[] = [Buffer.from(preamble ?? '')]
  for (const { headers, body } of parts) {
    const head = [`--${boundary}`, ...headers, '', ''].join(lineEnd)
    pieces.push(Buffer.from(head), encodeBytes(body), Buffer.from(lineEnd))
  }
  pieces.push(Buffer.from(`--${boundary}--${lineEnd}${epilogue ?? ''}`))
  return cut === 0 ? pieces : [Buffer.concat(pieces).subarray(0, -cut)]
}

function encodeBytes(bytes: Bytes): Uint8Array {
  if (typeof bytes === 'string') return Buffer.from(bytes)
  if (bytes instanceof Uint8Array) return bytes
  return Buffer.concat([
    Buffer.from(bytes.before),
    Buffer.alloc(Buffer.byteLength(bytes.unit) * bytes.times, bytes.unit),
    Buffer.from(bytes.after),
  ])
}

function encodeChunks(content: readonly Uint8Array[], chunkBytes: number, lastChunk = '0\r\n\r\n'): Uint8Array[] {
  const whole = Buffer.concat(content)
  const pieces: Uint8Array[] = []
  for (let start = 0; start < whole.length; start += chunkBytes) {
    const chunk = whole.subarray(start, start + chunkBytes)
    pieces.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'))
  }
  return [...pieces, Buffer.from(lastChunk)]
}
