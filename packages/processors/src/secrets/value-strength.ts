import { entropyOf } from './plausibility.js'

/**
 * `random` looks made by a machine: digits among letters, in a stretch long enough to be no word with a number;
 * `mixed` has letters and something else, as people make passwords; `plain` is letters alone, or digits alone.
 */
export type Strength = 'random' | 'mixed' | 'plain'

/** A key as it is printed on a box: groups of five. */
const PRODUCT_KEY = /^[A-Z\d]{5}(?:-[A-Z\d]{5}){3,5}$/

/** How strong a value is as a secret, by its letters. */
export function strengthOf(value: string): Strength {
  const isMixed = /\p{L}/u.test(value) && /[^\p{L}_.:/-]/u.test(value)
  const stretches = value.split(/[-_.:/\\,]/)
  const longest = stretches.reduce(
    (best, stretch) => (isMadeAtRandom(stretch) ? Math.max(best, stretch.length) : best),
    0,
  )
  const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
  const signs = value.replaceAll(/[^!-,;-@[-^`{-~]/g, '').length
  const isWild = value.length >= 8 && signs * 10 >= value.length * 3
  const isRandom =
    (longest >= 8 && value.length >= 10 && entropyOf(value) >= 2.9) ||
    isSeparatedAtRandom(value) ||
    isHexadecimal(value) ||
    isCapitalsAtRandom(value) ||
    isUuid ||
    isWild ||
    PRODUCT_KEY.test(value)
  return isRandom ? 'random' : isMixed ? 'mixed' : 'plain'
}

/** Sixteen hexadecimal digits or more, of both kinds: no word, though few of them change places. */
function isHexadecimal(value: string): boolean {
  if (!/^(?:[\da-f]{16,}|[\dA-F]{16,})$/.test(value)) return false
  const figures = value.replaceAll(/\D/g, '').length
  return figures >= 3 && value.length - figures >= 3 && entropyOf(value) >= 2.5
}

/** Capitals with a digit among them, as base32 has, and more consonants in a row than words have. */
function isCapitalsAtRandom(value: string): boolean {
  return (
    value.length >= 16 && /^[A-Z\d]+$/.test(value) && /[A-Z]\d[A-Z]/.test(value) && /[B-DF-HJ-NP-TV-XZ]{5}/.test(value)
  )
}

/** A word, several as names in programs join them, a number, or a word with a number behind. */
const WORD_OR_NUMBER = /^(?:[A-Z]?[a-z]*|[A-Z]*)\d*$|^[A-Za-z][a-z]*(?:[A-Z][a-z]+)+\d*$/

/** Base64url in which the signs fall so that no stretch between two is long: hardly one of these is a word. */
function isSeparatedAtRandom(value: string): boolean {
  if (value.length < 16 || !/^[\w-]+$/.test(value) || !/\d/.test(value)) return false
  const stretches = value.split(/[-_]/)
  const mixed = stretches.filter((stretch) => !WORD_OR_NUMBER.test(stretch)).join('')
  return mixed.length * 4 >= value.length * 3 && isMadeAtRandom(stretches.join(''))
}

/** Openings of keys that are public, of certificates, and of what JSON becomes. */
const PUBLIC_OPENING = /^(?:AAAA|MI[IG]|MFk|LS0t|eyJ|ssh-)/

/** Base64 of 24 bytes or more, with letters of both cases and digits evenly. */
export function isLongKey(value: string): boolean {
  return (
    /^[A-Za-z\d+/_-]{32,}={0,2}$/.test(value) &&
    [/[a-z]/, /[A-Z]/, /\d/].every((characters) => characters.test(value)) &&
    isMadeAtRandom(value) &&
    entropyOf(value) >= 4.3 &&
    !PUBLIC_OPENING.test(value)
  )
}

/**
 * Digits and letters change places more than in a word with a number, or letters of both cases do. Letters alone are a name
 * of several words when few of them are capitals.
 */
function isMadeAtRandom(stretch: string): boolean {
  if (stretch.length < 8) return false
  let changes = 0
  let capitals = 0
  let hasOthers = false
  let last = ''
  for (const character of stretch) {
    const group = /\d/.test(character) ? 'd' : /[a-z]/.test(character) ? 'l' : /[A-Z]/.test(character) ? 'u' : 's'
    if (last !== '' && group !== last && !(last === 'u' && group === 'l')) changes++
    if (group === 'u') capitals++
    else if (group !== 'l') hasOthers = true
    last = group
  }
  return changes >= Math.max(3, stretch.length / 8) && (hasOthers || capitals * 10 >= stretch.length * 3)
}
