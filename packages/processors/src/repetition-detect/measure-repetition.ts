import type { TextRange } from '../detection/text-range.js'
import { beforePair } from '../text/before-pair.js'

/** Length of the pieces that are counted, in UTF-16 code units. */
export const PIECE_LENGTH = 8

/** Length of the windows that are measured, in UTF-16 code units; each starts three quarters behind the one before. */
export const WINDOW_LENGTH = 16_384

/** How repetitive the most repetitive part of a text is. */
export interface Repetition {
  /** 1 or more: how often, on average, the part says each of its pieces; 1 when nothing in it occurs twice. */
  readonly ratio: number
  /** That part: the whole text when it is no longer than a window. */
  readonly range: TextRange
}

const BASE = 0x01000193
/** BASE to the power of PIECE_LENGTH, modulo 2^32: the weight of a code unit that leaves the piece. */
const LEAVING = power(BASE, PIECE_LENGTH)

/**
 * Drawn for each process, so that nobody can write a text whose pieces all look for the same few slots. No ratio depends on them: which
 * hashes are equal stays as it is.
 */
const [SEED = 0, FACTOR = 0] = crypto.getRandomValues(new Uint32Array(2))
const SPACE = 0x20

/**
 * Measures repetition: the number of pieces of eight characters (at every place, so they overlap) divided by the number
 * of distinct ones. A text that says one thing n times over has a ratio near n, in any language, with or without blanks
 * between words. Letters A to Z compare without case and a run of blanks as one.
 *
 * A long text is measured in windows, and the highest ratio counts: a ratio grows with the length of natural text, and a
 * repeated passage would drown in the rest. So repetition over more than a window, such as one long document twice, does
 * not count.
 *
 * Deterministic; takes linear time (each code unit is visited twice) and constant memory.
 */
export function measureRepetition(text: string): Repetition {
  const counter = new PieceCounter(Math.min(text.length, WINDOW_LENGTH))
  const starts = text.length <= WINDOW_LENGTH ? [0] : windowStarts(text.length)
  let most: Repetition = { ratio: 1, range: { start: 0, end: beforePair(text, Math.min(text.length, WINDOW_LENGTH)) } }
  for (const start of starts) {
    const end = Math.min(start + WINDOW_LENGTH, text.length)
    const range = { start: beforePair(text, start), end: beforePair(text, end) }
    const ratio = counter.measure(text, range)
    if (ratio > most.ratio) most = { ratio, range }
  }
  return most
}

/** Starts of the windows, of which the last ends with the text. A wider overlap costs time for long texts alone. */
function windowStarts(textLength: number): number[] {
  const step = (WINDOW_LENGTH * 3) / 4
  const last = textLength - WINDOW_LENGTH
  const starts = Array.from({ length: Math.ceil(last / step) }, (_, index) => index * step)
  return [...starts, last]
}

/** Counts pieces and distinct pieces; its table is reused from window to window. */
class PieceCounter {
  /** Hashes by slot, and the window that wrote the slot, so that nothing has to be cleared. */
  readonly #hashes: Uint32Array
  readonly #windows: Uint32Array
  readonly #recent = new Uint16Array(PIECE_LENGTH)
  #window = 0

  /** @param longest code units of the longest window; a short text is measured in less time than a large table takes to make */
  constructor(longest: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * Math.max(longest, 1)))
    this.#hashes = new Uint32Array(slots)
    this.#windows = new Uint32Array(slots)
  }

  measure(text: string, { start, end }: TextRange): number {
    this.#window++
    this.#recent.fill(0)
    let length = 0
    let distinct = 0
    let hash = 0
    let isAfterBlank = false
    for (let index = start; index < end; index++) {
      const unit = foldUnit(text.charCodeAt(index))
      if (unit === SPACE && isAfterBlank) continue
      isAfterBlank = unit === SPACE
      const place = length % PIECE_LENGTH
      hash = (Math.imul(hash, BASE) + unit - Math.imul(this.#recent[place] as number, LEAVING)) | 0
      this.#recent[place] = unit
      length++
      if (length >= PIECE_LENGTH && this.#add(mix(Math.imul(hash ^ SEED, FACTOR | 1)))) distinct++
    }
    return distinct === 0 ? 1 : (length - PIECE_LENGTH + 1) / distinct
  }

  /** Whether the hash is new in this window. Two pieces with one 32-bit hash count as one; a window holds few enough. */
  #add(hash: number): boolean {
    const mask = this.#hashes.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      if (this.#windows[slot] !== this.#window) {
        this.#windows[slot] = this.#window
        this.#hashes[slot] = hash
        return true
      }
      if (this.#hashes[slot] === hash) return false
    }
  }
}

/** ASCII capitals as small letters, blanks as space. */
function foldUnit(unit: number): number {
  if (unit > 0x40 && unit < 0x5b) return unit + 32
  const isBlank = (unit > 0x08 && unit < 0x0e) || unit === 0xa0 || unit === 0x3000 || unit === 0x2028 || unit === 0x2029
  return isBlank ? SPACE : unit
}

/** Spreads a hash over all 32 bits (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function power(base: number, exponent: number): number {
  let result = 1
  for (let count = 0; count < exponent; count++) result = Math.imul(result, base)
  return result
}
