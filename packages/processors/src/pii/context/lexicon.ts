import { identifiers } from '../identifiers/index.js'
import { contextWords } from './context-words.js'
import { foldLetters, isBoundedLetter } from './fold-letters.js'

/** A word that speaks for kinds of data, folded. */
export interface LexiconWord {
  readonly text: string
  /** Whether it must end where it ends: a short one, which begins many others. */
  readonly mustEnd: boolean
  readonly index: number
}

/** All words that speak for or against something. */
export interface Lexicon {
  /** Words by their first two units, as {@link bucketOf} counts them. */
  readonly buckets: ReadonlyMap<number, readonly LexiconWord[]>
  /** Indexes of the words of a list. Lists are told apart by identity. */
  readonly indexesOf: ReadonlyMap<readonly string[], ReadonlySet<number>>
  /** Length of the longest word. */
  readonly longest: number
}

/** Longest word that must end where it ends; a longer one may go on, as "passport" in "passports". */
const LONGEST_CLOSED = 4

let lexicon: Lexicon | undefined

/** The lexicon, made when first asked for (about 2 ms). */
export function readLexicon(): Lexicon {
  lexicon ??= buildLexicon([...contextWords, ...identifiers.map(({ context }) => context)])
  return lexicon
}

/** Bucket of a word or place by its first two units. */
export function bucketOf(first: number, second: number): number {
  return first * 0x10000 + second
}

function buildLexicon(lists: Iterable<readonly string[]>): Lexicon {
  const words = new Map<string, LexiconWord>()
  const buckets = new Map<number, LexiconWord[]>()
  const indexesOf = new Map<readonly string[], ReadonlySet<number>>()
  for (const list of lists) indexesOf.set(list, new Set(list.map((word) => add(foldLetters(word)).index)))
  return { buckets, indexesOf, longest: Math.max(...Array.from(words.keys(), ({ length }) => length)) }

  function add(text: string): LexiconWord {
    const known = words.get(text)
    if (known !== undefined) return known
    const mustEnd = text.length <= LONGEST_CLOSED && isBoundedLetter(text.charCodeAt(text.length - 1))
    const word = { text, mustEnd, index: words.size }
    words.set(text, word)
    const bucket = bucketOf(text.charCodeAt(0), text.charCodeAt(1))
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), word])
    return word
  }
}
