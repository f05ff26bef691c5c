import type { DecodedRun } from './decoded-run.js'

/** What stands before the data of a URL (RFC 2397). */
const HEAD = /data:[\w.+/-]{0,100}(?:;[\w.+=-]{1,60}){0,4},$/i
const MAX_HEAD_LENGTH = 350

/** The run with the head of a data URI that stands before it. */
export function withDataUri(source: string, run: DecodedRun): DecodedRun {
  const { start, encodings } = run
  const head = headBefore(source, start)
  return head === undefined ? run : { ...run, start: start - head.length, encodings: ['data-uri', ...encodings] }
}

/** Whether what begins at `start` is the data of a URI. */
export function isBehindDataUri(source: string, start: number): boolean {
  return headBefore(source, start) !== undefined
}

function headBefore(source: string, start: number): string | undefined {
  if (source[start - 1] !== ',') return undefined
  return HEAD.exec(source.slice(Math.max(0, start - MAX_HEAD_LENGTH), start))?.[0]
}
