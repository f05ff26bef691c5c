/**
 * Bytes of a body: text is sent as UTF-8, a `Uint8Array` as it is. A repetition is put together only when it is sent,
 * so that a case with megabytes stays one line of data.
 */
export type Bytes = string | Uint8Array | Repetition

/** `before`, then `unit` `times` times, then `after`. */
export interface Repetition {
  readonly before: string
  readonly unit: string
  readonly times: number
  readonly after: string
}

/** One part of a multipart body, written exactly as given: header lines, an empty line, the body. */
export interface Part {
  /** Header lines without their line end, such as `Content-Disposition: form-data; name="metadata"`. */
  readonly headers: readonly string[]
  readonly body: Bytes
}

/** A multipart body, with the ways to spoil it. */
export interface Multipart {
  readonly parts: readonly Part[]
  /** Boundary that the body uses. Default: `suite-boundary`, as in the default Content-Type. */
  readonly boundary?: string
  /** Text before the first boundary. Default: none. */
  readonly preamble?: string
  /** Text after the closing boundary. Default: none. */
  readonly epilogue?: string
  /** Line end of delimiters and part headers. Default: CRLF. */
  readonly lineEnd?: string
  /** Number of bytes taken off the end of the finished body. Default: 0. */
  readonly cut?: number
}

/** How the body is framed in HTTP/1.1, and what the sender does when it is written. */
export interface Framing {
  /** `length`: one body after a Content-Length. `chunked`: chunks of `chunkBytes`. Default: `length`. */
  readonly coding?: 'length' | 'chunked'
  /** Size of a chunk, in bytes. Default: 16,384. */
  readonly chunkBytes?: number
  /** Value of Content-Length where it is not the body's true length. */
  readonly announcedBytes?: number
  /** Text sent in place of the last, empty chunk. */
  readonly lastChunk?: string
  /** End our side of the connection after the body. Default: false. */
  readonly halfClose?: boolean
}

/** One HTTP request. `Host`, `Connection`, the framing headers and a token are added when it is sent. */
export interface Exchange {
  readonly method: string
  /** Path below the URL of the server under test, beginning with `/`. */
  readonly path: string
  /** Header lines in order, sent exactly as given; an empty value is sent as one. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: Bytes | Multipart
  readonly framing?: Framing
  /** `empty`: goes to the server without processors instead of the one with the fixtures. */
  readonly server?: 'empty'
}

/** Boundary used where a case does not care. */
export const BOUNDARY = 'suite-boundary'

/** Whether `body` is a multipart body. */
export function isMultipart(body: Bytes | Multipart): body is Multipart {
  return typeof body === 'object' && 'parts' in body
}
