import { copyText } from '../copy-text.js'
import { parseHeaderParameters } from './header-parameters.js'

/** What the header block of a part says. */
export interface PartHeaders {
  /** Undefined when there is no `Content-Disposition`, or none with a `name`. */
  readonly name: string | undefined
  readonly charset: string | undefined
}

/**
 * One header line. The name is a token (RFC 9110, 5.6.2) with no white space before the colon; the value has no control
 * character but tab, and starts where the white space before it ends, so a scan is linear. A name cannot start with `--`,
 * so a boundary is never taken for a header.
 */
const LINE = /^(?!--)([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*((?:[!-~\x80-\xff][\t -~\x80-\xff]*)?)$/

/**
 * Blocks read before: a client writes the same few for every request, and finding one costs a fifth of reading it.
 * Bounded, and emptied when it is full, so blocks that never come back push nothing out for long.
 * Copies, since a piece of a text keeps the whole of it in memory.
 */
const seenBlocks = new Map<string, PartHeaders>()
const MAX_SEEN_BLOCKS = 64
const MAX_SEEN_LENGTH = 512

/**
 * Reads the header block of a part: lines parted by CRLF, without the blank line that ends it, as Latin-1.
 *
 * Stricter than RFC 2046 where parsers disagree, because what two programs read differently can carry a prompt past a
 * guard: folded lines, a second `Content-Disposition` or `Content-Type`, and a charset among parameters that do not parse
 * are refused. The disposition type, `filename`, the media type and other headers change nothing.
 *
 * @returns undefined when the block is malformed.
 */
export function parsePartHeaders(block: string): PartHeaders | undefined {
  const seen = seenBlocks.get(block)
  if (seen !== undefined) return seen
  const copy = copyText(block)
  const headers = readPartHeaders(copy)
  if (headers !== undefined && copy.length <= MAX_SEEN_LENGTH) {
    if (seenBlocks.size === MAX_SEEN_BLOCKS) seenBlocks.clear()
    seenBlocks.set(copy, headers)
  }
  return headers
}

function readPartHeaders(block: string): PartHeaders | undefined {
  let disposition: string | undefined
  let contentType: string | undefined
  for (const line of block === '' ? [] : block.split('\r\n')) {
    const match = LINE.exec(line)
    if (match === null) return undefined
    const [, field = '', value = ''] = match
    const name = field.toLowerCase()
    if (name === 'content-disposition') {
      if (disposition !== undefined) return undefined
      disposition = value
    } else if (name === 'content-type') {
      if (contentType !== undefined) return undefined
      contentType = value
    }
  }
  const typeParameters = contentType === undefined ? NO_PARAMETERS : parametersOf(contentType)
  if (typeParameters === undefined && contentType?.toLowerCase().includes('charset')) return undefined
  const charset = typeParameters?.get('charset')
  if (disposition === undefined) return { name: undefined, charset }
  const parameters = parametersOf(disposition)
  if (parameters === undefined) return undefined
  const name = parameters.get('name')
  // A copy, since a span has it for longer than the request lasts, and the block may be long.
  return { name: name === undefined ? undefined : copyText(decodeName(name)), charset }
}

const NO_PARAMETERS: ReadonlyMap<string, string> = new Map()

function parametersOf(value: string): ReadonlyMap<string, string> | undefined {
  const semicolon = value.indexOf(';')
  return parseHeaderParameters(value, semicolon === -1 ? value.length : semicolon)
}

/** Names are UTF-8 (RFC 7578, 5.1); of a quote and of line ends browsers send the percent-encoding (HTML, 4.10.21.8). */
function decodeName(latin1: string): string {
  const name = /[\x80-\xff]/.test(latin1) ? Buffer.from(latin1, 'latin1').toString('utf8') : latin1
  return name.includes('%') ? name.replace(/%(?:22|0D|0A)/gi, decodeURIComponent) : name
}
