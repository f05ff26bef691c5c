import { identifiers } from '../identifiers/index.js'
import { contextWords } from './context-words.js'
import { foldLetter, isBoundedLetter } from './fold-letters.js'
import { WordTrie } from './word-trie.js'

/** All words that speak for or against something, folded. */
export interface Lexicon {
  readonly trie: WordTrie
  /** By index of a word: 1 when it must end where it ends, as a short one, which begins many others. */
  readonly mustEnd: readonly number[]
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

function buildLexicon(lists: readonly (readonly string[])[]): Lexicon {
  const words = [...new Set(lists.flat())]
  const folded = words.map(foldWord)
  const trie = new WordTrie(folded)
  const indexOf = new Map(words.map((word, at) => [word, trie.indexes[at] as number]))
  return {
    trie,
    mustEnd: folded.map((units) => (mustEnd(units) ? 1 : 0)),
    indexesOf: new Map(lists.map((list) => [list, new Set(list.map((word) => indexOf.get(word) as number))])),
    longest: Math.max(...words.map(({ length }) => length)),
  }
}

function foldWord(word: string): Uint16Array {
  const units = new Uint16Array(word.length)
  for (let at = 0; at < word.length; at++) units[at] = foldLetter(word.charCodeAt(at))
  return units
}

function mustEnd(units: Uint16Array): boolean {
  return units.length <= LONGEST_CLOSED && isBoundedLetter(units[units.length - 1] as number)
}
