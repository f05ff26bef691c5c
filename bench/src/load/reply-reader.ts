/**
 * Finds the end of one HTTP/1.1 reply after another on a connection without pipelining, and nothing else: a client that
 * parses less than the server writes is not what a measurement runs into.
 */
export class ReplyReader {
  #head = ''
  #isChunked = false
  /** What a chunked body ends with so far. */
  #chunksEnd = ''
  #bodyBytesLeft = 0
  #status = 0
  #bodyBytes = 0

  /** Status of the reply that was read last. */
  get status(): number {
    return this.#status
  }

  /** Length of its body; 0 for a chunked one. */
  get bodyBytes(): number {
    return this.#bodyBytes
  }

  /**
   * Takes in what arrived.
   *
   * @returns whether this was the end of a reply. @throws Error for a reply whose length is not announced.
   */
  push(chunk: Buffer): boolean {
    if (this.#isChunked) return this.#pushChunked(chunk.toString('latin1'))
    if (this.#bodyBytesLeft > 0) {
      this.#bodyBytesLeft -= chunk.length
      return this.#bodyBytesLeft <= 0
    }
    this.#head += chunk.toString('latin1')
    const headEnd = this.#head.indexOf('\r\n\r\n')
    if (headEnd === -1) return false
    this.#status = Number(this.#head.slice(9, 12))
    const head = this.#head.slice(0, headEnd)
    this.#isChunked = CHUNKED.test(head)
    if (this.#isChunked) {
      const body = this.#head.slice(headEnd + LINE_END.length)
      this.#head = ''
      this.#bodyBytes = 0
      return this.#pushChunked(body)
    }
    this.#bodyBytes = announcedBytes(head, this.#status)
    this.#bodyBytesLeft = this.#bodyBytes - (this.#head.length - headEnd - 4)
    this.#head = ''
    return this.#bodyBytesLeft <= 0
  }

  /** Sizes of chunks are not read: only the last one has these bytes at its end, in the bodies that come here. */
  #pushChunked(text: string): boolean {
    this.#chunksEnd = (this.#chunksEnd + text).slice(-LAST_CHUNK.length)
    if (this.#chunksEnd !== LAST_CHUNK) return false
    this.#isChunked = false
    this.#chunksEnd = ''
    return true
  }
}

const CHUNKED = /\r\ntransfer-encoding: *chunked/i
const LINE_END = '\r\n'
/** RFC 9112, section 7.1: the end of a chunk or of the head, the chunk of size 0, no trailers. */
const LAST_CHUNK = '\r\n0\r\n\r\n'

function announcedBytes(head: string, status: number): number {
  if (status === 204) return 0
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`A reply with status ${status} has no Content-Length.`)
  return Number(length)
}
