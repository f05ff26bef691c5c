import { isDay } from './check-digits.js'
import { CONTEXT_AFTER, CONTEXT_BEFORE } from './context/context-index.js'
import { birthWords } from './context/context-words.js'
import { hasCounterContext } from './context/counter-context.js'
import { LONGEST_MONTH, monthNamed } from './month-names.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'

const NUMERIC = /(\d{1,4})( ?[-./] ?)(\d{1,2})\2(\d{1,4})(?!\d)/y
/** Chinese, Japanese and Korean: year, month and day, each with its name behind. */
const NAMED_PARTS = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号일])?/y
/** A day, or a year, and what is between it and the name of a month. */
const BEFORE_MONTH = /(\d{1,4})(?:st|nd|rd|th|er|ère|[ºª°.])?(?: ?(?:of|de|d'|del) |[ -]| ?\. ?)?/iy
const AFTER_MONTH = /(?:\.?,? ?(?:de |del |do )?|-)(\d{4}|'\d{2}|\d{2}(?!\d))(?!\d)/iy
const DAY_AND_YEAR = /(\d{1,2})(?:st|nd|rd|th)?(?:(?:,? |-)(\d{4})(?!\d))?/iy
const MONTH_AND_YEAR = /(?:(?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d|(?:19|20)\d\d[-/](?:0[1-9]|1[0-2]))(?!\d)/y
const TIME_OF_DAY = /\d{1,2}(?:[:.]\d{2}){0,2} ?[ap]\.?m\b/iy
const WORD = /\p{L}{3,12}/uy
const WORD_BEHIND = /(\p{L}{3,12})(?:\.? |-|\.)$/u
const TIME = /(?:,? |T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[ap]\.?m\b)?(?: ?(?:Z|UTC|GMT)\b|[+-]\d{2}:?\d{2})?/iy
const COMPACT = /^(?:(?:19|20)\d{6}|\d{4}(?:19|20)\d{2})$/
const YEAR = /^(?:1[89]|20)\d\d$/
const WEEKDAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b/giu

/** Longest date that is found, with a time. */
export const MAX_DATE_LENGTH = 80

/** Longest name of a month before a number, with what stands between. */
const LONGEST_MONTH_BEFORE = LONGEST_MONTH + 2

interface ReadDate {
  readonly start: number
  readonly end: number
  /** Whether it says which day of which year it is, as a date of birth does. */
  readonly isWhole: boolean
}

/** Finds days: those of births by the words near by; where `withOthers` is set, all others as `date`, and years and weekdays. */
export function findDates(scanned: ScannedText, withOthers: boolean): PiiFinding[] {
  const { text, starts, context } = scanned
  const found: PiiFinding[] = []
  let from = 0
  for (let word = 0; word < starts.length; word++) {
    const start = starts[word] as number
    if (start < from || !(withOthers || mayBeOfBirth(scanned, start))) continue
    const date = readDate(scanned, word)
    if (date === undefined || date.start < from || isTied(text, date)) continue
    if (date.isWhole && context.speaksFor(date.start, date.end, birthWords)) {
      found.push({ type: 'date-of-birth', start: date.start, end: date.end, score: 0.8 })
    } else if (withOthers && !hasCounterContext(text, date.start, date.end)) {
      const end = date.end + lengthAt(TIME, text, date.end)
      found.push({ type: 'date', start: date.start, end, score: 0.6 })
    } else continue
    from = date.end
  }
  if (withOthers) {
    for (const { 0: day, index } of text.matchAll(WEEKDAY)) {
      found.push({ type: 'date', start: index, end: index + day.length, score: 0.5 })
    }
  }
  return found
}

/** Whether a word for a birth stands so near a number that it may speak for a date with that number in it. */
function mayBeOfBirth({ context }: ScannedText, start: number): boolean {
  const from = start - LONGEST_MONTH_BEFORE - CONTEXT_BEFORE
  return context.holds(birthWords, from, start + MAX_DATE_LENGTH + CONTEXT_AFTER)
}

function readDate(scanned: ScannedText, word: number): ReadDate | undefined {
  const { text, starts, ends } = scanned
  const start = starts[word] as number
  const end = ends[word] as number
  const digits = text.slice(start, Math.min(end, start + 9))
  if (!isDigitAt(text, start) || digits.length > 8) return undefined
  return (
    readNumeric(text, start) ??
    readNamedParts(text, start) ??
    readAroundMonth(text, start) ??
    readBehindMonth(text, start) ??
    readShort(text, start) ??
    readAlone(digits, start, end)
  )
}

function readNumeric(text: string, start: number): ReadDate | undefined {
  const match = matchAt(NUMERIC, text, start)
  if (match === undefined || !isNumericDay(match[1] ?? '', match[3] ?? '', match[4] ?? '')) return undefined
  return { start, end: start + match[0].length, isWhole: true }
}

function isNumericDay(a: string, b: string, c: string): boolean {
  if (a.length === 4) return YEAR.test(a) && c.length <= 2 && isDay(a, b, c)
  if (a.length > 2 || (c.length !== 2 && c.length !== 4)) return false
  return (c.length === 2 || YEAR.test(c)) && (isDay(c, a, b) || isDay(c, b, a))
}

function readNamedParts(text: string, start: number): ReadDate | undefined {
  const match = matchAt(NAMED_PARTS, text, start)
  if (match === undefined || !isDay(match[1] ?? '', match[2] ?? '', match[3] ?? '1')) return undefined
  return { start, end: start + match[0].length, isWhole: match[3] !== undefined }
}

/** `3 March 1984`, `3. März 84`, `1984 March 3`, `3 de marzo`, `21-May`. */
function readAroundMonth(text: string, start: number): ReadDate | undefined {
  const before = matchAt(BEFORE_MONTH, text, start)
  if (before === undefined) return undefined
  const monthStart = start + before[0].length
  const name = matchAt(WORD, text, monthStart)?.[0] ?? ''
  const month = monthNamed(name)
  if (month === undefined || /\p{L}/u.test(text[monthStart + name.length] ?? '')) return undefined
  const first = before[1] as string
  const monthEnd = monthStart + name.length
  if (first.length > 2) {
    const day = matchAt(DAY_AND_YEAR, text, monthEnd + 1)?.[1]
    const isWhole = YEAR.test(first) && day !== undefined && isDay(first, month, day)
    return isWhole ? { start, end: monthEnd + 1 + day.length, isWhole } : undefined
  }
  const year = matchAt(AFTER_MONTH, text, monthEnd)
  const isWhole = year !== undefined && isDay((year[1] as string).replace("'", ''), month, first)
  if (!isWhole && !isDay('2000', month, first)) return undefined
  return { start, end: isWhole ? monthEnd + year[0].length : monthEnd, isWhole }
}

/** `March 3, 1984`, `March 1984`, `May-21`: the month stands before the digits. */
function readBehindMonth(text: string, start: number): ReadDate | undefined {
  const before = WORD_BEHIND.exec(text.slice(Math.max(0, start - LONGEST_MONTH_BEFORE), start))
  const month = before === null ? undefined : monthNamed(before[1] as string)
  if (before === null || month === undefined) return undefined
  const monthStart = start - before[0].length
  if (/\p{L}/u.test(text[monthStart - 1] ?? '')) return undefined
  const year = /^\d{4}(?!\d)/.exec(text.slice(start, start + 5))?.[0]
  if (year !== undefined) {
    return YEAR.test(year) ? { start: monthStart, end: start + 4, isWhole: false } : undefined
  }
  const match = matchAt(DAY_AND_YEAR, text, start)
  if (match === undefined || !isDay(match[2] ?? '2000', month, match[1] as string)) return undefined
  return { start: monthStart, end: start + match[0].length, isWhole: match[2] !== undefined }
}

/** A month of a year in numbers, or a time of day. */
function readShort(text: string, start: number): ReadDate | undefined {
  const length = lengthAt(MONTH_AND_YEAR, text, start) || lengthAt(TIME_OF_DAY, text, start)
  return length === 0 ? undefined : { start, end: start + length, isWhole: false }
}

/** A year, or the eight digits of a day. */
function readAlone(digits: string, start: number, end: number): ReadDate | undefined {
  if (YEAR.test(digits)) return { start, end, isWhole: false }
  if (!COMPACT.test(digits)) return undefined
  const isYearFirst = isDay(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  const isWhole = isYearFirst || (YEAR.test(year) && (isDay(year, month, day) || isDay(year, day, month)))
  return isWhole ? { start, end, isWhole } : undefined
}

/** Whether it is a part of something longer: a path, a version, a code. */
function isTied(text: string, { start, end }: ReadDate): boolean {
  return (
    /[\w$€£#@/\\+=]/.test(text[start - 1] ?? '') ||
    (/[-.:]/.test(text[start - 1] ?? '') && /[\w./]/.test(text[start - 2] ?? '')) ||
    /\d,$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[\w/\\%]|[-.,:][\d\w])/.test(text.slice(end, end + 2).replace(/^T\d/, ''))
  )
}

function isDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 48 && unit <= 57
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0
}
