import { foldLetter, isBoundedLetter } from './fold-letters.js'
import { readLexicon } from './lexicon.js'

/** So many code units before and after a candidate are searched for words that speak for it. */
export const CONTEXT_BEFORE = 64
export const CONTEXT_AFTER = 32

/** A text is read for words in blocks of so many units, each when it is first asked for. */
const BLOCK_SIZE = 512

/** What stands where something was masked: its name must not speak for what is next to it. */
const PLACEHOLDER = /\[[A-Z][A-Z-]{1,28}(?:[#:][\dA-Za-z]{1,24})?\]?/y
const LONGEST_PLACEHOLDER = 56

const SPACE = 0x20
const OPENING_BRACKET = 0x5b
const SMALL_A = 0x61
const SMALL_Z = 0x7a

/** Words that begin in a block, as numbers one after the other: of each its start, its end and its index in the lexicon. */
type Hits = readonly number[]

const HIT_SIZE = 3

/**
 * The words of a text that speak for a kind of data, by place.
 *
 * A word counts where no letter stands before it, or where a capital follows a small letter, as in names of variables. One of up
 * to four letters must end there too, a longer one may go on ("passport", "passports"). In scripts without blanks between words, and
 * in those that write articles to the word, it counts anywhere. Accents and capitals make no difference.
 */
export class ContextIndex {
  readonly #text: string
  readonly #blocks: (Hits | undefined)[] = []
  /** The range that was last asked for, the words around it, and how near each is: many lists are held against one range. */
  #start = -1
  #end = -1
  #count = 0
  readonly #words: number[] = []
  readonly #nearness: number[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** Whether one of the words stands near a range: up to {@link CONTEXT_BEFORE} units before, {@link CONTEXT_AFTER} after. */
  speaksFor(start: number, end: number, words: readonly string[]): boolean {
    return this.nearness(start, end, words) > 0
  }

  /**
   * How near the nearest of the words stands to a range, from 1 for right before it down to 0 for nowhere near. What stands
   * behind counts as farther than what stands before.
   */
  nearness(start: number, end: number, words: readonly string[]): number {
    this.#lookAround(start, end)
    const indexes = this.#count === 0 ? undefined : readLexicon().indexesOf.get(words)
    if (indexes === undefined) return 0
    let nearest = 0
    for (let index = 0; index < this.#count; index++) {
      const nearness = this.#nearness[index] as number
      if (nearness > nearest && indexes.has(this.#words[index] as number)) nearest = nearness
    }
    return nearest
  }

  /** Notes the words around a range that do not overlap it. */
  #lookAround(start: number, end: number): void {
    if (this.#start === start && this.#end === end) return
    this.#start = start
    this.#end = end
    this.#count = 0
    const [from, to] = [start - CONTEXT_BEFORE, end + CONTEXT_AFTER]
    const last = this.#lastBlock(to)
    for (let block = firstBlock(from); block <= last; block++) {
      const hits = this.#read(block)
      for (let hit = 0; hit < hits.length; hit += HIT_SIZE) {
        const [hitStart, hitEnd] = [hits[hit] as number, hits[hit + 1] as number]
        if (hitStart < from || hitEnd > to || (hitEnd > start && hitStart < end)) continue
        const distance = hitEnd <= start ? start - hitEnd : hitStart - end + CONTEXT_AFTER
        this.#words[this.#count] = hits[hit + 2] as number
        this.#nearness[this.#count] = 1 - distance / (CONTEXT_BEFORE + 1)
        this.#count++
      }
    }
  }

  /** Whether one of the words stands at most so many units before a place. */
  stands(words: readonly string[], reach: number, start: number): boolean {
    return this.holds(words, start - reach, start)
  }

  /** Whether one of the words stands in a part of the text. */
  holds(words: readonly string[], from: number, to: number): boolean {
    const indexes = readLexicon().indexesOf.get(words)
    return indexes !== undefined && this.#holds(from, to, indexes)
  }

  /** Whether any word of any list stands in a part of the text. */
  holdsAny(from: number, to: number): boolean {
    return this.#holds(from, to, undefined)
  }

  /** Whether a word with one of the indexes, or any, stands in a part of the text. */
  #holds(from: number, to: number, indexes: ReadonlySet<number> | undefined): boolean {
    const last = this.#lastBlock(to)
    for (let block = firstBlock(from); block <= last; block++) {
      const hits = this.#read(block)
      for (let hit = 0; hit < hits.length; hit += HIT_SIZE) {
        if ((hits[hit] as number) < from || (hits[hit + 1] as number) > to) continue
        if (indexes === undefined || indexes.has(hits[hit + 2] as number)) return true
      }
    }
    return false
  }

  #lastBlock(to: number): number {
    return Math.floor(Math.min(to, this.#text.length) / BLOCK_SIZE)
  }

  #read(block: number): Hits {
    this.#blocks[block] ??= findWords(this.#text, block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE)
    return this.#blocks[block]
  }
}

function firstBlock(from: number): number {
  return Math.floor(Math.max(0, from) / BLOCK_SIZE)
}

/** The folded units of the part of a text that is read, and a 0 behind them. */
let units = new Uint16Array(0)

/** Words that begin in a part of a text. */
function findWords(text: string, from: number, to: number): Hits {
  const { longest } = readLexicon()
  const hits: number[] = []
  // A placeholder may begin before the part, a word end behind it.
  const first = Math.max(0, from - LONGEST_PLACEHOLDER)
  const length = Math.min(text.length, to + longest + 1) - first
  if (units.length <= length) units = new Uint16Array(BLOCK_SIZE + LONGEST_PLACEHOLDER + longest + 2)
  for (let at = 0; at < length; at++) units[at] = foldLetter(text.charCodeAt(first + at))
  units[length] = 0
  const end = Math.min(to, text.length) - first
  for (let at = 0; at < end; at++) {
    const unit = units[at] as number
    if (unit === OPENING_BRACKET) {
      PLACEHOLDER.lastIndex = first + at
      if (PLACEHOLDER.test(text)) at = PLACEHOLDER.lastIndex - first - 1
      continue
    }
    if (unit < SMALL_A || first + at < from || !beginsWord(text, first, at)) continue
    collectWords(text, first, at, hits)
  }
  return hits
}

/** Collects the words that begin at a place. */
function collectWords(text: string, first: number, at: number, hits: number[]): void {
  const { trie } = readLexicon()
  const node = trie.child(trie.root, units[at] as number)
  if (node === trie.root) return
  const next = trie.child(node, units[at + 1] as number)
  if (next !== trie.root) collectBehind(text, first, at, next, at + 2, hits)
}

/** Collects the words that go on at a place from a node. A capital may stand for the blank before it (`taxId`). */
function collectBehind(text: string, first: number, start: number, from: number, at: number, hits: number[]): void {
  const { trie, mustEnd } = readLexicon()
  let node = from
  for (let place = at; node !== trie.root; place++) {
    const word = trie.wordAt(node)
    if (word >= 0 && !(mustEnd[word] === 1 && isBoundedLetter(units[place] as number))) {
      hits.push(first + start, first + place, word)
    }
    if (trie.hasBlank(node) && isCapital(text, first + place) && !isCapital(text, first + place - 1)) {
      collectBehind(text, first, start, trie.child(node, SPACE), place, hits)
    }
    node = trie.child(node, units[place] as number)
  }
}

function beginsWord(text: string, first: number, at: number): boolean {
  const unit = units[at] as number
  if (!isBoundedLetter(unit)) return unit > SMALL_Z
  const before = at === 0 ? text.charCodeAt(first - 1) : (units[at - 1] as number)
  return (
    at + first === 0 || !isBoundedLetter(before) || (isCapital(text, first + at) && !isCapital(text, first + at - 1))
  )
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x41 && unit <= 0x5a
}
