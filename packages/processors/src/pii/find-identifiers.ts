import type { TextRange } from '../detection/text-range.js'
import { CONTEXT_AFTER, CONTEXT_BEFORE } from './context/context-index.js'
import { countryWords, kindWords } from './context/context-words.js'
import { hasCounterContext } from './context/counter-context.js'
import { DEAD } from './forms/form-automaton.js'
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

/** Digits before the dot of a number with decimals, or of a quantity in thousands: no identifier has a single dot so near its start. */
const MAX_INTEGER_DIGITS = 3

const SPACE = 0x20
const DOT = 0x2e
const OPENING_PARENTHESIS = 0x28
const CLOSING_PARENTHESIS = 0x29

/**
 * Finds the identifiers of a table in a text whose score is at least the threshold.
 *
 * A candidate is one to nine words, of ASCII letters and digits, with one separator between two. It begins at a word with a digit
 * or at the short word before one, so the work for each word is bounded.
 */
export function findIdentifiers(scanned: ScannedText, table: IdentifierTable, threshold: number): PiiFinding[] {
  const { text, starts, ends, codes } = scanned
  const found: Found = { findings: [], threshold: Math.max(MIN_SCORE, threshold) }
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
  return found.findings
}

/** What was found, and the least score that counts: most numbers may be something, and a text may be full of them. */
interface Found {
  readonly findings: PiiFinding[]
  readonly threshold: number
}

/** Candidates that begin with a word: the word, and what follows with separators. */
function collectFrom(
  scanned: ScannedText,
  start: number,
  firstEnd: number,
  table: IdentifierTable,
  found: Found,
): void {
  const { text } = scanned
  if (isJoined(text, start - 1, -1)) return
  const { forms } = table
  let state = forms.start
  let length = 0
  let cases = 0
  let isNamed: boolean | undefined
  let wordStart = start
  let end = firstEnd
  for (let words = 1; words <= MAX_WORDS; words++) {
    length += end - wordStart
    if (length > MAX_COMPACT_LENGTH) return
    if (words > 1 && end - wordStart > MAX_LETTERS && !hasDigit(text, wordStart, end)) return
    state = forms.walk(state, text, words === 1 ? start : wordStart - 1, end)
    if (state === DEAD) return
    cases |= casesOf(text, wordStart, end)
    // Capitals among small letters are those of encoded bytes, or of names in programs, unless a word says otherwise.
    const isMixed = cases === (Case.capital | Case.small)
    if (isMixed && !scanned.context.holdsAny(start - CONTEXT_BEFORE, end + CONTEXT_AFTER)) return
    const { formed, named } = table.find(state, length)
    const isDecimal = words === 2 && cases === 0 && hasDecimalDot(text, start, wordStart)
    if (formed.length + named.length > 0 && !isDecimal && !isJoined(text, end, 1)) {
      collect(scanned, { start, end, cases, length }, formed, found)
      if (named.length > 0 && (cases & Case.small) === 0) {
        isNamed ??= scanned.context.holdsAny(start - GENERAL_REACH, start)
        if (isNamed) collect(scanned, { start, end, cases, length }, named, found)
      }
    }
    if (text.charCodeAt(end) === OPENING_PARENTHESIS && text.charCodeAt(end + 2) === CLOSING_PARENTHESIS) {
      // A check character in parentheses, as in Hong Kong.
      const place = { start, end: end + 3, cases: casesOf(text, end + 1, end + 2) | cases, length: length + 1 }
      collect(scanned, place, table.find(forms.walk(state, text, end, end + 3), length + 1).formed, found)
    }
    if (!isSeparator(text.charCodeAt(end))) return
    wordStart = end + 1
    end = endOfWord(text, wordStart)
    if (end === wordStart) return
  }
}

/** Whether what stands before the second of two numbers makes it the decimals of the first. */
function hasDecimalDot(text: string, start: number, second: number): boolean {
  return text.charCodeAt(second - 1) === DOT && second - 1 - start <= MAX_INTEGER_DIGITS
}

/** Start of a short word of letters that one separator sets apart from a place; the place itself when there is none. */
function startOfLettersBefore(text: string, place: number): number {
  if (!isSeparator(text.charCodeAt(place - 1))) return place
  let start = place - 1
  while (start > 0 && place - 1 - start <= MAX_LETTERS && isLetter(text.charCodeAt(start - 1))) start--
  const letters = place - 1 - start
  if (text.charCodeAt(place - 1) === SPACE && SENTENCE_WORDS.has(text.slice(start, place - 1))) return place
  return letters === 0 || letters > MAX_LETTERS || isDigit(text.charCodeAt(start - 1)) ? place : start
}

function endOfWord(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start <= MAX_COMPACT_LENGTH && isLetterOrDigit(text.charCodeAt(end))) end++
  return end
}

/** One of ` -./+`. */
function isSeparator(unit: number): boolean {
  return unit === SPACE || (unit >= 0x2d && unit <= 0x2f) || unit === 0x2b
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
  const unit = text.charCodeAt(at)
  if (unit === 0x40 || unit === 0x5f || unit === 0x2a) return true // @ _ *
  const isBeforeDash = unit === 0x2d && step === 1
  // Text in base 64 goes on behind a plus or equals sign, words behind a hyphen, as in the last part of a URL.
  if ((unit === 0x2b || unit === 0x3d) && step === 1 && isLetterOrDigit(text.charCodeAt(at + 1))) return true
  if (isBeforeDash && isLetter(text.charCodeAt(at + 1))) return true
  // One of -./:+,
  const isTie = (unit >= 0x2b && unit <= 0x2f) || unit === 0x3a
  return isTie && isDigit(text.charCodeAt(at + step))
}

/** Where a candidate stands, which letters it has, and its length without separators. */
interface Place extends TextRange {
  readonly cases: number
  readonly length: number
}

function collect(scanned: ScannedText, place: Place, identifiers: readonly Identifier[], found: Found): void {
  if (identifiers.length === 0) return
  const { start, end, cases } = place
  const piece = scanned.text.slice(start, end)
  const written = (cases & Case.small) === 0 ? piece : piece.toUpperCase()
  let candidate: Candidate | undefined
  let matched: RegExp | undefined
  for (const identifier of identifiers) {
    if (!mayStand(identifier, scanned, start)) continue
    // Some have the pattern of the one before.
    if (identifier.pattern !== matched && !identifier.pattern.test(written)) continue
    matched = identifier.pattern
    candidate ??= new Candidate(scanned, place, written)
    if (identifier.validate?.(candidate.compact) === false) continue
    const score = judge(identifier, candidate)
    if (score >= found.threshold) found.findings.push({ type: identifier.type, start, end, score })
  }
}

/** A piece of a text that may be an identifier, and what is asked of it again and again. */
class Candidate {
  readonly scanned: ScannedText
  readonly start: number
  readonly end: number
  /** In capitals, without separators. */
  readonly compact: string
  readonly isMixedCase: boolean
  #isCounted: boolean | undefined

  constructor(scanned: ScannedText, { start, end, cases, length }: Place, written: string) {
    this.scanned = scanned
    this.start = start
    this.end = end
    this.compact = length === written.length ? written : withoutSigns(written)
    this.isMixedCase = cases === (Case.capital | Case.small)
  }

  /** Whether what stands around says that it is a number of something else. */
  get isCounted(): boolean {
    this.#isCounted ??= hasCounterContext(this.scanned.text, this.start, this.end)
    return this.#isCounted
  }
}

/** What stands between separators and parentheses, in one. */
function withoutSigns(written: string): string {
  let compact = ''
  let from = 0
  for (let at = 0; at < written.length; at++) {
    if (isLetterOrDigit(written.charCodeAt(at))) continue
    compact += written.slice(from, at)
    from = at + 1
  }
  return compact + written.slice(from)
}

/** What hardly has a form counts only right behind its words. */
function mayStand({ isGeneral, context }: Identifier, scanned: ScannedText, start: number): boolean {
  return isGeneral !== true || scanned.context.stands(context, GENERAL_REACH, start)
}

function judge(identifier: Identifier, candidate: Candidate): number {
  const { scanned, start, end } = candidate
  const { context } = scanned
  if (identifier.isGeneral === true) return identifier.score
  const isBare = end - start === candidate.compact.length
  const score = isBare ? (identifier.bareScore ?? identifier.score) : identifier.score
  const nearness = context.nearness(start, end, identifier.context)
  if (nearness > 0) return raise(score, nearness)
  if (candidate.isMixedCase) return 0
  const isOfKind = context.speaksFor(start, end, kindWords[identifier.kind])
  const words = identifier.country === undefined ? undefined : countryWords[identifier.country]
  const isOfCountry = words !== undefined && context.speaksFor(start, end, words)
  if (isOfKind && isOfCountry) return raise(score, 0)
  if (candidate.isCounted) return score / 2
  // An answer that is nothing but the number, as to a question for it.
  if (score >= scores.possible && isAlone(scanned, start, end)) return Math.min(1, score + 0.2)
  return isOfKind || (isOfCountry && score >= scores.possible) ? Math.min(0.9, score + 0.25) : score
}
