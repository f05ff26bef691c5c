import { compareRanges, type TextRange } from '../detection/text-range.js'
import { decodeBaseRuns } from './base-payloads.js'
import { decodeCharacterCodes } from './character-codes.js'
import { type DecodedRun, type RunSearch, TOO_LONG } from './decoded-run.js'
import type { Payload } from './payload.js'

/** What is looked for, and how far. */
export interface PayloadSearch {
  readonly encodings: ReadonlySet<string>
  readonly decompress: boolean
  /** Encodings inside each other that are undone. */
  readonly maxDepth: number
  /** UTF-16 code units that are decoded of one text, nested ones included. */
  readonly maxDecoded: number
}

/** What stands in a text. */
export interface FoundPayloads {
  /** In order, disjoint. */
  readonly payloads: readonly Payload[]
  /** Where more text is encoded than the search went: too deep, or too much. In order, disjoint. */
  readonly unread: readonly TextRange[]
}

/** Finds texts that stand in another one in an encoding, and what stands in them. Linear time. */
export function findPayloads(text: string, search: PayloadSearch): FoundPayloads {
  const unread = new Map<number, TextRange>()
  const runs: RunSearch = { ...search, unpacking: { bytesLeft: search.maxDecoded } }
  let unitsLeft = search.maxDecoded

  const findIn = (source: string, depth: number, top: TextRange | undefined): Payload[] => {
    const payloads: Payload[] = []
    for (const { start, end, encodings, text: decoded } of disjoint(decodeRuns(source, runs))) {
      const range = top ?? { start, end }
      if (decoded === TOO_LONG || decoded.length > unitsLeft) {
        unread.set(range.start, range)
        continue
      }
      unitsLeft -= decoded.length
      const isDeepest = depth === search.maxDepth
      if (isDeepest && holdsRuns(decoded, runs)) unread.set(range.start, range)
      payloads.push({ start, end, encodings, text: decoded, inner: isDeepest ? [] : findIn(decoded, depth + 1, range) })
    }
    return payloads
  }

  const payloads = findIn(text, 1, undefined)
  return { payloads, unread: [...unread.values()].sort(compareRanges) }
}

/** By encoding; runs of several encodings may overlap. */
function* decodeRuns(source: string, search: RunSearch): Generator<DecodedRun> {
  yield* decodeBaseRuns(source, search)
  yield* decodeCharacterCodes(source, search)
}

function holdsRuns(source: string, search: RunSearch): boolean {
  return decodeRuns(source, search).next().done !== true
}

/** In order; of those that overlap the one that starts first, and the longest of those. */
function disjoint(runs: Iterable<DecodedRun>): DecodedRun[] {
  const kept: DecodedRun[] = []
  for (const run of [...runs].sort(compareRanges)) {
    if (run.start >= (kept.at(-1)?.end ?? 0)) kept.push(run)
  }
  return kept
}
