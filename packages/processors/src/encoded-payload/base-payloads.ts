import type { TextRange } from '../detection/text-range.js'
import { type BaseRun, findBaseRuns, findLastLine, groupLines } from './base-runs.js'
import { withDataUri } from './data-uri.js'
import { decodeBase32, mayBeText, readCompressed, readText } from './decode-bytes.js'
import { type DecodedRun, LONGEST_PAYLOAD, type RunSearch, TOO_LONG } from './decoded-run.js'

type RunFlags = Pick<BaseRun, 'isHex' | 'isBase32' | 'isMixed'>

interface BaseEncoding {
  readonly name: string
  readonly isPossible: (run: string, flags: RunFlags) => boolean
  readonly decode: (run: string) => Buffer
}

/** The narrowest alphabet first. Base64 of a text has letters of both cases; words and paths mostly have not. */
const BASES: readonly BaseEncoding[] = [
  {
    name: 'hex',
    isPossible: (run, { isHex }) => isHex && run.length % 2 === 0,
    decode: (run) => Buffer.from(run, 'hex'),
  },
  { name: 'base32', isPossible: (_, { isBase32 }) => isBase32, decode: decodeBase32 },
  { name: 'base64', isPossible: (_, { isMixed }) => isMixed, decode: (run) => Buffer.from(run, 'base64') },
]

/** The beginning of a run tells most bytes from text, and costs little. Whole bytes in each encoding. */
const SNIFFED_UNITS = 64

/** The runs of hexadecimal, base32 and base64 that decode to text. */
export function* decodeBaseRuns(source: string, search: RunSearch): Generator<DecodedRun> {
  for (const group of groupLines(source, findBaseRuns(source))) {
    const joined = decodeLines(source, group, search)
    if (joined !== undefined) yield joined
    else for (const run of group) yield* decodeRun(source, run, search)
  }
}

/** Lines as one run, with a last line that alone would be too short for one. */
function decodeLines(source: string, group: readonly BaseRun[], search: RunSearch): DecodedRun | undefined {
  const tail = findLastLine(source, group)
  const withTail = tail && joinLines(source, [...group, tail], search)
  return withTail ?? (group.length === 1 ? undefined : joinLines(source, group, search))
}

function joinLines(source: string, lines: readonly BaseRun[], search: RunSearch): DecodedRun | undefined {
  const start = (lines[0] as BaseRun).start
  const end = (lines.at(-1) as BaseRun).end
  const run = lines.map((line) => source.slice(line.start, line.end)).join('')
  const flags = {
    isHex: lines.every(({ isHex }) => isHex),
    isBase32: lines.every(({ isBase32 }) => isBase32),
    isMixed: lines.some(({ isMixed }) => isMixed),
  }
  return readRun(source, run, { start, end }, flags, search)
}

/** A run by pieces, and a piece that is no payload by its parts: `path/PAYLOAD`, `name_PAYLOAD`. */
function* decodeRun(source: string, run: BaseRun, search: RunSearch): Generator<DecodedRun> {
  for (let start = run.start; start < run.end; start += LONGEST_PAYLOAD) {
    const end = Math.min(run.end, start + LONGEST_PAYLOAD)
    const piece = source.slice(start, end)
    const whole = readRun(source, piece, { start, end }, run, search)
    if (whole !== undefined) yield whole
    else if (PREFIXED.test(piece)) yield* decodePrefixed(source, piece, { start, end }, search)
    else if (/[/_+-]/.test(piece)) yield* decodeParts(source, piece, start, search)
  }
}

/** A number of many digits, as programs write it. */
const PREFIXED = /^0x[\da-f]{16}/i

function* decodePrefixed(source: string, piece: string, range: TextRange, search: RunSearch): Generator<DecodedRun> {
  const digits = piece.slice(2)
  const [flags] = findBaseRuns(digits)
  const read = flags?.isHex ? readRun(source, digits, range, flags, search) : undefined
  if (read !== undefined) yield read
}

function* decodeParts(source: string, piece: string, offset: number, search: RunSearch): Generator<DecodedRun> {
  for (const { 0: part, index } of piece.matchAll(/[A-Za-z0-9]{16,65536}/g)) {
    const start = offset + index
    const [flags] = [...findBaseRuns(part)]
    const range = { start, end: start + part.length }
    const read = flags && readRun(source, part, range, flags, search)
    if (read !== undefined) yield read
  }
}

function readRun(
  source: string,
  run: string,
  { start, end }: TextRange,
  flags: RunFlags,
  { encodings, decompress, unpacking }: RunSearch,
): DecodedRun | undefined {
  for (const { name, isPossible, decode } of BASES) {
    if (!encodings.has(name) || !isPossible(run, flags)) continue
    if (!mayBeText(decode(run.slice(0, SNIFFED_UNITS)), decompress)) continue
    const bytes = decode(run)
    const read = decompress ? readCompressed(bytes, unpacking) : { text: readText(bytes), encodings: [] }
    const text = read === TOO_LONG ? TOO_LONG : read?.text
    if (text === undefined) continue
    const inner = read === undefined || read === TOO_LONG ? [] : read.encodings
    return withDataUri(source, { start, end: endOfPadding(source, end), encodings: [name, ...inner], text })
  }
  return undefined
}

function endOfPadding(source: string, end: number): number {
  let padded = end
  while (padded - end < 6 && source[padded] === '=') padded++
  return padded
}
