import {
  isComplementOf11,
  isWeightedTo,
  passesLuhn,
  passesMod11And10,
  passesMod97,
  remainderOf,
  weightedSum,
} from '../check-digits.js'

/**
 * VAT numbers of Europe by the letters that they begin with: form and check of what follows (European Commission, VIES, and the
 * tax offices of the states).
 */
const VAT_NUMBERS: Readonly<
  Record<string, { readonly form: RegExp; readonly validate?: (number: string) => boolean }>
> = {
  AT: { form: /^U\d{8}$/, validate: (number) => isAustrian(number.slice(1)) },
  BE: { form: /^[01]\d{9}$/, validate: (number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)) },
  BG: { form: /^\d{9,10}$/, validate: (number) => (number.length === 9 ? isBulgarian : isBulgarianPerson)(number) },
  CY: { form: /^\d{8}[A-Z]$/, validate: isCypriot },
  CZ: { form: /^\d{8,10}$/, validate: isCzech },
  DE: { form: /^[1-9]\d{8}$/, validate: passesMod11And10 },
  DK: { form: /^[1-9]\d{7}$/, validate: (number) => isWeightedTo(number, [2, 7, 6, 5, 4, 3, 2, 1], 11) },
  EE: { form: /^\d{9}$/, validate: (number) => isWeightedTo(number, [3, 7, 1, 3, 7, 1, 3, 7, 1], 10) },
  EL: { form: /^\d{9}$/, validate: isGreekTaxNumber },
  ES: { form: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/ },
  FI: { form: /^\d{8}$/, validate: (number) => isWeightedTo(number, [7, 9, 10, 5, 8, 4, 2, 1], 11) },
  FR: { form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, validate: isFrench },
  GB: { form: /^\d{9}(?:\d{3})?$/, validate: isBritish },
  HR: { form: /^\d{11}$/, validate: passesMod11And10 },
  HU: { form: /^\d{8}$/, validate: (number) => isWeightedTo(number, [9, 7, 3, 1, 9, 7, 3, 1], 10) },
  IE: { form: /^\d[0-9A-Z+*]\d{5}[A-W][A-I]?$/ },
  IT: { form: /^\d{11}$/, validate: isPartitaIva },
  LT: { form: /^(?:\d{9}|\d{12})$/, validate: isLithuanian },
  LU: { form: /^\d{8}$/, validate: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)) },
  LV: {
    form: /^\d{11}$/,
    validate: (number) => number < '4' || weightedSum(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3,
  },
  MT: { form: /^\d{8}$/, validate: (number) => isWeightedTo(number, [3, 4, 6, 7, 8, 9, 10, 1], 37) },
  NL: { form: /^\d{9}B(?!00)\d{2}$/, validate: isDutch },
  PL: { form: /^\d{10}$/, validate: isNip },
  PT: {
    form: /^\d{9}$/,
    validate: (number) => isComplementOf11(weightedSum(number, [9, 8, 7, 6, 5, 4, 3, 2]), number[8]),
  },
  RO: { form: /^[1-9]\d{1,9}$/, validate: isRomanian },
  SE: { form: /^\d{10}01$/, validate: (number) => passesLuhn(number.slice(0, 10)) },
  SI: { form: /^[1-9]\d{7}$/, validate: isSlovenianTaxNumber },
  SK: { form: /^[1-9]\d{9}$/, validate: (number) => remainderOf(number, 11) === 0 },
}

/** Whether letters of a state and a number are a VAT number. */
export function isVatNumber(vat: string): boolean {
  const state = vat.startsWith('GR') ? 'EL' : vat.slice(0, 2)
  const rule = Object.hasOwn(VAT_NUMBERS, state) ? VAT_NUMBERS[state] : undefined
  const number = vat.slice(2)
  return rule?.form.test(number) === true && rule.validate?.(number) !== false
}

/** Tax number of Greece (AFM). */
export function isGreekTaxNumber(afm: string): boolean {
  return (weightedSum(afm, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(afm[8]) && Number(afm) > 0
}

/** Tax number of Poland (NIP). */
export function isNip(nip: string): boolean {
  return weightedSum(nip, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(nip[9])
}

function isAustrian(number: string): boolean {
  const sum = Array.from(number.slice(0, 7), (digit, place) => Number(digit) * (1 + (place % 2)))
    .map((product) => (product > 9 ? product - 9 : product))
    .reduce((total, value) => total + value, 0)
  return (((6 - sum) % 10) + 10) % 10 === Number(number[7])
}

function isBulgarian(number: string): boolean {
  const first = weightedSum(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
  const check = first === 10 ? (weightedSum(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first
  return check === Number(number[8])
}

/** A person's number, that of a foreigner, or one that was given for the tax alone. */
function isBulgarianPerson(number: string): boolean {
  const check = Number(number[9])
  return (
    (weightedSum(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === check ||
    weightedSum(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === check ||
    isComplementOf11(weightedSum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]), number[9], '')
  )
}

/** Tax number of Slovenia: ten is written as 0, and there is none without a remainder. */
export function isSlovenianTaxNumber(number: string): boolean {
  const sum = weightedSum(number, [8, 7, 6, 5, 4, 3, 2])
  return sum % 11 !== 0 && isComplementOf11(sum, number[7])
}

/** Tax number of Italy: a number, the province that gave it, and Luhn's digit. */
export function isPartitaIva(number: string): boolean {
  const province = Number(number.slice(7, 10))
  const isProvince = (province >= 1 && province <= 100) || [120, 121, 888, 999].includes(province)
  return isProvince && passesLuhn(number) && Number(number.slice(0, 7)) > 0
}

const CYPRIOT_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21] as const

/** Tax number of Cyprus: eight digits and a letter. */
export function isCypriot(number: string): boolean {
  const sum = Array.from(number.slice(0, 8), Number).reduce(
    (total, digit, place) => total + (place % 2 === 0 ? (CYPRIOT_VALUES[digit] as number) : digit),
    0,
  )
  return String.fromCharCode(65 + (sum % 26)) === number[8]
}

/** Eight digits of a company, nine or ten of a birth number: those with a check digit divide by eleven, or leave ten. */
function isCzech(number: string): boolean {
  if (number.length === 9) return true
  if (number.length === 10) return remainderOf(number.slice(0, 9), 11) % 10 === Number(number[9])
  const check = (11 - (weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  return (check || 1) % 10 === Number(number[7])
}

function isFrench(number: string): boolean {
  const siren = number.slice(2)
  if (!/^\d\d/.test(number)) return passesLuhn(siren)
  return passesLuhn(siren) && Number(number.slice(0, 2)) === remainderOf(`${siren}12`, 97)
}

function isBritish(number: string): boolean {
  const sum = weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) + Number(number.slice(7, 9))
  return sum % 97 === 0 || (sum + 55) % 97 === 0
}

function isLithuanian(number: string): boolean {
  const digits = Array.from(number.slice(0, -1), Number)
  const sum = (shift: number) => digits.reduce((total, digit, place) => total + digit * (1 + ((place + shift) % 9)), 0)
  const first = sum(0) % 11
  return (first === 10 ? (sum(2) % 11) % 10 : first) === Number(number.at(-1))
}

/** Of companies by the citizen's number inside, of persons by the whole (since 2020). */
function isDutch(number: string): boolean {
  return isWeightedTo(number, [9, 8, 7, 6, 5, 4, 3, 2, -1], 11) || passesMod97(`NL${number}`)
}

function isRomanian(number: string): boolean {
  const digits = number.padStart(10, '0')
  return ((weightedSum(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(digits[9])
}
