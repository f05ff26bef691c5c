import { headerOf, mediaTypeOf, type Reply } from '../http/reply.js'
import { showJson } from '../language/show.js'

/** A part of a multipart reply. */
export interface ReplyPart {
  readonly name: string
  /** The body, which is UTF-8 (checked). */
  readonly text: string
  /** The body as JSON, which it is (checked). */
  readonly json: unknown
}

/** A multipart reply, and every way in which its framing is not that of section 9.1. */
export interface MultipartReading {
  /** Undefined when the Content-Type has none that can be used. */
  readonly boundary: string | undefined
  readonly parts: readonly ReplyPart[]
  readonly faults: readonly string[]
}

/** RFC 2046, section 5.1.1: 1 to 70 of these, the last one not a blank. */
const BOUNDARY = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/
/** RFC 9110, section 5.6.2: what may stand in a header parameter without quotes. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const CRLF = '\r\n'

/**
 * Reads a multipart reply as a strict reader of another make would: nothing before, between or after the parts, CRLF
 * line ends, every part named, without a file name, of type `application/json`, and holding one JSON object.
 *
 * Independent of the SDK's own codec on purpose: a suite that used the codec under test would share its faults.
 */
export function readMultipart(reply: Reply): MultipartReading {
  const faults: string[] = []
  const boundary = readBoundary(reply, faults)
  if (boundary === undefined) return { boundary, parts: [], faults }
  const chunks = splitBody(reply.body, boundary, faults)
  return { boundary, parts: chunks.map((chunk, index) => readPart(chunk, boundary, index + 1, faults)), faults }
}

function readBoundary(reply: Reply, faults: string[]): string | undefined {
  if (mediaTypeOf(reply) !== 'multipart/form-data') {
    faults.push(`the Content-Type is ${showJson(headerOf(reply, 'content-type') ?? 'absent')}, not multipart/form-data`)
    return undefined
  }
  const match = /;[ \t]*boundary=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/i.exec(headerOf(reply, 'content-type') ?? '')
  const [, quoted, bare] = match ?? []
  const boundary = quoted?.replaceAll(/\\(.)/g, '$1') ?? bare
  if (boundary === undefined || !BOUNDARY.test(boundary)) {
    faults.push('the Content-Type has no boundary of 1 to 70 characters that RFC 2046 allows')
    return undefined
  }
  if (bare !== undefined && !TOKEN.test(bare)) faults.push('the boundary needs quotes in the Content-Type')
  return boundary
}

/** The bytes between the delimiters. */
function splitBody(body: Buffer, boundary: string, faults: string[]): Buffer[] {
  const opening = `--${boundary}${CRLF}`
  const delimiter = `${CRLF}--${boundary}`
  if (body.indexOf(opening, 0, 'latin1') !== 0) {
    faults.push('the body does not begin with the boundary')
    return []
  }
  const chunks: Buffer[] = []
  let start = opening.length
  for (;;) {
    const end = body.indexOf(delimiter, start, 'latin1')
    if (end < 0) {
      faults.push('the closing boundary is missing')
      return chunks
    }
    chunks.push(body.subarray(start, end))
    start = end + delimiter.length
    const rest = body.subarray(start, start + 4).toString('latin1')
    if (rest.startsWith(CRLF)) {
      start += CRLF.length
      continue
    }
    if (rest !== `--${CRLF}` || body.length !== start + 4) {
      faults.push('the closing boundary is not followed by "--", CRLF and the end of the body')
    }
    return chunks
  }
}

function readPart(chunk: Buffer, boundary: string, number: number, faults: string[]): ReplyPart {
  const headEnd = chunk.indexOf(CRLF + CRLF, 0, 'latin1')
  const head = headEnd < 0 ? '' : chunk.subarray(0, headEnd).toString('latin1')
  const body = headEnd < 0 ? chunk : chunk.subarray(headEnd + 4)
  const fault = (text: string) => faults.push(`part ${number} ${text}`)
  if (/[^\x20-\x7e\r\n]|\r(?!\n)|(?<!\r)\n/.test(head))
    fault('has header bytes other than ASCII lines that end with CRLF')

  const headers = head.split(CRLF)
  const disposition = headers.filter((line) => /^content-disposition:/i.test(line))
  const name = /^[^:]*:[ \t]*form-data;[ \t]*name="([^"\\]*)"$/i.exec(disposition[0] ?? '')?.[1]
  if (disposition.length !== 1 || name === undefined) fault('has not one Content-Disposition: form-data; name="..."')
  const type = headers.filter((line) => /^content-type:/i.test(line))
  if (type.length !== 1 || !/^[^:]*:[ \t]*application\/json$/i.test(type[0] ?? '')) {
    fault('has not one Content-Type: application/json')
  }
  if (body.includes(boundary, 0, 'latin1')) fault('contains the boundary')

  const text = decodeUtf8(body)
  if (text === undefined) fault('is not valid UTF-8')
  const json = parseJson(text ?? '')
  if (typeof json !== 'object' || json === null || Array.isArray(json)) fault('is not a JSON object')
  return { name: name ?? '', text: text ?? '', json }
}

/** The bytes as UTF-8, or `undefined` when they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The value of a JSON text, or `undefined` when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
