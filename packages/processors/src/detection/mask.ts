import { createHmac } from 'node:crypto'
import { markFinder } from './find-marks.js'
import { findText } from './find-text.js'
import type { TextRange } from './text-range.js'

/** What takes the place of a match. */
export interface Mask {
  readonly replace: (matched: string) => string
  /** Where its replacements stand in a text: a match inside one was masked before, and does not count again. */
  readonly findIn: (text: string) => readonly TextRange[]
}

/** Text in place of what has the type: the type in capitals, in square brackets. */
export function placeholderOf(type: string): string {
  return `[${type.toUpperCase()}]`
}

/** The same text for every match. */
export function fixedMask(replacement: string): Mask {
  return {
    replace: () => replacement,
    findIn: (text) => findText(text, replacement),
  }
}

/** The type in square brackets, for every match. */
export function typeMask(type: string): Mask {
  return { replace: () => placeholderOf(type), findIn: markFinder(type, (tail) => tail === '') }
}

/** An asterisk for each character, so that the layout stays; emoji and the like count by code units. */
export const asteriskMask: Mask = {
  replace: (matched) => '*'.repeat(matched.length),
  findIn: (text) =>
    Array.from(text.matchAll(/\*+/g), ({ 0: run, index }) => ({ start: index, end: index + run.length })),
}

/** Characters of the end of a match that a partial mask shows. */
const SHOWN_CHARACTERS = 4
/** Shortest match of which a partial mask shows anything, so that no more than a third of one is shown. */
const SHORTEST_SHOWN = 12

/** Asterisks, and the last {@link SHOWN_CHARACTERS} of a match of at least {@link SHORTEST_SHOWN}. */
export const partialMask: Mask = {
  replace: (matched) => {
    const shown = matched.length < SHORTEST_SHOWN ? '' : matched.slice(-SHOWN_CHARACTERS)
    return '*'.repeat(matched.length - shown.length) + (shown.isWellFormed() ? shown : '*'.repeat(shown.length))
  },
  findIn: (text) =>
    Array.from(text.matchAll(/\*+/g), ({ 0: run, index }) => ({
      start: index,
      end: Math.min(text.length, index + run.length + SHOWN_CHARACTERS),
    })),
}

/** Hexadecimal digits of a hash mask: 64 bits, enough to tell matches apart, too few to search by without the key. */
const HASH_DIGITS = 16
const HASH = /^#[\da-f]+$/

/**
 * The type and a keyed hash (HMAC-SHA-256, RFC 2104, cut to 64 bits): equal matches stay equal, within a text and between
 * texts, for as long as the key stays.
 */
export function hashMask(type: string, key: string): Mask {
  const hashOf = (matched: string) => createHmac('sha256', key).update(matched).digest('hex').slice(0, HASH_DIGITS)
  return {
    replace: (matched) => `[${type.toUpperCase()}#${hashOf(matched)}]`,
    findIn: markFinder(type, (tail) => tail.length === HASH_DIGITS + 1 && HASH.test(tail)),
  }
}
