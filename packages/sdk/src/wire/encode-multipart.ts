import { randomFillSync } from 'node:crypto'
import { mediaTypes, type PartName, partNames } from './part-names.js'

/** JSON text of each part to send. */
export type PartTexts = { readonly [name in PartName]?: string | undefined }

/** A multipart message, ready to be sent. */
export interface EncodedMultipart {
  /** Value of the `Content-Type` header. */
  readonly contentType: string
  readonly body: Buffer
}

/** The order that the protocol wants from a writer: metadata comes last. */
const ORDER: readonly PartName[] = [
  partNames.inputParameters,
  partNames.responseParameters,
  partNames.inputMessages,
  partNames.responseChoices,
  partNames.reject,
  partNames.metadata,
]

/** Headers of each part, from the CRLF after the boundary to the blank line. */
const HEADERS = new Map(
  ORDER.map((name) => [
    name,
    Buffer.from(
      `\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: ${mediaTypes.json}\r\n\r\n`,
      'latin1',
    ),
  ]),
)

/**
 * Writes an execute request or reply: the given parts in the protocol's order, UTF-8, under a random boundary that no
 * content can foresee.
 *
 * A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD; `JSON.stringify` escapes it before.
 */
export function encodeMultipart(texts: PartTexts): EncodedMultipart {
  const boundary = nextBoundary()
  const delimiterBytes = 2 + boundary.length
  let size = delimiterBytes + 4
  for (const name of ORDER) {
    const text = texts[name]
    if (text === undefined) continue
    size += delimiterBytes + (HEADERS.get(name)?.length ?? 0) + Buffer.byteLength(text) + 2
  }

  const body = Buffer.allocUnsafe(size)
  let at = 0
  for (const name of ORDER) {
    const text = texts[name]
    if (text === undefined) continue
    at += body.write(`--${boundary}`, at, 'latin1')
    at += HEADERS.get(name)?.copy(body, at) ?? 0
    at += body.write(text, at, 'utf8')
    at += body.write('\r\n', at, 'latin1')
  }
  body.write(`--${boundary}--\r\n`, at, 'latin1')
  return { contentType: `${mediaTypes.multipart};charset=utf-8;boundary="${boundary}"`, body }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const BOUNDARY_LENGTH = 64

/** Random letters and digits, drawn for many boundaries at once: one call of the generator costs more than a message. */
const supply = Buffer.alloc(BOUNDARY_LENGTH * 64)
let used = supply.length

/** 64 letters and digits, over 370 bits. That the first letters of the alphabet come a little more often takes little from them. */
function nextBoundary(): string {
  if (used === supply.length) {
    randomFillSync(supply)
    for (const [index, byte] of supply.entries()) supply[index] = ALPHABET.charCodeAt(byte % ALPHABET.length)
    used = 0
  }
  used += BOUNDARY_LENGTH
  return supply.toString('latin1', used - BOUNDARY_LENGTH, used)
}
