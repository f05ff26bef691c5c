import { createRequire } from 'node:module'
import { hasContext, hasCounterContext, raise } from './context.js'
import type { PiiFinding } from './pii-finding.js'

type PhoneLibrary = typeof import('libphonenumber-js/min')
type CountryCode = import('libphonenumber-js/min').CountryCode

/** The numbering plans take tens of milliseconds to load, so they wait for the first candidate. */
let library: PhoneLibrary | undefined
function phoneLibrary(): PhoneLibrary {
  library ??= createRequire(import.meta.url)('libphonenumber-js/min') as PhoneLibrary
  return library
}

const CONTEXT = (
  'phone|telephone|tel|tel.|call|fax|mobile|cell|cellphone|cellular|dial|whatsapp|sms|text me|ring me|answering|voicemail|hotline|messages to|message to|' +
  'contact number|reach me|reach us|office|desk|landline|téléphone|portable|telefon|handy|rufnummer|mobil|teléfono|móvil|celular|' +
  'telefone|telemóvel|cellulare|telefono|telefoon|телефон|тел|cep|gsm|telepono|numara|puhelin|電話|电话|手机|전화|โทร'
).split('|')

/** A run of digits with the signs that people put between and before them; cut into numbers at blanks where it is too long. */
const RUN = /(?:\+|\(\+?)?\d(?:[ .()/-]{0,2}\d)*/g
const EXTENSION = /^ ?(?:x|ext\.?|extension|#) ?\d{1,6}(?!\d)/i
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?:$| )/
const NORTH_AMERICAN = /^(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}$/
/** As mobile numbers are written in Turkey and elsewhere, without the leading zero. */
const IN_PAIRS = /^\d{3}[-. ]\d{3}[-. ]\d{2}[-. ]\d{2}$/

/** Longest telephone number that is found, with separators and extension. */
export const MAX_PHONE_LENGTH = 48

/** Countries whose national numbers are tried where nothing says which country a number is of. */
export const defaultPhoneCountries: readonly string[] = [
  'US',
  'GB',
  'DE',
  'FR',
  'IT',
  'ES',
  'IN',
  'TR',
  'PH',
  'IL',
  'BR',
  'AU',
]

/** Finds telephone numbers: international ones by their numbering plan, national ones by plan, form and the words near by. */
export function findPhones(text: string, countries: readonly string[] = defaultPhoneCountries): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const digits = run.replaceAll(/\D/g, '')
    if (digits.length < 7 || digits.length > 15 || run.length > 40) continue
    let end = index + run.length
    if (/[\w@*#$€£.:,]/.test(text[index - 1] ?? '') && !/[:,.]\s?$/.test(text.slice(index - 2, index))) continue
    if (isTied(text, end)) continue
    const score = judge(text, run, digits, index, end, countries)
    const extension = EXTENSION.exec(text.slice(end, end + 20))
    if (extension !== null) end += extension[0].length
    else if (/[A-Za-z0-9_@]/.test(text[end] ?? '')) continue
    if (score > 0) found.push({ type: 'phone', start: index, end, score })
  }
  return found
}

/** Whether more of something else follows, such as the decimals of an amount. */
function isTied(text: string, end: number): boolean {
  return /^[,:][0-9]|^[%€$£_*]/.test(text.slice(end, end + 2))
}

function judge(
  text: string,
  run: string,
  digits: string,
  start: number,
  end: number,
  countries: readonly string[],
): number {
  if (DATE.test(run)) return 0
  const isSpoken = hasContext(text, start, end, CONTEXT)
  const isInternational = run.startsWith('+') || run.startsWith('(+')
  if (isInternational) {
    const isValid = phoneLibrary().parsePhoneNumberFromString(run)?.isValid() ?? false
    return isSpoken ? 0.9 : isValid ? 0.8 : 0.55
  }
  const isGrouped = run.length > digits.length
  if (isSpoken) return digits.length <= 13 && (isGrouped || digits.length >= 8) ? raise(isGrouped ? 0.55 : 0.4) : 0
  if (hasCounterContext(text, start)) return 0
  if (!(NORTH_AMERICAN.test(run) || IN_PAIRS.test(run) || digits.startsWith('0'))) return 0
  if (!isValidIn(digits, countries)) return NORTH_AMERICAN.test(run) ? 0.45 : 0
  return isGrouped ? 0.6 : digits.length >= 10 ? 0.5 : 0.35
}

function isValidIn(digits: string, countries: readonly string[]): boolean {
  const { parsePhoneNumberFromString, isSupportedCountry } = phoneLibrary()
  return countries.some(
    (country) => isSupportedCountry(country) && parsePhoneNumberFromString(digits, country as CountryCode)?.isValid(),
  )
}
