import type { TextRange } from '../detection/text-range.js'
import * as alphabets from './alphabet.js'
import { type Alphabet, isOf } from './alphabet.js'

/** A run of characters of one alphabet, as long as it goes up to `max`. */
export interface Run {
  readonly alphabet: Alphabet
  readonly min: number
  readonly max: number
}

/** What a token looks like: literals and runs in turn. */
export interface Shape {
  readonly parts: readonly (string | Run)[]
  /** Index of the literal that a search begins with: the longest one. */
  readonly anchor: number
}

/**
 * Describes a token: shape`ghp_${base62(36)}`.
 *
 * A shape is matched without backtracking: a run takes all it can up to its `max`. So where a run is followed by a literal,
 * the run has a fixed length, or the literal begins with a character that the run cannot hold.
 */
export function shape(literals: TemplateStringsArray, ...runs: readonly Run[]): Shape {
  const parts = literals.raw
    .flatMap((literal, index) => [literal, runs[index]])
    .filter((part): part is string | Run => part !== undefined && part !== '')
  let anchor = -1
  parts.forEach((part, index) => {
    if (typeof part === 'string' && (anchor < 0 || part.length > (parts[anchor] as string).length)) anchor = index
  })
  return { parts, anchor }
}

function runs(alphabet: Alphabet): (min: number, max?: number) => Run {
  return (min, max = min) => ({ alphabet, min, max })
}

export const digits = runs(alphabets.DIGITS)
export const hex = runs(alphabets.HEX)
export const lowerHex = runs(alphabets.LOWER_HEX)
export const upperHex = runs(alphabets.UPPER_HEX)
export const lower = runs(alphabets.LOWER)
export const upper = runs(alphabets.UPPER)
export const lowerAlnum = runs(alphabets.LOWER_ALNUM)
export const upperAlnum = runs(alphabets.UPPER_ALNUM)
export const base32 = runs(alphabets.BASE32)
export const base62 = runs(alphabets.BASE62)
/** Letters without digits. */
export const letters = runs(alphabets.LOWER | alphabets.UPPER)
export const word = runs(alphabets.WORD)
export const base64 = runs(alphabets.BASE64)
export const base64url = runs(alphabets.BASE64URL)
/** A run of base64url and these characters. */
export function base64urlWith(characters: string, min: number, max = min): Run {
  return { alphabet: alphabets.withCharacters(alphabets.BASE64URL, characters), min, max }
}

/** The literal that stands in every text of the shape; empty for a shape of runs alone. */
export function anchorOf({ parts, anchor }: Shape): string {
  return anchor < 0 ? '' : (parts[anchor] as string)
}

/**
 * The range of the shape whose anchor starts at `at`; `undefined` when the text there is of another shape, or when the
 * token would be a part of a longer word. Takes time linear in the length of the shape.
 */
export function matchShape({ parts, anchor }: Shape, text: string, at: number): TextRange | undefined {
  const end = matchForward(parts, anchor, text, at)
  if (end < 0) return undefined
  let start = at
  for (let index = anchor - 1; index >= 0; index--) {
    start = matchBackward(parts[index] as string | Run, text, start)
    if (start < 0) return undefined
  }
  if (anchor === 1 && isAtEscape(parts[0] as string | Run, text, start, at)) start++
  return isStartOfToken(parts[0] as string | Run, text, start) && isEndOfToken(parts.at(-1) as string | Run, text, end)
    ? { start, end }
    : undefined
}

/** Shortest and longest text of the shape, in UTF-16 code units. */
export function lengthsOf({ parts }: Shape): { readonly min: number; readonly max: number } {
  let min = 0
  let max = 0
  for (const part of parts) {
    min += typeof part === 'string' ? part.length : part.min
    max += typeof part === 'string' ? part.length : part.max
  }
  return { min, max }
}

/** Whether the whole value is of the shape. */
export function isOfShape({ parts }: Shape, value: string): boolean {
  return matchForward(parts, 0, value, 0) === value.length
}

/** Whether the runs of a shape may hold digits among letters. */
export function holdsDigits({ parts }: Shape): boolean {
  return parts.some(
    (part) =>
      typeof part !== 'string' && (part.alphabet & alphabets.DIGITS) !== 0 && part.alphabet !== alphabets.DIGITS,
  )
}

/** What of a token of the shape stands for its longest run of more than digits: the part made at random. */
export function longestRunOf({ parts }: Shape, token: string): string {
  let longest = ''
  let position = 0
  for (const [index, part] of parts.entries()) {
    const end = matchForward(parts.slice(0, index + 1), 0, token, 0)
    const run = token.slice(position, end)
    if (typeof part !== 'string' && part.alphabet !== alphabets.DIGITS && run.length > longest.length) longest = run
    position = end
  }
  return longest === '' ? token : longest
}

function matchForward(parts: readonly (string | Run)[], from: number, text: string, at: number): number {
  let position = at
  for (let index = from; index < parts.length; index++) {
    const part = parts[index] as string | Run
    if (typeof part === 'string') {
      if (!text.startsWith(part, position)) return -1
      position += part.length
      continue
    }
    const limit = Math.min(text.length, position + part.max)
    const start = position
    while (position < limit && isOf(part.alphabet, text.charCodeAt(position))) position++
    if (position - start < part.min) return -1
  }
  return position
}

function matchBackward(part: string | Run, text: string, end: number): number {
  if (typeof part === 'string') return text.endsWith(part, end) ? end - part.length : -1
  const limit = Math.max(0, end - part.max)
  let position = end
  while (position > limit && isOf(part.alphabet, text.charCodeAt(position - 1))) position--
  return end - position < part.min ? -1 : position
}

/** A run of no fixed length, up to `at`, has taken the letter of an escape such as `\n`, and can do without. */
function isAtEscape(first: string | Run, text: string, start: number, at: number): boolean {
  if (typeof first === 'string' || first.min === first.max || at - start <= first.min) return false
  return text[start - 1] === '\\' && /[nrt]/.test(text[start] as string)
}

/** No word goes on before the token, except that of an escape such as `\n`. */
function isStartOfToken(first: string | Run, text: string, start: number): boolean {
  if (start === 0) return true
  const before = text.charCodeAt(start - 1)
  if (!isOf(typeof first === 'string' ? alphabets.WORD : first.alphabet | alphabets.WORD, before)) return true
  return ESCAPE.test(text.slice(Math.max(0, start - 12), start))
}

/** A line end or tab in a quoted text, or a colour of a terminal. */
const ESCAPE = /\\[nrt]$|\[[\d;]{1,6}m$/

/** A token ends no name of a file. */
const FILE_TYPE = /^\.(?:png|jpe?g|gif|svg|ico|webp|js|mjs|css|map|html?|woff2?)\b/

function isEndOfToken(last: string | Run, text: string, end: number): boolean {
  const alphabet = typeof last === 'string' ? alphabets.WORD : last.alphabet | alphabets.WORD
  if (end === text.length) return true
  return !isOf(alphabet, text.charCodeAt(end)) && !(text[end] === '.' && FILE_TYPE.test(text.slice(end, end + 6)))
}
