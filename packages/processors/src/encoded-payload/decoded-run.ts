import type { TextRange } from '../detection/text-range.js'

/** Encodings that are looked for. */
export const encodingNames = ['base64', 'base32', 'hex', 'percent', 'binary', 'escapes', 'tags'] as const

/** Longest payload that is decoded as one, in UTF-16 code units; of a longer run each such piece is one. */
export const LONGEST_PAYLOAD = 65_536

/** Stands for a text that is longer than may be decoded. */
export const TOO_LONG = Symbol('too long')

/** A stretch of a text, decoded. */
export interface DecodedRun extends TextRange {
  /** From the outside in. */
  readonly encodings: readonly string[]
  readonly text: string | typeof TOO_LONG
}

/** What is looked for in one text. */
export interface RunSearch {
  readonly encodings: ReadonlySet<string>
  /** Whether bytes of gzip and zlib are decompressed. */
  readonly decompress: boolean
  /** What decompressing may still make; spent as it goes. */
  readonly unpacking: { bytesLeft: number }
}
