import { addressWords, postcodeWords } from './context/context-words.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'
import { isAlone, raise } from './score.js'

/** A form of postcode. */
interface PostcodeForm {
  /** Countries that have it; none for a form of many. */
  readonly countries: readonly string[]
  readonly pattern: RegExp
  /** Lengths of its first word, and whether that begins with a digit. */
  readonly lengths: readonly number[]
  readonly beginsWithDigit: boolean
  /** How sure it is without a word near by, 0 to 1. */
  readonly score: number
}

/** Areas of the United Kingdom: the letters that its postcodes begin with (Royal Mail, Postcode Address File). */
const AREAS: ReadonlySet<string> = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL ' +
    'GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX ' +
    'PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR ' +
    'WS WV YO ZE'
  ).split(' '),
)

/** A comma and a state of the United States, right before its postcode. */
const STATE_BEFORE =
  /, ?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) $/
/** A country's letters before its postcode, as on letters from abroad, and the name of a place behind it. */
const COUNTRY_BEFORE = /(?:^|[\s,(])(?:AT?|B|CH|CZ|DK?|E|EE|F|FIN|FL|GR|HR|HU?|I|L|LT|LV|NL?|PL?|PT|RO|SE?|SI|SK)-$/
const PLACE_BEHIND = /^ \p{Lu}\p{Ll}/u

const FORMS: readonly PostcodeForm[] = [
  lettersFirst(['GB'], 0.4, [2, 3, 4], /[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}/y),
  lettersFirst(['GB'], 0.1, [5, 6, 7], /[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}/y),
  lettersFirst(['CA'], 0.4, [3, 6], /[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d/iy),
  lettersFirst(['IE'], 0.1, [3, 7], /(?:[AC-FHKNPRTV-Y]\d\d|D6W) ?[0-9AC-FHKNPRTV-Y]{4}/iy),
  lettersFirst(['AR'], 0.1, [8], /[A-HJ-NP-Z]\d{4}[A-Z]{3}/y),
  lettersFirst(['AD', 'AZ', 'BN', 'LT', 'LU', 'LV', 'MD'], 0.1, [5, 6, 7], /[A-Z]{2}\d{3,5}/y),
  digitsFirst(['NL'], 0.1, [4, 6], /[1-9]\d{3} ?[A-Z]{2}/y),
  digitsFirst(['US'], 0.3, [5], /\d{5}-\d{4}/y),
  digitsFirst(['BR'], 0.2, [2, 5], /\d{2}\.?\d{3}-\d{3}/y),
  digitsFirst(['JP'], 0.1, [3], /\d{3}-\d{4}/y),
  digitsFirst(['PL'], 0.1, [2], /\d{2}-\d{3}/y),
  digitsFirst(['PT'], 0.1, [4], /\d{4}-\d{3}/y),
  digitsFirst(['SE', 'CZ', 'SK', 'GR'], 0.1, [3], /\d{3} \d{2}/y),
  digitsFirst(['TW', 'IN'], 0.1, [3], /[1-9]\d{2} \d{3}/y),
  digitsFirst([], 0.1, [3, 4, 5, 6, 7], /\d{3,7}/y),
]

function lettersFirst(
  countries: readonly string[],
  score: number,
  lengths: readonly number[],
  pattern: RegExp,
): PostcodeForm {
  return { countries, score, lengths, pattern, beginsWithDigit: false }
}

function digitsFirst(
  countries: readonly string[],
  score: number,
  lengths: readonly number[],
  pattern: RegExp,
): PostcodeForm {
  return { countries, score, lengths, pattern, beginsWithDigit: true }
}

/** Longest first word of a postcode. */
const LONGEST_WORD = Math.max(...FORMS.flatMap(({ lengths }) => lengths))

/** So many code units before a postcode its word may stand, in the same line. */
const WORD_REACH = 28
/** So many may lie between a street and its postcode, over at most so many line ends. */
const STREET_REACH = 80
/** So many may lie between the word for an address and a line that is nothing but a postcode. */
const BLOCK_REACH = 160
const MAX_LINE_ENDS = 3

/** Finds the postcodes of a text, given its streets. */
export type FindPostcodes = (scanned: ScannedText, streets: readonly PiiFinding[]) => PiiFinding[]

/**
 * Prepares a search for the postcodes of some countries, or of all when there are none: where a word near by says so, behind a
 * street, and by forms that little else has. It finds those whose score is at least the threshold.
 */
export function preparePostcodes(countries: readonly string[], threshold: number): FindPostcodes {
  const formsOf = indexForms(FORMS.filter(({ countries: own }) => isWanted(own, countries)))
  return (scanned, streets) => {
    const { text, starts, ends } = scanned
    const found: PiiFinding[] = []
    let street = 0
    let from = 0
    for (let word = 0; word < starts.length; word++) {
      const start = starts[word] as number
      const forms = formsOf(text, start, ends[word] as number)
      if (forms.length === 0 || start < from || (start > 0 && TIE.test(text.charAt(start - 1)))) continue
      while (street + 1 < streets.length && (streets[street + 1] as PiiFinding).end <= start) street++
      const code = readCode(text, start, forms)
      if (code === undefined) continue
      if (isHouseNumber(streets, street, start)) continue
      const score = judge(scanned, start, code.end, code.form, streets[street])
      if (score === 0) continue
      if (score >= threshold) found.push({ type: 'postcode', start, end: code.end, score })
      from = code.end
    }
    return found
  }
}

/** What ties a number to something longer before it. */
const TIE = /[\w.,:/*$€£#+=@\\]/
/** What follows a number that goes on. */
const CONTINUATION = /[\w/*@%-]|[.,:]\w/y

/** Whether a street begins at a place. */
function isHouseNumber(streets: readonly PiiFinding[], last: number, start: number): boolean {
  return streets[last]?.start === start || streets[last + 1]?.start === start
}

/** The forms that a first word may begin, by its length and whether it begins with a digit. */
function indexForms(forms: readonly PostcodeForm[]) {
  const byLength = [false, true].map((beginsWithDigit) =>
    Array.from({ length: LONGEST_WORD + 1 }, (_, length) =>
      forms.filter((form) => form.beginsWithDigit === beginsWithDigit && form.lengths.includes(length)),
    ),
  )
  return (text: string, start: number, end: number): readonly PostcodeForm[] =>
    byLength[text.charCodeAt(start) < 0x3a ? 1 : 0]?.[end - start] ?? []
}

function isWanted(own: readonly string[], countries: readonly string[]): boolean {
  return own.length === 0 || countries.length === 0 || own.some((country) => countries.includes(country))
}

function readCode(text: string, start: number, forms: readonly PostcodeForm[]) {
  for (const form of forms) {
    form.pattern.lastIndex = start
    if (!form.pattern.test(text)) continue
    const end = form.pattern.lastIndex
    CONTINUATION.lastIndex = end
    if (CONTINUATION.test(text)) continue
    if (form.countries[0] === 'GB' && !AREAS.has(text.slice(start, end).replace(/\d.*/, ''))) continue
    return { end, form }
  }
  return undefined
}

function judge(
  scanned: ScannedText,
  start: number,
  end: number,
  form: PostcodeForm,
  street: PiiFinding | undefined,
): number {
  const { text, context } = scanned
  const before = text.slice(Math.max(0, start - WORD_REACH), start)
  if (before.endsWith('〒')) return 0.8
  const line = WORD_REACH - (before.lastIndexOf('\n') + 1)
  if (context.stands(postcodeWords, Math.min(line, before.length), start)) {
    return raise(form.score, context.nearness(start, end, postcodeWords))
  }
  const isTied = before.endsWith('-')
  if (isTied && end - start > 3 && COUNTRY_BEFORE.test(before) && PLACE_BEHIND.test(text.slice(end, end + 3)))
    return 0.6
  if (isTied) return 0
  if (street !== undefined && isOfStreet(text, street, start, end)) return 0.65
  if (isOwnLine(text, start, end) && context.stands(addressWords, BLOCK_REACH, start)) return 0.6
  if (STATE_BEFORE.test(before) && /^\d{5}/.test(text.slice(start, end))) return 0.6
  if (form.score >= 0.2 && context.speaksFor(start, end, addressWords)) return form.score + 0.25
  return form.score >= 0.3 && isAlone(scanned, start, end) ? form.score + 0.2 : form.score
}

function isOwnLine(text: string, start: number, end: number): boolean {
  return (
    /\n[ \t]{0,8}$/.test(text.slice(Math.max(0, start - 9), start)) &&
    /^[ \t]{0,8}(?:\r?\n|$)/.test(text.slice(end, end + 10))
  )
}

/** Whether a street stands shortly before, with no sentence between, and the line or the name of a place follows. */
function isOfStreet(text: string, street: PiiFinding, start: number, end: number): boolean {
  if (street.end > start || start - street.end > STREET_REACH) return false
  const between = text.slice(street.end, start)
  if (/[.!?;] |\n\n/.test(between) || between.split('\n').length - 1 > MAX_LINE_ENDS) return false
  return /^(?:$|[\n\r,.;)"']| \p{Lu}|\s{2})/u.test(text.slice(end, end + 2))
}
