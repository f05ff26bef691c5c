import { constants, isAscii } from 'node:buffer'
import { type ErrorCode, ProcessorError } from '../errors.js'
import type { MultipartContentType } from './content-type.js'
import type { Part } from './part.js'
import { type PartHeaders, parsePartHeaders } from './part-headers.js'
import { partNames } from './part-names.js'
import { quote } from './quote.js'

/** Limits of {@link parseMultipart}. */
export interface MultipartLimits {
  /** Most parts in a body, known and unknown ones. A server takes 6 at least, as the protocol asks. Default 32. */
  readonly maxParts: number
  /** Most bytes in one part. Default 32 MiB: a prompt of 10 MiB, and room for JSON escapes. */
  readonly maxPartBytes: number
  /**
   * Most bytes in a part with parameters. Default 1 MiB: what a handler prepares from them (patterns, an automaton) costs a
   * multiple of what reading content costs.
   */
  readonly maxParametersBytes: number
}

/** The limits of {@link parseMultipart} where the caller sets none. */
export const defaultMultipartLimits: MultipartLimits = {
  maxParts: 32,
  maxPartBytes: 32 * 1024 * 1024,
  maxParametersBytes: 1024 * 1024,
}

/** Most bytes in the header block of one part; Node's own limit for the headers of a request. */
const MAX_HEADER_BYTES = 16 * 1024

const parametersNames: ReadonlySet<string> = new Set([partNames.inputParameters, partNames.responseParameters])

const CRLF = '\r\n'
const BLANK_LINE = '\r\n\r\n'

/**
 * Splits a whole multipart body into its parts, in one pass (RFC 7578 and RFC 2046, 5.1).
 *
 * The body is searched as Latin-1 text, in which a character is a byte: a search in a string costs a small body a fraction of
 * one in a buffer, and a slice of it is the text of an ASCII part.
 *
 * An empty body has no parts. Bytes after the closing boundary are ignored. What parsers read in different ways is
 * refused: text before the first boundary (an empty line may stand there), bare LF, `CRLF--boundary` inside a part followed
 * by anything but CRLF or `--`, a part without the blank line after its headers.
 *
 * @throws ProcessorError `MULTIPART_MALFORMED`, `PART_UNNAMED`, `TOO_MANY_PARTS` (400), `PART_TOO_LARGE`, and
 * `BODY_TOO_LARGE` for a body that no string can hold, of some 512 MiB (413).
 */
export function parseMultipart(
  body: Buffer,
  { boundary }: Pick<MultipartContentType, 'boundary'>,
  limits: Partial<MultipartLimits> = {},
): Part[] {
  const {
    maxParts = defaultMultipartLimits.maxParts,
    maxPartBytes = defaultMultipartLimits.maxPartBytes,
    maxParametersBytes = defaultMultipartLimits.maxParametersBytes,
  } = limits
  const parts: Part[] = []
  if (body.length === 0) return parts
  if (body.length > constants.MAX_STRING_LENGTH) {
    throw new ProcessorError({
      code: 'BODY_TOO_LARGE',
      detail: `The body is larger than ${constants.MAX_STRING_LENGTH} bytes.`,
    })
  }

  const text = body.toString('latin1')
  const isText = isAscii(body)
  const delimiter = `\r\n--${boundary}`
  let end = endOfFirstBoundary(text, boundary)
  while (!text.startsWith('--', end)) {
    const ordinal = parts.length + 1
    if (!text.startsWith(CRLF, end)) {
      throw fault('MULTIPART_MALFORMED', end, `expected CRLF or "--" after the boundary before part ${ordinal}`)
    }
    if (parts.length >= maxParts) {
      throw fault('TOO_MANY_PARTS', end, `expected at most ${maxParts} parts; there are more`)
    }

    const headersStart = end + CRLF.length
    const headersEnd = text.indexOf(BLANK_LINE, end)
    if (headersEnd === -1 || headersEnd - headersStart > MAX_HEADER_BYTES) {
      throw fault(
        'MULTIPART_MALFORMED',
        headersStart,
        `expected the headers of part ${ordinal} to end in a blank line within ${MAX_HEADER_BYTES} bytes`,
      )
    }
    const { name, charset } = namedHeaders(text, headersStart, headersEnd, ordinal)

    const start = headersEnd + BLANK_LINE.length
    const next = text.indexOf(delimiter, headersEnd + CRLF.length)
    if (next < start) {
      throw fault('MULTIPART_MALFORMED', start, `expected a boundary after part ${ordinal} (${quote(name)})`)
    }
    const maxBytes = parametersNames.has(name) ? Math.min(maxParametersBytes, maxPartBytes) : maxPartBytes
    if (next - start > maxBytes) {
      throw fault('PART_TOO_LARGE', start, `part ${quote(name)} may have ${maxBytes} bytes; it has ${next - start}`)
    }
    parts.push(new BodyPart(name, charset, body, start, next, isText ? text.slice(start, next) : undefined))
    end = next + delimiter.length
  }
  return parts
}

/** A part that makes its view of the body when it is asked for it: of an ASCII part nobody asks. */
class BodyPart implements Part {
  constructor(
    readonly name: string,
    readonly charset: string | undefined,
    readonly body: Buffer,
    readonly start: number,
    readonly end: number,
    readonly ascii: string | undefined,
  ) {}

  get bytes(): Buffer {
    return this.body.subarray(this.start, this.end)
  }
}

function endOfFirstBoundary(text: string, boundary: string): number {
  const start = text.startsWith(CRLF) ? CRLF.length : 0
  const first = `--${boundary}`
  if (!text.startsWith(first, start)) {
    throw fault(
      'MULTIPART_MALFORMED',
      start,
      'expected the body to start with "--" and the boundary of the Content-Type',
    )
  }
  return start + first.length
}

function namedHeaders(text: string, start: number, end: number, ordinal: number): PartHeaders & { name: string } {
  const headers = parsePartHeaders(text.slice(start, Math.max(start, end)))
  if (headers === undefined) {
    throw fault('MULTIPART_MALFORMED', start, `the headers of part ${ordinal} are broken, folded, or there twice`)
  }
  const { name, charset } = headers
  if (name === undefined) {
    throw fault('PART_UNNAMED', start, `part ${ordinal} has no Content-Disposition with a name`)
  }
  return { name, charset }
}

function fault(code: ErrorCode, offset: number, problem: string): ProcessorError {
  return new ProcessorError({ code, detail: `Multipart body, byte ${offset}: ${problem}.` })
}
