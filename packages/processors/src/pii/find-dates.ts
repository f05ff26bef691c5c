import { isDay } from './check-digits.js'
import { hasContext } from './context.js'
import type { PiiFinding } from './pii-finding.js'

const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec'.split(
    ' ',
  )
const BIRTH = [
  'born',
  'birth',
  'birthday',
  'birthdate',
  'dob',
  'd.o.b',
  'geboren',
  'geburtsdatum',
  'né le',
  'née le',
  'naissance',
  'nacimiento',
  'nacido',
  'nacida',
  'nascita',
  'nato il',
  'nata il',
  'nascimento',
  'geboortedatum',
  'född',
  'født',
  'urodzony',
  'urodzona',
  'родился',
  'родилась',
  '生年月日',
  '出生',
  '생년월일',
]

const NUMERIC = /\d{1,4}([-./])\d{1,2}([-./])\d{1,4}/g
const NAMED =
  /(?:(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?)?([A-Za-z]{3,9})\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})/g
const TIME = /^[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?/

/** Finds days: those of births by the words near by, all others as `date`. */
export function findDates(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  const report = (start: number, length: number) => {
    const end = start + length
    if (/[\w./-]/.test(text[start - 1] ?? '') || /[\d/-]/.test(text[end] ?? '')) return
    if (hasContext(text, start, end, BIRTH)) found.push({ type: 'date-of-birth', start, end, score: 0.8 })
    else {
      const time = TIME.exec(text.slice(end, end + 40))?.[0] ?? ''
      found.push({ type: 'date', start, end: end + time.length, score: 0.6 })
    }
  }
  for (const { 0: date, 1: first, 2: second, index } of text.matchAll(NUMERIC)) {
    if (first === second && isNumericDay(date.split(first as string))) report(index, date.length)
  }
  for (const { 0: date, 1: before, 2: month = '', 3: after, index } of text.matchAll(NAMED)) {
    if (MONTHS.includes(month.toLowerCase()) && Number(before ?? after ?? 0) <= 31 && (before ?? after))
      report(index, date.length)
  }
  return found
}

function isNumericDay([a = '', b = '', c = '']: readonly string[]): boolean {
  if (a.length === 4) return isPlausibleYear(a) && c.length <= 2 && isDay(a, b, c)
  if (a.length > 2 || (c.length !== 2 && c.length !== 4)) return false
  return (c.length === 2 || isPlausibleYear(c)) && (isDay(c, a, b) || isDay(c, b, a))
}

function isPlausibleYear(year: string): boolean {
  return /^(?:1[89]|20)/.test(year)
}
