import { hasContext, hasCounterContext, raise } from './context.js'
import { type Identifier, score as scores } from './identifier.js'
import { identifiers } from './identifiers/index.js'
import type { PiiFinding } from './pii-finding.js'

/** Longest identifier, with its separators. */
export const MAX_IDENTIFIER_LENGTH = 42
/** Words an identifier is written in, at most: an IBAN in groups of four. */
const MAX_WORDS = 9
const MAX_COMPACT_LENGTH = 34

const WORD = /[A-Za-z0-9]+/g
const SEPARATORS = ' -./+'

const byLength: readonly (readonly Identifier[])[] = Array.from({ length: MAX_COMPACT_LENGTH + 1 }, (_, length) =>
  identifiers.filter((identifier) => {
    const [least, most] =
      typeof identifier.length === 'number' ? [identifier.length, identifier.length] : identifier.length
    return length >= least && length <= most
  }),
)

/**
 * Finds the identifiers of the table in a text.
 *
 * A candidate is one to nine words, of ASCII letters and digits, with one separator between two. So the work for each word is
 * bounded, and a word without digits is looked at only when digits follow it.
 */
export function findIdentifiers(text: string, isWanted: (identifier: Identifier) => boolean): PiiFinding[] {
  const found: PiiFinding[] = []
  const words: { start: number; end: number; hasDigit: boolean }[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push({ start: index, end: index + word.length, hasDigit: /\d/.test(word) })
  }
  for (let first = 0; first < words.length; first++) {
    const word = words[first]
    if (word === undefined || !(word.hasDigit || words[first + 1]?.hasDigit) || isJoined(text, word.start - 1, -1))
      continue
    let compact = ''
    for (let last = first; last < first + MAX_WORDS; last++) {
      const next = words[last]
      if (next === undefined || (last > first && !isSeparated(text, words[last - 1]?.end ?? 0, next.start))) break
      if (compact.length + next.end - next.start > MAX_COMPACT_LENGTH) break
      compact += text.slice(next.start, next.end).toUpperCase()
      if (!next.hasDigit && last === first) continue
      if (isJoined(text, next.end, 1)) continue
      collect(text, word.start, next.end, compact, isWanted, found)
    }
  }
  return found
}

/** Whether exactly one separator stands between two words. */
function isSeparated(text: string, end: number, start: number): boolean {
  return start === end + 1 && SEPARATORS.includes(text[end] as string)
}

/** Whether the character at a border ties the candidate to more of the same, as the dot in `1.23` and the `@` of an address. */
function isJoined(text: string, at: number, step: -1 | 1): boolean {
  const character = text[at]
  if (character === undefined) return false
  if (character === '@' || character === '_' || character === '*') return true
  return '-./:+,'.includes(character) && /[A-Za-z0-9]/.test(text[at + step] ?? '') && /\d/.test(text[at + step] ?? '')
}

function collect(
  text: string,
  start: number,
  end: number,
  compact: string,
  isWanted: (identifier: Identifier) => boolean,
  found: PiiFinding[],
): void {
  const written = text.slice(start, end).toUpperCase()
  for (const identifier of byLength[compact.length] ?? []) {
    if (!identifier.pattern.test(written) || !isWanted(identifier) || identifier.validate?.(compact) === false) continue
    found.push({ type: identifier.type, start, end, score: judge(identifier, text, start, end, compact) })
  }
}

function judge(identifier: Identifier, text: string, start: number, end: number, compact: string): number {
  const isBare = end - start === compact.length
  const score = isBare ? (identifier.bareScore ?? identifier.score) : identifier.score
  if (hasContext(text, start, end, identifier.context)) return raise(score)
  // An answer that is nothing but the number, as to a question for it.
  const isAlone =
    score >= scores.possible && text.length < 2 * MAX_IDENTIFIER_LENGTH && text.trim().length === end - start
  if (isAlone) return Math.min(1, score + 0.2)
  return hasCounterContext(text, start) ? score / 2 : score
}
