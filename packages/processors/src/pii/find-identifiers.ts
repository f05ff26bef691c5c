import { CONTEXT_AFTER, CONTEXT_BEFORE } from './context/context-index.js'
import { countryWords, kindWords } from './context/context-words.js'
import { hasCounterContext } from './context/counter-context.js'
import { GENERAL_REACH, type Identifier, score as scores } from './identifier.js'
import { type IdentifierTable, MAX_COMPACT_LENGTH, MAX_WORDS } from './identifier-table.js'
import { MIN_SCORE, type PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'
import { isAlone, raise } from './score.js'

/** Longest identifier, with its separators. */
export const MAX_IDENTIFIER_LENGTH = 42
/** Letters of a word without digits inside an identifier, at most: the name in a British driving licence. */
const MAX_LETTERS = 5

/** Words of letters before the first digit, at most, as in number plates. */
const MAX_LETTER_WORDS = 2

/** Short words of sentences that stand before a number and are no part of it. */
const SENTENCE_WORDS = new Set(
  (
    'is no in at to of on id my nr the and for was are tel ref by or as we it be has had his her not with from num card code vat tin ' +
    'von bei ist und der die das mit am im zu le la les de du des et est un une el los es en y o mi con il di del e ha da do os as um ' +
    'is het een op en ar och av til og er na w z i se je a'
  ).split(' '),
)

/** A number with decimals, or a quantity in thousands: no identifier has a single dot so near its start. */
const DECIMAL = /^\d{1,3}\.\d+$/

const SEPARATORS = ' -./+'
/** What a written identifier has besides its characters. */
const NO_CHARACTER = /[^0-9A-Z]/g

/**
 * Finds the identifiers of a table in a text.
 *
 * A candidate is one to nine words, of ASCII letters and digits, with one separator between two. It begins at a word with a digit
 * or at the short word before one, so the work for each word is bounded.
 */
export function findIdentifiers(scanned: ScannedText, table: IdentifierTable): PiiFinding[] {
  const { text, starts, ends, codes } = scanned
  const found: PiiFinding[] = []
  for (let word = 0; word < starts.length; word++) {
    const start = starts[word] as number
    collectFrom(scanned, start, ends[word] as number, table, found)
    for (let last = start, tries = 0; tries < MAX_LETTER_WORDS; tries++) {
      const before = startOfLettersBefore(text, last)
      if (before === last) break
      collectFrom(scanned, before, last - 1, table, found)
      last = before
    }
  }
  for (const start of codes) collectFrom(scanned, start, endOfWord(text, start), table, found)
  return found
}

/** Candidates that begin with a word: the word, and what follows with separators. */
function collectFrom(
  scanned: ScannedText,
  start: number,
  firstEnd: number,
  table: IdentifierTable,
  found: PiiFinding[],
): void {
  const { text } = scanned
  if (isJoined(text, start - 1, -1)) return
  let length = 0
  let cases = 0
  let wordStart = start
  let end = firstEnd
  for (let words = 1; words <= MAX_WORDS; words++) {
    length += end - wordStart
    if (length > MAX_COMPACT_LENGTH) return
    if (words > 1 && end - wordStart > MAX_LETTERS && !hasDigit(text, wordStart, end)) return
    cases |= casesOf(text, wordStart, end)
    // Capitals among small letters are those of encoded bytes, or of names in programs, unless a word says otherwise.
    const isMixed = cases === (Case.capital | Case.small)
    if (isMixed && !scanned.context.holdsAny(start - CONTEXT_BEFORE, end + CONTEXT_AFTER)) return
    const hasLetters = cases !== 0
    const formed = table.find(length, words, hasLetters)
    const named = (cases & Case.small) !== 0 ? [] : table.findNamed(length, words, hasLetters)
    if (formed.length + named.length > 0 && !isJoined(text, end, 1)) {
      collect(scanned, start, end, formed, found)
      if (named.length > 0 && scanned.context.holdsAny(start - GENERAL_REACH, start)) {
        collect(scanned, start, end, named, found)
      }
    }
    if (text[end] === '(' && text[end + 2] === ')') {
      // A check character in parentheses, as in Hong Kong.
      collect(scanned, start, end + 3, table.find(length + 1, words, true), found)
    }
    if (end >= text.length || !SEPARATORS.includes(text[end] as string)) return
    wordStart = end + 1
    end = endOfWord(text, wordStart)
    if (end === wordStart) return
  }
}

/** Start of a short word of letters that one separator sets apart from a place; the place itself when there is none. */
function startOfLettersBefore(text: string, place: number): number {
  if (!SEPARATORS.includes(text[place - 1] ?? 'x')) return place
  let start = place - 1
  while (start > 0 && place - 1 - start <= MAX_LETTERS && isLetter(text.charCodeAt(start - 1))) start--
  const letters = place - 1 - start
  if (text[place - 1] === ' ' && SENTENCE_WORDS.has(text.slice(start, place - 1))) return place
  return letters === 0 || letters > MAX_LETTERS || isDigit(text.charCodeAt(start - 1)) ? place : start
}

function endOfWord(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start <= MAX_COMPACT_LENGTH && isLetterOrDigit(text.charCodeAt(end))) end++
  return end
}

const Case = { capital: 1, small: 2 } as const

/** Which letters a word has. */
function casesOf(text: string, start: number, end: number): number {
  let cases = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (!isDigit(unit)) cases |= unit > 0x60 ? Case.small : Case.capital
  }
  return cases
}

function isMixedCase(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end)
  return /[a-z]/.test(written) && /[A-Z]/.test(written)
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) return true
  return false
}

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function isLetterOrDigit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit)
}

/** Whether the character at a border ties the candidate to more of the same, as the dot in `1.23` and the `@` of an address. */
function isJoined(text: string, at: number, step: -1 | 1): boolean {
  const character = text[at]
  if (character === undefined) return false
  if (character === '@' || character === '_' || character === '*') return true
  // Text in base 64 goes on behind these.
  if ((character === '+' || character === '=') && step === 1 && isLetterOrDigit(text.charCodeAt(at + 1))) return true
  // Words go on behind a hyphen, as in the last part of a URL.
  if (character === '-' && step === 1 && isLetter(text.charCodeAt(at + 1))) return true
  return '-./:+,'.includes(character) && isDigit(text.charCodeAt(at + step))
}

function collect(
  scanned: ScannedText,
  start: number,
  end: number,
  identifiers: readonly Identifier[],
  found: PiiFinding[],
): void {
  const written = scanned.text.slice(start, end).toUpperCase()
  if (DECIMAL.test(written)) return
  let compact: string | undefined
  for (const identifier of identifiers) {
    if (!mayStand(identifier, scanned, start) || !identifier.pattern.test(written)) continue
    compact ??= written.replaceAll(NO_CHARACTER, '')
    if (identifier.validate?.(compact) === false) continue
    const score = judge(identifier, scanned, start, end, compact)
    if (score >= MIN_SCORE) found.push({ type: identifier.type, start, end, score })
  }
}

/** What hardly has a form counts only right behind its words. */
function mayStand({ isGeneral, context }: Identifier, scanned: ScannedText, start: number): boolean {
  return isGeneral !== true || scanned.context.stands(context, GENERAL_REACH, start)
}

function judge(identifier: Identifier, scanned: ScannedText, start: number, end: number, compact: string): number {
  const { context } = scanned
  if (identifier.isGeneral === true) return identifier.score
  const isBare = end - start === compact.length
  const score = isBare ? (identifier.bareScore ?? identifier.score) : identifier.score
  const nearness = context.nearness(start, end, identifier.context)
  if (nearness > 0) return raise(score, nearness)
  if (isMixedCase(scanned.text, start, end)) return 0
  const isOfKind = context.speaksFor(start, end, kindWords[identifier.kind])
  const words = identifier.country === undefined ? undefined : countryWords[identifier.country]
  const isOfCountry = words !== undefined && context.speaksFor(start, end, words)
  if (isOfKind && isOfCountry) return raise(score, 0)
  if (hasCounterContext(scanned.text, start, end)) return score / 2
  // An answer that is nothing but the number, as to a question for it.
  if (score >= scores.possible && isAlone(scanned, start, end)) return Math.min(1, score + 0.2)
  return isOfKind || (isOfCountry && score >= scores.possible) ? Math.min(0.9, score + 0.25) : score
}
