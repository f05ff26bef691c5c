import { escapeText } from '../http/encode.js'
import { headerOf, type Reply } from '../http/reply.js'

const MAX_CHARACTERS = 600

/** A reply for the reader of a report: status, media type and the beginning of the body, control characters escaped. */
export function showReply({ status, headers, body, surplusBytes }: Reply): string {
  const type = headerOf({ status, headers, body, surplusBytes }, 'content-type') ?? 'no Content-Type'
  const head = escapeText(`${status}, ${type}`)
  if (body.length === 0) return `${head}, empty body`
  const text = escapeText(body.subarray(0, MAX_CHARACTERS).toString())
  return body.length > MAX_CHARACTERS ? `${head}, ${text}… (${body.length} bytes)` : `${head}, ${text}`
}
