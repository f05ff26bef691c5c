import { ExchangeError } from './exchange-error.js'
import type { Reply } from './reply.js'

const MAX_HEAD_BYTES = 64 * 1024
const MAX_INTERIM_REPLIES = 8
const MAX_CHUNK_LINE_BYTES = 1024
const CRLF = '\r\n'

type State = 'head' | 'length' | 'chunk-line' | 'chunk' | 'trailers' | 'close' | 'done'

/**
 * Reads one HTTP/1.1 reply (RFC 9112) from bytes as they come, strictly: no bare LF, no folded header, no doubt about
 * the length. Holds at most `maxBytes` and a head; each byte is looked at a bounded number of times.
 */
export class ReplyParser {
  #bytes = Buffer.alloc(8192)
  #length = 0
  /** Where the next thing to read begins. */
  #start = 0
  /** Up to where its end was looked for in vain. */
  #searched = 0
  #state: State = 'head'
  #remaining = 0
  #interim = 0
  #status = 0
  #headers: [string, string][] = []
  #body: Buffer[] = []

  /** @param method Method of the request: the reply to HEAD has no body whatever its headers say. */
  constructor(
    private readonly method: string,
    private readonly maxBytes: number,
  ) {}

  /** The reply, once it is whole. */
  get reply(): Reply | undefined {
    if (this.#state !== 'done') return undefined
    return {
      status: this.#status,
      headers: this.#headers,
      body: Buffer.concat(this.#body),
      surplusBytes: this.#length - this.#start,
    }
  }

  /** Takes the next bytes. @throws ExchangeError `malformed` or `too-large`. */
  push(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.maxBytes + MAX_HEAD_BYTES) {
      throw new ExchangeError('too-large', `The reply is larger than ${this.maxBytes} bytes.`)
    }
    this.#append(bytes)
    while (this.#step()) {}
  }

  /** Says that no more bytes come. @throws ExchangeError `closed` when the reply is not whole. */
  end(): void {
    if (this.#state === 'done') return
    if (this.#state !== 'close') {
      const got = this.#length === 0 ? 'a reply' : `the end of the reply (${this.#length} bytes came)`
      throw new ExchangeError('closed', `The connection was closed before ${got}.`)
    }
    this.#body.push(this.#take(this.#length - this.#start))
    this.#state = 'done'
  }

  #append(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + bytes.length))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Reads one thing; false when more bytes are needed or nothing is left to read. */
  #step(): boolean {
    switch (this.#state) {
      case 'head': {
        const head = this.#takeUntil(CRLF + CRLF, MAX_HEAD_BYTES, 'The head of the reply')
        if (head === undefined) return false
        this.#readHead(head)
        return true
      }
      case 'length':
        if (this.#length - this.#start < this.#remaining) return false
        this.#body.push(this.#take(this.#remaining))
        this.#state = 'done'
        return false
      case 'chunk-line': {
        const line = this.#takeUntil(CRLF, MAX_CHUNK_LINE_BYTES, 'A chunk size')
        if (line === undefined) return false
        const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec(line)?.[1]
        if (size === undefined) throw malformed('A chunk size of the reply is not a hexadecimal number.')
        this.#remaining = Number.parseInt(size, 16)
        this.#state = this.#remaining === 0 ? 'trailers' : 'chunk'
        return true
      }
      case 'chunk': {
        if (this.#length - this.#start < this.#remaining + CRLF.length) return false
        this.#body.push(this.#take(this.#remaining))
        if (this.#take(CRLF.length).toString('latin1') !== CRLF) {
          throw malformed('A chunk of the reply is longer than its size says.')
        }
        this.#state = 'chunk-line'
        return true
      }
      case 'trailers': {
        const line = this.#takeUntil(CRLF, MAX_HEAD_BYTES, 'A trailer')
        if (line === undefined) return false
        if (line === '') this.#state = 'done'
        return line !== ''
      }
      case 'close':
      case 'done':
        return false
    }
  }

  #readHead(head: string): void {
    const [statusLine = '', ...lines] = head.split(CRLF)
    const status = /^HTTP\/1\.[01] ([1-5]\d\d)(?: .*)?$/.exec(statusLine)?.[1]
    if (status === undefined) throw malformed('The reply does not begin with an HTTP/1.1 status line.')
    this.#status = Number(status)
    this.#headers = lines.map(readHeader)
    if (this.#status < 200) {
      if (this.#status === 101) throw malformed('The reply switches protocols.')
      if (++this.#interim > MAX_INTERIM_REPLIES)
        throw malformed(`More than ${MAX_INTERIM_REPLIES} interim replies came.`)
      return
    }
    this.#state = this.#framing()
  }

  /** Message body length, RFC 9112, section 6.3. */
  #framing(): State {
    const values = (name: string) => this.#headers.filter(([candidate]) => candidate === name).map(([, value]) => value)
    const codings = values('transfer-encoding')
    const lengths = values('content-length')
    if (this.method === 'HEAD' || this.#status === 204 || this.#status === 304) return 'done'
    if (codings.length > 0) {
      if (lengths.length > 0) throw malformed('The reply has both Content-Length and Transfer-Encoding.')
      if (codings.join(',').trim().toLowerCase() !== 'chunked') {
        throw malformed('The transfer coding of the reply is not chunked.')
      }
      return 'chunk-line'
    }
    if (lengths.length === 0) return 'close'
    if (lengths.length > 1 || !/^\d{1,15}$/.test(lengths[0] ?? '')) {
      throw malformed('The Content-Length of the reply is not one decimal number.')
    }
    this.#remaining = Number(lengths[0])
    if (this.#remaining > this.maxBytes) {
      throw new ExchangeError(
        'too-large',
        `The reply announces ${this.#remaining} bytes; the limit is ${this.maxBytes}.`,
      )
    }
    return 'length'
  }

  #take(length: number): Buffer {
    const taken = this.#bytes.subarray(this.#start, this.#start + length)
    this.#start += length
    this.#searched = this.#start
    return taken
  }

  /** The text up to `end`, which is passed over; `undefined` when it has not come yet. */
  #takeUntil(end: string, maxBytes: number, what: string): string | undefined {
    const index = this.#bytes.subarray(0, this.#length).indexOf(end, this.#searched, 'latin1')
    if (index < 0 ? this.#length - this.#start > maxBytes : index - this.#start > maxBytes) {
      throw malformed(`${what} is longer than ${maxBytes} bytes.`)
    }
    if (index < 0) {
      this.#searched = Math.max(this.#start, this.#length - end.length + 1)
      return undefined
    }
    const text = this.#take(index - this.#start).toString('latin1')
    this.#take(end.length)
    return text
  }
}

/** `name: value` (RFC 9112, section 5): a token, no blank before the colon, no control characters in the value. */
function readHeader(line: string): [string, string] {
  const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):((?:[\t\x80-\x9f]|\P{Cc})*)$/u.exec(line)
  if (match === null) throw malformed('A header line of the reply is not "name: value".')
  return [(match[1] ?? '').toLowerCase(), (match[2] ?? '').trim()]
}

function malformed(message: string): ExchangeError {
  return new ExchangeError('malformed', message)
}
