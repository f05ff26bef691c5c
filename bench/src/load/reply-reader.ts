/**
 * Finds the end of one HTTP/1.1 reply after another on a connection without pipelining, and nothing else: a client that
 * parses less than the server writes is not what a measurement runs into.
 */
export class ReplyReader {
  #head = ''
  #bodyBytesLeft = 0
  #status = 0
  #bodyBytes = 0

  /** Status of the reply that was read last. */
  get status(): number {
    return this.#status
  }

  /** Length of its body. */
  get bodyBytes(): number {
    return this.#bodyBytes
  }

  /**
   * Takes in what arrived.
   *
   * @returns whether this was the end of a reply. @throws Error for a reply whose length is not announced.
   */
  push(chunk: Buffer): boolean {
    if (this.#bodyBytesLeft > 0) {
      this.#bodyBytesLeft -= chunk.length
      return this.#bodyBytesLeft <= 0
    }
    this.#head += chunk.toString('latin1')
    const headEnd = this.#head.indexOf('\r\n\r\n')
    if (headEnd === -1) return false
    this.#status = Number(this.#head.slice(9, 12))
    this.#bodyBytes = announcedBytes(this.#head.slice(0, headEnd), this.#status)
    this.#bodyBytesLeft = this.#bodyBytes - (this.#head.length - headEnd - 4)
    this.#head = ''
    return this.#bodyBytesLeft <= 0
  }
}

function announcedBytes(head: string, status: number): number {
  if (status === 204) return 0
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`A reply with status ${status} has no Content-Length.`)
  return Number(length)
}
