import { randomBytes } from 'node:crypto'
import { mediaTypes, type PartName, partNames } from './part-names.js'

/** JSON text of each part to send. */
export type PartTexts = { readonly [name in PartName]?: string | undefined }

/** A multipart message, ready to be sent. */
export interface EncodedMultipart {
  /** Value of the `Content-Type` header. */
  readonly contentType: string
  /** To be sent as UTF-8. As text, since Node sends a short text together with the headers, and bytes by themselves. */
  readonly body: string
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
const HEADERS: Readonly<Record<PartName, string>> = Object.fromEntries(
  ORDER.map((name) => [
    name,
    `\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: ${mediaTypes.json}\r\n\r\n`,
  ]),
) as Record<PartName, string>

/**
 * Writes an execute request or reply: the given parts in the protocol's order, UTF-8, under a random boundary that no
 * content can foresee.
 *
 * A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD on its way; `JSON.stringify` escapes it before.
 */
export function encodeMultipart(texts: PartTexts): EncodedMultipart {
  const boundary = nextBoundary()
  let body = ''
  for (const name of ORDER) {
    const part = texts[name]
    if (part !== undefined) body += `--${boundary}${HEADERS[name]}${part}\r\n`
  }
  body += `--${boundary}--\r\n`
  return { contentType: `${mediaTypes.multipart};charset=utf-8;boundary="${boundary}"`, body }
}

/** 128 random bits in hexadecimal digits: who has seen every boundary so far cannot tell the next one. */
const BOUNDARY_LENGTH = 32
/** So many are drawn at once, since one call of the generator costs more than a small message. */
const SUPPLY = 256

let supply = ''
let used = 0

function nextBoundary(): string {
  if (used === supply.length) {
    supply = randomBytes((SUPPLY * BOUNDARY_LENGTH) / 2).toString('hex')
    used = 0
  }
  used += BOUNDARY_LENGTH
  return supply.slice(used - BOUNDARY_LENGTH, used)
}
