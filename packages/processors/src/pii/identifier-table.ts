import type { Identifier } from './identifier.js'

/** Most characters of an identifier, without separators, and most words it is written in: an IBAN in groups of four. */
export const MAX_COMPACT_LENGTH = 34
export const MAX_WORDS = 9

/** Identifiers to look for, sorted so that few are tried for each candidate. */
export interface IdentifierTable {
  /** Those that so many characters in so many words may be; with letters among them, or digits alone. */
  readonly find: (length: number, words: number, hasLetters: boolean) => readonly Identifier[]
  /** The same of those that need a word right before them. */
  readonly findNamed: (length: number, words: number, hasLetters: boolean) => readonly Identifier[]
}

/** Sorts identifiers by length, by the most words that their pattern takes, and by whether it takes letters. */
export function tabulate(identifiers: readonly Identifier[]): IdentifierTable {
  return {
    find: index(identifiers.filter(({ isGeneral }) => isGeneral !== true)),
    findNamed: index(identifiers.filter(({ isGeneral }) => isGeneral === true)),
  }
}

/** Rows are sorted out when they are first asked for: a text seldom has candidates of all lengths. */
function index(identifiers: readonly Identifier[]): IdentifierTable['find'] {
  const rows: (readonly Identifier[] | undefined)[] = []
  for (let key = 0; key < keyOf(MAX_COMPACT_LENGTH + 2, 0, false); key++) rows.push(undefined)
  return (length, words, hasLetters) => {
    const key = keyOf(length, words, hasLetters)
    rows[key] ??= identifiers.filter((each) => mayBe(each, length, words, hasLetters))
    return rows[key]
  }
}

function mayBe({ length, pattern }: Identifier, characters: number, words: number, hasLetters: boolean): boolean {
  const [least, most] = typeof length === 'number' ? [length, length] : length
  if (characters < least || characters > most) return false
  // What a pattern holds of capitals is letters: classes such as `\d` have small ones.
  return words <= mostWords(pattern) && (!hasLetters || /[A-Z]/.test(pattern.source))
}

function keyOf(length: number, words: number, hasLetters: boolean): number {
  return (length * (MAX_WORDS + 1) + words) * 2 + (hasLetters ? 1 : 0)
}

/** A class of characters, an escaped character, or a character. */
const PIECE = /\[([^[\]]*)\]|\\(.)|[^\\]/g

/** At most so many words does a pattern take: one more than the places for separators, any number where groups repeat. */
function mostWords({ source }: RegExp): number {
  const separators = Array.from(source.matchAll(PIECE)).filter(([piece, inside, escaped]) => {
    if (inside !== undefined) return /[ ./+]|^-|-$/.test(inside)
    return ' -./+('.includes(escaped ?? piece) && !(piece === '.' || piece === '+' || piece === '(')
  }).length
  const repeats = /\)(?:\{|\*|\+)/.test(source)
  return separators === 0 ? 1 : repeats ? MAX_WORDS : Math.min(MAX_WORDS, separators + 1)
}
