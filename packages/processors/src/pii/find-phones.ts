import { phoneWords } from './context/context-words.js'
import { hasCounterContext } from './context/counter-context.js'
import { fitsInternationally, fitsNationally, type NumberFit } from './numbering-plans.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'
import { raise } from './score.js'

/** Fewest and most digits of a telephone number (ITU-T E.164, section 6), local numbers of seven digits among them. */
const MIN_DIGITS = 7
const MAX_DIGITS = 15
/** Longest telephone number that is found, with separators and without its extension. */
const MAX_BODY_LENGTH = 36

const PLUS = /\+[ (]?$/
/** What stands between two groups of digits of one number. */
const GAP = /^(?:[ .-]|\) ?|\)-| ?\(|[-.]\(| [-/.] |\/)$/
const EXTENSION = / ?(?:x|ext\.?|extension|#|durchwahl|poste|int\.) ?\d{1,6}(?!\d)/iy

const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))(?:$| )/
const NORTH_AMERICAN = /^(?:1[-. ]?)?(?:\(\d{3}\)[ -]?|\d{3}[-. ])\d{3}[-. ]\d{4}$/
/** As mobile numbers are written in Turkey and elsewhere, without the leading zero. */
const IN_PAIRS = /^\d{3}[-. ]\d{3}[-. ]\d{2}[-. ]\d{2}$/

/** Decimals, ranges of two like numbers, a long number among short ones, a single digit or two at the end. */
const UNLIKELY = /^\d{1,3}\.\d+$|^(\d{5})-\d{5}$|\d{9}[ ./()-]|[ ./()-]\d{9}|[^\d]\d$|^\(?\d+[^\d]+\d{2,3}$/

/** Nearness of a word that stands at most some ten units before. */
const RIGHT_BEHIND = 0.84

/** Countries whose national numbers are tried where nothing says which country a number is of. */
export const defaultPhoneCountries: readonly string[] =
  'US GB DE FR IT ES PT NL BE CH AT PL SE NO DK IN TR PH IL BR MX AU CN JP KR ZA NG'.split(' ')

/** Finds telephone numbers: international ones by their numbering plan, national ones by plan, form and the words near by. */
export function findPhones(scanned: ScannedText, countries: readonly string[] = defaultPhoneCountries): PiiFinding[] {
  const found: PiiFinding[] = []
  for (let first = 0; first < scanned.starts.length; ) {
    const last = endOfNumber(scanned, first)
    const finding = readPhone(scanned, first, last, countries) ?? readBehindNumber(scanned, first, last, countries)
    if (finding !== undefined) found.push(finding)
    first = last
  }
  return found
}

/** A number in a form of its own behind another number and a blank, as a postcode: `10001 212-555-0123`. */
function readBehindNumber(
  scanned: ScannedText,
  first: number,
  last: number,
  countries: readonly string[],
): PiiFinding | undefined {
  const { text, starts, ends } = scanned
  const start = starts[first + 1]
  if (last - first < 3 || start === undefined || text[start - 1] !== ' ') return undefined
  const isOwnForm = NORTH_AMERICAN.test(text.slice(start, ends[last - 1]))
  return isOwnForm ? readPhone(scanned, first + 1, last, countries) : undefined
}

/** Index of the word behind the groups of digits that may be one number. */
function endOfNumber({ text, starts, ends }: ScannedText, first: number): number {
  let last = first + 1
  let run = (ends[first] as number) - (starts[first] as number)
  for (; last < starts.length; last++) {
    const from = ends[last - 1] as number
    const to = starts[last] as number
    if (to - from > 3 || !GAP.test(text.slice(from, to))) return last
    const digits = (ends[last] as number) - to
    // Two long groups with a blank between are two numbers.
    if (text[from] === ' ' && run >= MIN_DIGITS && digits >= MIN_DIGITS) return last
    run = text[from] === ' ' ? digits : run + digits
  }
  return last
}

function readPhone(
  scanned: ScannedText,
  first: number,
  last: number,
  countries: readonly string[],
): PiiFinding | undefined {
  const { text, starts, ends } = scanned
  const firstDigit = starts[first] as number
  let end = ends[last - 1] as number
  const length = end - firstDigit
  if (length < MIN_DIGITS || length > MAX_BODY_LENGTH) return undefined
  const opening = PLUS.exec(text.slice(Math.max(0, firstDigit - 2), firstDigit))?.[0].length ?? 0
  // A parenthesis before the first digit, or before the plus sign.
  const sign = firstDigit - opening
  const start = text[sign - 1] === '(' && /^[^(]{0,6}\)/.test(text.slice(sign, sign + 8)) ? sign - 1 : sign
  const body = text.slice(start, end)
  // An extension that touches the number, such as "x12", is part of its last word.
  const core = /^[\d .()/+-]+/.exec(body)?.[0] ?? ''
  end = start + core.trimEnd().length
  const digits = core.replaceAll(/\D/g, '')
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || DATE.test(core)) return undefined
  EXTENSION.lastIndex = end
  const extension = EXTENSION.exec(text)?.[0].length ?? 0
  if (isTiedBefore(text, start) || isTiedBehind(text, end + extension)) return undefined
  const score = judge(scanned, { written: text.slice(start, end), digits, start, end: end + extension }, countries)
  return score > 0 ? { type: 'phone', start, end: end + extension, score } : undefined
}

/** Digits in their order stand for nobody's number. */
function isSequence(digits: string): boolean {
  return '01234567890123456789'.includes(digits)
}

/** Whether what stands before belongs to it and is no part of a telephone number: a word, an amount, a longer code. */
function isTiedBefore(text: string, start: number): boolean {
  const before = text[start - 1]
  if (before === undefined) return false
  if (/[\w@*#$€£=&%-]/.test(before)) return !/[:=]$/.test(text.slice(start - 1, start))
  return /[.:,/]/.test(before) && /[\d.:/]/.test(text[start - 2] ?? ' ')
}

/** Whether more of something else follows, such as the decimals of an amount. */
function isTiedBehind(text: string, end: number): boolean {
  return /^(?:[A-Za-z_@%€$£*]|[.,:/-]?[0-9])/.test(text.slice(end, end + 2))
}

interface Candidate {
  readonly written: string
  readonly digits: string
  readonly start: number
  readonly end: number
}

function judge(scanned: ScannedText, { written, digits, start, end }: Candidate, countries: readonly string[]): number {
  const nearness = scanned.context.nearness(start, end, phoneWords)
  const isSpoken = nearness > 0
  if (written.startsWith('+') || written.startsWith('(+')) {
    if (isSpoken) return 0.9
    return { assigned: 0.85, possible: 0.75, none: 0.55 }[fitsInternationally(digits) ?? 'none']
  }
  const isGrouped = written.length > digits.length
  if (hasCounterContext(scanned.text, start, end)) return 0
  if (isSpoken) {
    // Seven digits in one are a local number only right behind the word.
    const isLong = isGrouped || digits.length >= 8 || nearness >= RIGHT_BEHIND
    return digits.length <= 13 && isLong ? raise(isGrouped ? 0.55 : 0.4, nearness) : 0
  }
  const isNorthAmerican = NORTH_AMERICAN.test(written)
  if (isSequence(digits) || (!isNorthAmerican && UNLIKELY.test(written))) return 0
  if (!isNorthAmerican && !IN_PAIRS.test(written) && !digits.startsWith('0')) return 0
  // Two zeros begin an international call in most countries.
  if (digits.startsWith('00')) return fitsInternationally(digits.slice(2)) === 'assigned' ? 0.6 : 0
  const fit = bestFit(digits, countries)
  if (fit === undefined) return isNorthAmerican ? 0.45 : 0
  if (isGrouped) return fit === 'assigned' ? 0.6 : 0.5
  return fit === 'assigned' && digits.length >= 10 ? 0.5 : 0.3
}

function bestFit(digits: string, countries: readonly string[]): NumberFit {
  let best: NumberFit
  for (const country of countries) {
    const fit = fitsNationally(digits, country)
    if (fit === 'assigned') return fit
    best ??= fit
  }
  return best
}
