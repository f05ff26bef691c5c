import type { TextRange } from '../detection/text-range.js'
import { LONGEST_PAYLOAD } from './decoded-run.js'

/** A run of letters and digits that may be hexadecimal, base32 or base64. */
export interface BaseRun extends TextRange {
  /** Whether all of it is hexadecimal. */
  readonly isHex: boolean
  /** Whether all of it is of the alphabet of base32 (RFC 4648, section 6). */
  readonly isBase32: boolean
  /** Whether it has letters of both cases, as base64 of a text has. */
  readonly isMixed: boolean
}

/** Shortest run: twelve bytes in base64. */
const SHORTEST_RUN = 16

const HEX = 1
const BASE32 = 2
const BASE64 = 4
const UPPER = 8
const LOWER = 16

const classes = new Uint8Array(128)
for (let code = 0; code < classes.length; code++) {
  const character = String.fromCharCode(code)
  classes[code] =
    (/[\da-fA-F]/.test(character) ? HEX : 0) |
    (/[A-Z2-7]/.test(character) ? BASE32 : 0) |
    (/[\w+/-]/.test(character) ? BASE64 : 0) |
    (/[A-Z]/.test(character) ? UPPER : 0) |
    (/[a-z]/.test(character) ? LOWER : 0)
}

/** Every run of at least {@link SHORTEST_RUN} characters of both alphabets of base64, without padding, in order. */
export function* findBaseRuns(text: string): Generator<BaseRun> {
  const { length } = text
  let start = 0
  let all = HEX | BASE32
  let any = 0
  for (let index = 0; index <= length; index++) {
    const code = index < length ? text.charCodeAt(index) : 0
    const found = code < 128 ? (classes[code] as number) : 0
    if (found !== 0) {
      all &= found
      any |= found
      continue
    }
    if (index - start >= SHORTEST_RUN) {
      const isMixed = (any & UPPER) !== 0 && (any & LOWER) !== 0
      yield { start, end: index, isHex: (all & HEX) !== 0, isBase32: (all & BASE32) !== 0, isMixed }
    }
    start = index + 1
    all = HEX | BASE32
    any = 0
  }
}

/** Shortest line of an encoding that is broken into lines (RFC 2045 has 76 characters, RFC 7468 has 64). */
const SHORTEST_LINE = 40

/** Most signs between two lines: the line end and what indents or quotes the next. */
const LINE_JOINT = /^\r?\n[ \t>]{0,6}$/

/**
 * Groups runs that are lines of one: of one length but for the last, which may be shorter. A group is no longer than
 * {@link LONGEST_PAYLOAD}, and begins anew there.
 */
export function* groupLines(text: string, runs: Iterable<BaseRun>): Generator<BaseRun[]> {
  let group: BaseRun[] = []
  for (const run of runs) {
    if (group.length > 0 && !isNextLine(text, group, run)) {
      yield group
      group = []
    }
    group.push(run)
  }
  if (group.length > 0) yield group
}

function isNextLine(text: string, group: readonly BaseRun[], run: BaseRun): boolean {
  const first = group[0] as BaseRun
  const last = group.at(-1) as BaseRun
  const width = lengthOf(first)
  return (
    width >= SHORTEST_LINE &&
    lengthOf(last) === width &&
    lengthOf(run) <= width &&
    run.start - last.end <= 8 &&
    run.end - first.start <= LONGEST_PAYLOAD &&
    LINE_JOINT.test(text.slice(last.end, run.start))
  )
}

const LAST_LINE = /\r?\n[ \t>]{0,6}([\w+/-]{1,15})(?![\w+/-])/y

/** A last line that is shorter than {@link SHORTEST_RUN}, behind lines of one length, when it ends a group of four digits. */
export function findLastLine(text: string, group: readonly BaseRun[]): BaseRun | undefined {
  const last = group.at(-1) as BaseRun
  if (lengthOf(last) < SHORTEST_LINE || lengthOf(last) !== lengthOf(group[0] as BaseRun)) return undefined
  LAST_LINE.lastIndex = last.end
  const line = LAST_LINE.exec(text)
  if (line === null) return undefined
  const { isHex, isBase32 } = last
  const end = last.end + line[0].length
  const padding = /^={0,6}/.exec(text.slice(end, end + 6))?.[0].length ?? 0
  const length = line[1]?.length ?? 0
  return (length + padding) % 4 === 0 || isHex
    ? { start: end - length, end, isHex, isBase32, isMixed: false }
    : undefined
}

function lengthOf({ start, end }: TextRange): number {
  return end - start
}
