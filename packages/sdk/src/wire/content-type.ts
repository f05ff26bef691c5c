import { ProcessorError } from '../errors.js'
import { parseHeaderParameters } from './header-parameters.js'
import { mediaTypes } from './part-names.js'
import { quote } from './quote.js'

/** What the `Content-Type` of a multipart message says. */
export interface MultipartContentType {
  /** 1 to 70 printable ASCII characters, the last one not a space. */
  readonly boundary: string
  /** Charset of the parts that name none, as it was sent: not checked here. */
  readonly charset: string | undefined
}

/** RFC 2046, 5.1.1, allows a subset of these; the others are harmless, and clients send some. */
const BOUNDARY = /^[ -~]{0,69}[!-~]$/

/**
 * Reads the `Content-Type` header of an execute request or reply. The media type is compared without case.
 *
 * @throws ProcessorError, always 415: `CONTENT_TYPE_MISSING` without a header or a media type,
 * `CONTENT_TYPE_UNSUPPORTED` for any other media type, `BOUNDARY_MISSING` when there is no boundary, two of them, or one
 * that RFC 2046 rules out: empty, longer than 70 characters, ending in a space, not ASCII.
 */
export function parseContentType(header: string | undefined): MultipartContentType {
  if (header === undefined) {
    throw new ProcessorError({
      code: 'CONTENT_TYPE_MISSING',
      detail: `Send ${mediaTypes.multipart} with a boundary; there is no Content-Type.`,
    })
  }
  const semicolon = header.indexOf(';')
  const end = semicolon === -1 ? header.length : semicolon
  const mediaType = header.slice(0, end).trim()
  if (mediaType === '') {
    throw new ProcessorError({
      code: 'CONTENT_TYPE_MISSING',
      detail: `Send ${mediaTypes.multipart} with a boundary; the Content-Type has no media type.`,
    })
  }
  if (mediaType !== mediaTypes.multipart && mediaType.toLowerCase() !== mediaTypes.multipart) {
    throw new ProcessorError({
      code: 'CONTENT_TYPE_UNSUPPORTED',
      detail: `The Content-Type must be ${mediaTypes.multipart}; it is ${quote(mediaType)}.`,
    })
  }
  const parameters = parseHeaderParameters(header, end)
  if (parameters === undefined) {
    throw boundaryError('its parameters do not parse, or one is there twice')
  }
  const boundary = parameters.get('boundary')
  if (boundary === undefined || boundary === '') throw boundaryError('it has none')
  if (!BOUNDARY.test(boundary)) {
    throw boundaryError(`it has ${boundary.length} characters, or some that a boundary cannot have`)
  }
  return { boundary, charset: parameters.get('charset') }
}

function boundaryError(found: string): ProcessorError {
  return new ProcessorError({
    code: 'BOUNDARY_MISSING',
    detail: `The Content-Type must name one boundary of 1 to 70 printable ASCII characters; ${found}.`,
  })
}
