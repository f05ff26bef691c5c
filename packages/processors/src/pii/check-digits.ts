/** Check-digit schemes of identifiers. Every function takes the identifier without separators, letters in capitals. */

/** The digit at a place, NaN for anything else. Sums of all numbers of a text are taken with it, so it makes no string. */
function digitAt(text: string, place: number): number {
  const digit = text.charCodeAt(place) - 0x30
  return digit >= 0 && digit <= 9 ? digit : Number.NaN
}

/** Luhn's formula over all digits, the last one the check digit (ISO/IEC 7812-1, Annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = digitAt(digits, digits.length - 1 - place)
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += place % 2 === 0 ? digit : doubled
  }
  return sum % 10 === 0
}

/** Sum of each digit times the weight at its place; digits without a weight do not count. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let place = 0; place < weights.length; place++) sum += (weights[place] as number) * digitAt(digits, place)
  return sum
}

/** Remainder of a decimal number of any length. */
export function remainderOf(digits: string, divisor: number): number {
  let remainder = 0
  for (let place = 0; place < digits.length; place++) remainder = (remainder * 10 + digitAt(digits, place)) % divisor
  return remainder
}

/** ISO/IEC 7064, MOD 97-10 over digits and letters, as in IBANs once the first four characters stand last. */
export function passesMod97(text: string): boolean {
  const digits = [...text].map((character) => String(Number.parseInt(character, 36))).join('')
  return remainderOf(digits, 97) === 1
}

/** ISO/IEC 7064, MOD 11,10: the last digit is the check digit. */
export function passesMod11And10(digits: string): boolean {
  let product = 10
  const last = digits.length - 1
  for (let place = 0; place < last; place++) product = (((digitAt(digits, place) + product) % 10 || 10) * 2) % 11
  return (11 - product) % 10 === digitAt(digits, last)
}

/** ISO/IEC 7064, MOD 11-2: the last character is the check digit, X for ten. */
export function passesMod11And2(digits: string): boolean {
  let product = 0
  for (const digit of digits.slice(0, -1)) product = ((product + Number(digit)) * 2) % 11
  return '0123456789X'[(12 - product) % 11] === digits.at(-1)
}

/** Products in the dihedral group of order ten. */
const DIHEDRAL = (left: number, right: number): number => {
  const turn = left < 5 ? left + right : left - right
  const mirrored = left < 5 === right < 5 ? 0 : 5
  return ((turn + 10) % 5) + mirrored
}
/** What becomes of each digit at a place, counted from the last; from the ninth on as at the first again. */
const PERMUTATIONS = permute([1, 5, 7, 6, 2, 8, 3, 0, 9, 4], 8)

function permute(permutation: readonly number[], times: number): number[][] {
  const permutations = [permutation.map((_, digit) => digit)]
  while (permutations.length < times) {
    permutations.push((permutations.at(-1) as number[]).map((digit) => permutation[digit] as number))
  }
  return permutations
}

/** Verhoeff's scheme over all digits (J. Verhoeff, "Error detecting decimal codes", 1969). */
export function passesVerhoeff(digits: string): boolean {
  let check = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = digitAt(digits, digits.length - 1 - place)
    check = DIHEDRAL(check, PERMUTATIONS[place % PERMUTATIONS.length]?.[digit] as number)
  }
  return check === 0
}

/** Whether the digits are those of a day: month 1 to 12, day as the month has it. Two-digit years pass as leap years. */
export function isDay(year: string, month: string | number, day: string | number): boolean {
  const number = year.length === 2 ? 2000 + Number(year) : Number(year)
  const [m, d] = [Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1) return false
  const leap = number % 4 === 0 && (number % 100 !== 0 || number % 400 === 0)
  return d <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] as number)
}

/** A day or month to which some numbers add an offset, such as 40 for a person who is not in the register. */
export function withoutOffset(value: number, offset: number): number {
  return value > offset ? value - offset : value
}

/** Whether all characters are the same, as in numbers that stand for nobody. */
export function isUniform(text: string): boolean {
  return text === (text[0] ?? '').repeat(text.length)
}

/** Whether the characters are the same from behind. */
export function isPalindrome(text: string): boolean {
  for (let place = 0; place < text.length / 2; place++) if (text[place] !== text.at(-1 - place)) return false
  return true
}

/**
 * Whether a check digit is the weighted sum's complement to eleven, ten and eleven standing for `whenTen` and 0. No number is
 * issued whose complement is ten where `whenTen` is empty.
 */
export function isComplementOf11(sum: number, check: string | undefined, whenTen = '0'): boolean {
  const digit = (11 - (sum % 11)) % 11
  return (digit === 10 ? whenTen : String(digit)) === check
}

/** Whether the sum of each digit times the weight at its place leaves no remainder. */
export function isWeightedTo(digits: string, weights: readonly number[], divisor: number): boolean {
  return weightedSum(digits, weights) % divisor === 0
}

/** Numeric value of each character: digits as they are, letters from 10 (A) to 35 (Z). */
export function valuesOf(text: string): number[] {
  return Array.from(text, (character) => Number.parseInt(character, 36))
}

/** Sum of the values of characters, as {@link valuesOf} has them, times weights that repeat. */
export function weightedValues(text: string, weights: readonly number[]): number {
  return valuesOf(text).reduce((sum, value, place) => sum + value * (weights[place % weights.length] as number), 0)
}

/** Check digit of machine-readable travel documents (ICAO Doc 9303, part 3, section 4.9), the last character. */
export function passesDocumentCheck(text: string): boolean {
  return weightedValues(text.slice(0, -1), [7, 3, 1]) % 10 === Number(text.at(-1))
}

/** Whether six digits are a day, in the order year, month, day. */
export function isYearMonthDay(digits: string): boolean {
  return isDay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6))
}

/** Whether six digits are a day, in the order day, month, year. */
export function isDayMonthYear(digits: string): boolean {
  return isDay(digits.slice(4, 6), digits.slice(2, 4), digits.slice(0, 2))
}
