/** Counts the bytes of large bodies that are held, from their arrival to the end of the reply, over all requests of a server. */
export class PendingBodies {
  #bytes = 0

  /** @param maxBytes most bytes at a time. */
  constructor(readonly maxBytes: number) {}

  /** Counts `bytes` more. @returns false when there is no room for them; then they are not counted. */
  take(bytes: number): boolean {
    if (this.#bytes + bytes > this.maxBytes) return false
    this.#bytes += bytes
    return true
  }

  give(bytes: number): void {
    this.#bytes -= bytes
  }
}
