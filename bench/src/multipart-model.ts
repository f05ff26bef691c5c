/**
 * The rules for a multipart body, said as plainly as they can be: splits on the delimiter, copies, takes quadratic time.
 * The parser of `@gatehouse/sdk/wire` must agree with it on every body, and busboy wherever this file does not say why not.
 */

export interface ModelPart {
  readonly name: string
  /** `name` before browsers' percent-encodings are undone; busboy leaves them. */
  readonly encodedName: string
  readonly disposition: string
  readonly charset: string | undefined
  /** As Latin-1: one character is one byte. */
  readonly content: string
}

/** Why a body is refused. */
export type ModelFault =
  | 'text before the first boundary'
  | 'boundary followed by something else'
  | 'too many parts'
  | 'no blank line after headers'
  | 'header block too long'
  | 'folded header'
  | 'header line like a boundary'
  | 'broken header line'
  | 'repeated header'
  | 'unreadable charset'
  | 'broken disposition parameters'
  | 'no name'
  | 'cut'
  | 'part too large'

/**
 * Where refusing is stricter than busboy, which skips such a part or takes the boundary for text. A program that skips
 * what another one reads can carry a prompt past a guard, so these are refused on purpose.
 */
export const stricterThanBusboy: ReadonlySet<ModelFault> = new Set<ModelFault>([
  'text before the first boundary',
  'boundary followed by something else',
  'too many parts',
  'no blank line after headers',
  'header block too long',
  'folded header',
  'header line like a boundary',
  'repeated header',
  'unreadable charset',
  'broken disposition parameters',
  'no name',
  'part too large',
])

const codes: Partial<Record<ModelFault, string>> = {
  'too many parts': 'TOO_MANY_PARTS',
  'no name': 'PART_UNNAMED',
  'part too large': 'PART_TOO_LARGE',
}

/** The error code that a fault is answered with. */
export function codeOf(fault: ModelFault): string {
  return codes[fault] ?? 'MULTIPART_MALFORMED'
}

export interface ModelLimits {
  readonly maxParts: number
  readonly maxPartBytes: number
}

export interface ModelBody {
  readonly parts: readonly ModelPart[]
  /** Where the bytes begin that are ignored: after the dashes of the closing boundary. */
  readonly end: number
}

/** The parts of a body, or why it is refused. */
export function readByModel(body: Buffer, boundary: string, limits: ModelLimits): ModelBody | ModelFault {
  const parts: ModelPart[] = []
  if (body.length === 0) return { parts, end: 0 }
  const text = body.toString('latin1')
  const delimiter = `\r\n--${boundary}`
  const [preamble, ...pieces] = (text.startsWith('\r\n') ? text : `\r\n${text}`).split(delimiter)
  if (preamble !== '') return 'text before the first boundary'
  let end = text.startsWith('\r\n') ? 0 : -2
  for (const [index, piece] of pieces.entries()) {
    end += delimiter.length
    const isLast = index === pieces.length - 1
    if (piece.startsWith('--')) return { parts, end: end + 2 }
    if (!piece.startsWith('\r\n')) return 'boundary followed by something else'
    if (parts.length === limits.maxParts) return 'too many parts'

    const blank = (isLast ? piece : `${piece}\r\n`).indexOf('\r\n\r\n')
    if (blank === -1) return 'no blank line after headers'
    if (blank - 2 > 16 * 1024) return 'header block too long'
    const headers = readHeaders(piece.slice(2, Math.max(2, blank)))
    if (typeof headers === 'string') return headers
    if (isLast) return 'cut'
    if (blank + 4 > piece.length) return 'no blank line after headers'

    const content = piece.slice(blank + 4)
    if (content.length > limits.maxPartBytes) return 'part too large'
    parts.push({ ...headers, content })
    end += piece.length
  }
  return 'cut'
}

function readHeaders(block: string): Omit<ModelPart, 'content'> | ModelFault {
  const headers = new Map<string, string>()
  for (const line of block === '' ? [] : block.split('\r\n')) {
    if (line.startsWith(' ') || line.startsWith('\t')) return 'folded header'
    if (line.startsWith('--')) return 'header line like a boundary'
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).toLowerCase()
    const value = line.slice(colon + 1)
    if (!isToken(name) || [...value].some(isControl)) return 'broken header line'
    const isRead = name === 'content-disposition' || name === 'content-type'
    if (isRead && headers.has(name)) return 'repeated header'
    headers.set(name, skipSpace(value))
  }
  const type = headers.get('content-type') ?? ''
  const typeParameters = readParameters(type)
  if (typeParameters === undefined && /charset/i.test(type)) return 'unreadable charset'
  const disposition = headers.get('content-disposition')
  if (disposition === undefined) return 'no name'
  const parameters = readParameters(disposition)
  if (parameters === undefined) return 'broken disposition parameters'
  const latin1 = parameters.get('name')
  if (latin1 === undefined) return 'no name'
  const encodedName = Buffer.from(latin1, 'latin1').toString('utf8')
  return {
    name: encodedName.replaceAll('%22', '"').replaceAll(/%0d/gi, '\r').replaceAll(/%0a/gi, '\n'),
    encodedName,
    disposition,
    charset: typeParameters?.get('charset'),
  }
}

/** Parameters after the first semicolon of a header, or undefined when they are broken or one is there twice. */
function readParameters(header: string): Map<string, string> | undefined {
  const parameters = new Map<string, string>()
  let rest = header.includes(';') ? header.slice(header.indexOf(';')) : ''
  for (;;) {
    rest = skipSpace(rest)
    if (rest === '') return parameters
    if (!rest.startsWith(';')) return undefined
    rest = skipSpace(rest.slice(1))
    if (rest === '' || rest.startsWith(';')) continue
    const equals = rest.indexOf('=')
    const name = rest.slice(0, Math.max(0, equals)).toLowerCase()
    if (!isToken(name) || parameters.has(name)) return undefined
    const [value, after] = readValue(rest.slice(equals + 1))
    if (after === undefined) return undefined
    parameters.set(name, value)
    rest = after
  }
}

function skipSpace(text: string): string {
  return text.replace(/^[ \t]+/, '')
}

/** A value and what follows it; undefined when a quote stays open. */
function readValue(text: string): [value: string, after: string | undefined] {
  if (!text.startsWith('"')) {
    const stop = [...text].findIndex((character) => character <= ' ' || character > '~' || '";'.includes(character))
    return stop === -1 ? [text, ''] : [text.slice(0, stop), text.slice(stop)]
  }
  let value = ''
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '"') return [value, text.slice(at + 1)]
    const isEscape = text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')
    if (isEscape) at++
    value += text[at]
  }
  return [value, undefined]
}

function isToken(text: string): boolean {
  return text !== '' && [...text].every((character) => /[!#$%&'*+.^_`|~0-9a-z-]/.test(character))
}

function isControl(character: string): boolean {
  return (character < ' ' && character !== '\t') || character === '\x7f'
}
