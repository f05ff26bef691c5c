import type { TextRange } from '../detection/text-range.js'
import {
  ALL_SCRIPTS,
  CharacterClass,
  classIn,
  codePointBefore,
  isInvisible,
  Scripts,
  scriptsIn,
  traitsOf,
} from './character.js'

/** A word whose letters belong to no one script. */
export interface MixedWord extends TextRange {
  /** Whether letters in it look like those of the script around them. */
  readonly isDeceptive: boolean
}

/**
 * Letters that can hardly be told from a Latin one, after the confusables of Unicode Technical Standard 39
 * (https://www.unicode.org/Public/security/latest/confusables.txt), without those that are usual next to Latin letters,
 * as Greek ones in formulas are.
 */
const LIKE_LATIN = unitsOf(
  'аеорсухіјѕһԁԛԝӏѵүьАВЕКМНОРСТУХІЈЅԌҮЬҺԜԚ', // Cyrillic
  'οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϿ', // Greek
  'օոսհցքյզգՕՍԼՏ', // Armenian
)
/** Scripts whose letters look like Latin ones so often that any of them in a Latin word is deceptive. */
const LIKE_LATIN_AS_A_WHOLE = Scripts.cherokee | Scripts.lisu | Scripts.coptic

/** Latin letters that can hardly be told from a Cyrillic one. Not `i`, which many type for the Ukrainian letter. */
const LIKE_CYRILLIC = unitsOf('aeopcyxjshABEKMHOPCTXJS')

/** Letters that follow a Latin abbreviation as its ending: `PDFа`. */
const LONGEST_ENDING = 3

/**
 * Looks at the word around a letter that is not Latin: undefined if one script has all its letters (Unicode Technical Standard
 * 39, 5.1 "Mixed-Script Detection"). Words of East Asian letters and Latin ones are not looked at.
 *
 * @param at where that letter stands; no letter of its kind may stand before it in the word.
 */
export function readWord(text: string, at: number): { readonly end: number; readonly mixed: MixedWord | undefined } {
  let start = at
  for (let before = codePointBefore(text, at); before !== undefined; before = codePointBefore(text, start)) {
    if (!isInWord(traitsOf(before))) break
    start -= before > 0xffff ? 2 : 1
  }
  let scripts = -1
  let end = start
  while (end < text.length) {
    const codePoint = text.codePointAt(end) as number
    const traits = traitsOf(codePoint)
    if (!isInWord(traits)) break
    scripts &= scriptsIn(traits)
    end += codePoint > 0xffff ? 2 : 1
  }
  if (scripts !== 0) return { end, mixed: undefined }
  return { end, mixed: { start, end, isDeceptive: isDeceptive(splitByScript(text, start, end)) } }
}

/** Letters go on through characters that show nothing. */
function isInWord(traits: number): boolean {
  const characterClass = classIn(traits)
  return characterClass === CharacterClass.letter || characterClass === CharacterClass.foreign || isInvisible(traits)
}

/** Letters of a word that one script has, with the marks among them. */
interface Part {
  scripts: number
  length: number
  /** Whether each of its letters looks Latin, Cyrillic. */
  isLikeLatin: boolean
  isLikeCyrillic: boolean
  /** Whether all are capitals. */
  isCapital: boolean
}

function splitByScript(text: string, start: number, end: number): Part[] {
  const parts: Part[] = []
  for (let at = start; at < end; ) {
    const codePoint = text.codePointAt(at) as number
    at += codePoint > 0xffff ? 2 : 1
    const traits = traitsOf(codePoint)
    const scripts = scriptsIn(traits)
    if (isInvisible(traits) || scripts === ALL_SCRIPTS) continue
    let part = parts.at(-1)
    if (part === undefined || (part.scripts & scripts) === 0) {
      part = { scripts, length: 0, isLikeLatin: true, isLikeCyrillic: true, isCapital: true }
      parts.push(part)
    }
    part.scripts &= scripts
    part.length++
    part.isLikeLatin &&= LIKE_LATIN.has(codePoint) || (scripts & LIKE_LATIN_AS_A_WHOLE) !== 0
    part.isLikeCyrillic &&= LIKE_CYRILLIC.has(codePoint)
    part.isCapital &&= isCapital(codePoint)
  }
  return parts
}

function isDeceptive(parts: readonly Part[]): boolean {
  const isLatin = (part: Part | undefined): boolean => part !== undefined && (part.scripts & Scripts.latin) !== 0
  const isCyrillic = (part: Part | undefined): boolean => part !== undefined && (part.scripts & Scripts.cyrillic) !== 0
  return parts.some((part, index) => {
    const before = parts[index - 1]
    const after = parts[index + 1]
    if (isLatin(part)) return part.isLikeCyrillic && isCyrillic(before) && isCyrillic(after)
    if (!part.isLikeLatin || !(isLatin(before) || isLatin(after))) return false
    const isBehindAbbreviation = before?.isCapital && before.length > 1 && after === undefined
    return !isBehindAbbreviation || part.isCapital || part.length > LONGEST_ENDING
  })
}

function isCapital(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint)
  return character !== character.toLowerCase()
}

function unitsOf(...letters: readonly string[]): ReadonlySet<number> {
  return new Set(Array.from(letters.join(''), (letter) => letter.charCodeAt(0)))
}

/** Whether a word is of another script than Latin, and all its letters look Latin. */
export function looksLatin(word: string): boolean {
  const letters = Array.from(word, (character) => character.codePointAt(0) as number).filter((each) => each > 0x7f)
  return letters.length > 0 && !/[a-z]/i.test(word) && letters.every((letter) => LIKE_LATIN.has(letter))
}
