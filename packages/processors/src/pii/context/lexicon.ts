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

function buildLexicon(lists: Iterable<readonly string[]>): Lexicon {
  const trie = new WordTrie()
  const mustEnd: number[] = []
  const known = new Map<string, number>()
  let longest = 0
  const indexesOf = new Map<readonly string[], ReadonlySet<number>>()
  for (const list of lists) indexesOf.set(list, new Set(list.map((word) => known.get(word) ?? add(word))))
  return { trie, mustEnd, indexesOf, longest }

  function add(word: string): number {
    const units = new Uint16Array(word.length)
    for (let at = 0; at < word.length; at++) units[at] = foldLetter(word.charCodeAt(at))
    const index = trie.add(units)
    mustEnd[index] = word.length <= LONGEST_CLOSED && isBoundedLetter(units[word.length - 1] as number) ? 1 : 0
    longest = Math.max(longest, word.length)
    known.set(word, index)
    return index
  }
}
