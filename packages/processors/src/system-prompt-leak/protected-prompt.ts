import { SymbolReader } from './read-symbols.js'
import { forEachShingle, type ShingleIndex } from './shingles.js'

/** Words of a shingle; of a text without blanks between words, twice as many characters. */
const WORDS_PER_SHINGLE = 5
/** Letters of a shingle where words cannot be told apart. */
export const LETTERS_PER_SHINGLE = 24

/** Ways to write a text that its letters tell, whatever stands between them. */
export const spellings = ['letters', 'rot13', 'reversed'] as const

export type Spelling = (typeof spellings)[number]

/** What must not come out, ready to be compared. */
export interface ProtectedPrompt {
  /** Words of a shingle. */
  readonly wordsPerShingle: number
  readonly words: ShingleIndex
  readonly letters: Readonly<Record<Spelling, ShingleIndex>>
  /** The canary in each spelling; none without a canary. */
  readonly canaries: ReadonlyMap<string, Spelling | undefined>
}

/** Text of a prompt. */
export interface PromptTexts {
  /** What must not come out. */
  readonly secret: readonly string[]
  /** What others than the application wrote: whoever knows it may be told. */
  readonly known: readonly string[]
  readonly canary?: string | undefined
}

/** Prepares the texts of a prompt. Linear time. */
export function protectPrompt({ secret, known, canary }: PromptTexts): ProtectedPrompt {
  const { wordsPerShingle, words, letters } = readSecret(secret)
  const others = known.map(readSymbols)
  const without = (hashes: ReadonlySet<number>, size: number, pick: (text: Symbols) => number[]): ShingleIndex => {
    const excused = new Set<number>()
    for (const text of others) {
      forEachShingle(pick(text), size, (hash) => {
        if (hashes.has(hash)) excused.add(hash)
      })
    }
    return { hashes, excused }
  }
  return {
    wordsPerShingle,
    words: without(words, wordsPerShingle, (text) => text.words),
    letters: mapSpellings((spelling) =>
      without(letters[spelling], LETTERS_PER_SHINGLE, (text) => respell[spelling](text.letters)),
    ),
    canaries: new Map(canary === undefined ? [] : spellCanary(canary)),
  }
}

/** The shingles of what must not come out. */
interface SecretShingles {
  readonly wordsPerShingle: number
  readonly words: ReadonlySet<number>
  readonly letters: Readonly<Record<Spelling, ReadonlySet<number>>>
}

/** An application sends one system prompt over and over, so the shingles of the last few are kept. */
const kept = new Map<string, SecretShingles>()
const MAX_KEPT = 8
/** Longer texts are not kept. */
const MAX_KEPT_UNITS = 65_536

function readSecret(texts: readonly string[]): SecretShingles {
  const key = JSON.stringify(texts)
  const known = kept.get(key)
  if (known !== undefined) return known
  const shingles = findShingles(texts.map(readSymbols))
  if (key.length > MAX_KEPT_UNITS) return shingles
  const [oldest] = kept.keys()
  if (kept.size === MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(key, shingles)
  return shingles
}

function findShingles(texts: readonly Symbols[]): SecretShingles {
  const count = texts.reduce((sum, { words }) => sum + words.length, 0)
  const unspaced = texts.reduce((sum, text) => sum + text.unspaced, 0)
  const wordsPerShingle = unspaced * 2 > count ? WORDS_PER_SHINGLE * 2 : WORDS_PER_SHINGLE
  const gather = (size: number, pick: (text: Symbols) => number[]): Set<number> => {
    const hashes = new Set<number>()
    for (const text of texts) forEachShingle(pick(text), size, (hash) => hashes.add(hash))
    return hashes
  }
  return {
    wordsPerShingle,
    words: gather(wordsPerShingle, ({ words }) => words),
    letters: mapSpellings((spelling) => gather(LETTERS_PER_SHINGLE, ({ letters }) => respell[spelling](letters))),
  }
}

const respell: Readonly<Record<Spelling, (letters: number[]) => number[]>> = {
  letters: (letters) => letters,
  rot13: (letters) => letters.map(rotate),
  reversed: (letters) => letters.toReversed(),
}

function mapSpellings<T>(make: (spelling: Spelling) => T): Record<Spelling, T> {
  return { letters: make('letters'), rot13: make('rot13'), reversed: make('reversed') }
}

interface Symbols {
  readonly words: number[]
  readonly letters: number[]
  readonly unspaced: number
}

function readSymbols(text: string): Symbols {
  const words: number[] = []
  const letters: number[] = []
  let unspaced = 0
  const reader = new SymbolReader({
    word(hash, _start, _end, isUnspaced) {
      words.push(hash)
      if (isUnspaced) unspaced++
    },
    letter: (unit) => letters.push(unit),
  })
  reader.feed(text)
  reader.endWord()
  return { words, letters, unspaced }
}

function spellCanary(canary: string): [string, Spelling | undefined][] {
  const units = Array.from(canary, (letter) => letter.charCodeAt(0))
  return [
    [canary, undefined],
    [String.fromCharCode(...respell.rot13(units)), 'rot13'],
    [String.fromCharCode(...respell.reversed(units)), 'reversed'],
  ]
}

/** Rot13 of a small letter of ASCII; anything else stays. */
function rotate(unit: number): number {
  return unit < 0x61 || unit > 0x7a ? unit : 0x61 + ((unit - 0x61 + 13) % 26)
}
