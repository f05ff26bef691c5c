import { ContextIndex } from './context/context-index.js'

/** A text as the detectors of personal data read it: folded, with the few places where anything can begin. */
export interface ScannedText {
  /** The text with blanks, dashes and digits of other kinds as the ASCII ones; as long as the original. */
  readonly text: string
  /** Starts and ends of the words of ASCII letters and digits that hold a digit, in order. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Starts of words of {@link CODE_LENGTHS} letters that begin and end with a capital. */
  readonly codes: readonly number[]
  /** Places of at signs, of the colon in `://`, and of other colons that may stand in an address. */
  readonly ats: readonly number[]
  readonly schemes: readonly number[]
  readonly colons: readonly number[]
  /** Starts of words of hexadecimal letters alone that may begin an address with hyphens or dots. */
  readonly hexes: readonly number[]
  /** The words that speak for a kind of data. */
  readonly context: ContextIndex
}

/** Lengths of codes of banks, which are written in letters alone. */
const CODE_LENGTHS: readonly number[] = [8, 11]

const UnitClass = { other: 0, letter: 1, digit: 2, at: 3, colon: 4 } as const
const classes = new Uint8Array(128)
for (let unit = 0; unit < 128; unit++) {
  const character = String.fromCharCode(unit)
  if (/[A-Za-z]/.test(character)) classes[unit] = UnitClass.letter
  else if (/[0-9]/.test(character)) classes[unit] = UnitClass.digit
}
classes['@'.charCodeAt(0)] = UnitClass.at
classes[':'.charCodeAt(0)] = UnitClass.colon

/** Reads a text once and notes where personal data may begin. */
export function scanText(original: string): ScannedText {
  const text = foldCharacters(original)
  const starts: number[] = []
  const ends: number[] = []
  const codes: number[] = []
  const ats: number[] = []
  const schemes: number[] = []
  const colons: number[] = []
  const hexes: number[] = []
  const { length } = text
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 127) continue
    const unitClass = classes[unit] as number
    if (unitClass === UnitClass.other) continue
    if (unitClass === UnitClass.at) ats.push(at)
    else if (unitClass === UnitClass.colon) {
      if (text.startsWith('//', at + 1)) schemes.push(at)
      else if (isAddressColon(text, at)) colons.push(at)
    } else {
      const start = at
      let hasDigit = unitClass === UnitClass.digit
      for (at++; at < length; at++) {
        const next = text.charCodeAt(at)
        const nextClass = next > 127 ? UnitClass.other : (classes[next] as number)
        if (nextClass === UnitClass.digit) hasDigit = true
        else if (nextClass !== UnitClass.letter) break
      }
      if (hasDigit) {
        starts.push(start)
        ends.push(at)
      } else if (isAddressWord(text, start, at)) hexes.push(start)
      else if (CODE_LENGTHS.includes(at - start) && isCapital(text, start) && isCapital(text, at - 1)) codes.push(start)
      at--
    }
  }
  return { text, starts, ends, codes, ats, schemes, colons, hexes, context: new ContextIndex(text) }
}

/** Whether a colon stands between hexadecimal digits, or beside another colon. */
function isAddressColon(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  return next === text.charCodeAt(at) || (isHexadecimal(next) && isHexadecimal(text.charCodeAt(at - 1)))
}

/** Whether a word of letters is two or four hexadecimal ones with what goes on to the next group of a MAC address. */
function isAddressWord(text: string, start: number, end: number): boolean {
  if (!(end - start === 2 && text[end] === '-') && !(end - start === 4 && text[end] === '.')) return false
  for (let at = start; at < end; at++) if (!isHexadecimal(text.charCodeAt(at))) return false
  return isHexadecimal(text.charCodeAt(end + 1))
}

function isHexadecimal(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 102)
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 65 && unit <= 90
}

/** Blanks and dashes of other widths, full-width signs, and the digits of Arabic, Persian, Devanagari, Bengali and Thai. */
const FOLDED =
  /[\u00a0\u2007\u2009\u202f\u3000\u2010-\u2015\u2212\uff0b\uff0d-\uff0f\uff10-\uff1a\uff20\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g

const FIRST_DIGITS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50] as const

function foldCharacters(text: string): string {
  return text.replace(FOLDED, foldCharacter)
}

function foldCharacter(character: string): string {
  const unit = character.charCodeAt(0)
  if (unit >= 0xff00) return String.fromCharCode(unit - 0xfee0)
  const zero = FIRST_DIGITS.find((first) => unit >= first && unit <= first + 9)
  if (zero !== undefined) return String(unit - zero)
  return (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 ? '-' : ' '
}
