import { TextDecoder } from 'node:util'
import type { TextRange } from '../detection/text-range.js'

/** Shorter runs hold nothing worth decoding. */
const MIN_RUN = 24
/** So many characters of a run are decoded at a time: a multiple of four and of two. */
const PIECE = 4096

/** Told what runs of base64 or hexadecimal digits decode to. */
export interface PayloadVisitor {
  decoded(text: string, encoding: 'base64' | 'hex', place: TextRange): void
  /** The run is over: what comes next belongs to another one. */
  ended(): void
}

/** Finds runs of base64 (both alphabets of RFC 4648) and hexadecimal digits in a text that comes in chunks, and decodes them. */
export class PayloadReader {
  readonly #visitor: PayloadVisitor
  #run = ''
  #decoder: TextDecoder | undefined
  /** Where the run, as far as it was taken, ends in the text. */
  #at = 0

  constructor(visitor: PayloadVisitor) {
    this.#visitor = visitor
  }

  feed(chunk: string): void {
    let runStart = 0
    for (let index = 0; index < chunk.length; index++) {
      if (!isDigit(chunk.charCodeAt(index))) {
        if (this.#run.length + index - runStart >= MIN_RUN || this.#decoder !== undefined) {
          this.#run += chunk.slice(runStart, index)
          this.#at += index - runStart
          this.end()
          this.#at++
        } else {
          this.#run = ''
          this.#at += index + 1 - runStart
        }
        runStart = index + 1
      } else if (this.#run.length + index + 1 - runStart === PIECE) {
        this.#run += chunk.slice(runStart, index + 1)
        this.#at += index + 1 - runStart
        this.#decode(this.#at)
        runStart = index + 1
      }
    }
    this.#run += chunk.slice(runStart)
    this.#at += chunk.length - runStart
  }

  end(): void {
    if (this.#run.length >= MIN_RUN || this.#decoder !== undefined) {
      if (this.#run !== '') this.#decode(this.#at)
      this.#visitor.ended()
      this.#decoder = undefined
    }
    this.#run = ''
  }

  #decode(end: number): void {
    const encoding = /^[0-9a-f]+$/i.test(this.#run) ? 'hex' : 'base64'
    this.#decoder ??= new TextDecoder('utf-8')
    const text = this.#decoder.decode(Buffer.from(this.#run, encoding), { stream: true })
    this.#visitor.decoded(text, encoding, { start: end - this.#run.length, end })
    this.#run = ''
  }
}

function isDigit(code: number): boolean {
  return (
    (code > 0x60 && code < 0x7b) ||
    (code > 0x40 && code < 0x5b) ||
    (code > 0x2e && code < 0x3a) ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x5f
  )
}
