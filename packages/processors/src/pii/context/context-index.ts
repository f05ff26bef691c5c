import { isBoundedLetter, letterTable } from './fold-letters.js'
import { bucketOf, type LexiconWord, readLexicon } from './lexicon.js'

/** So many code units before and after a candidate are searched for words that speak for it. */
export const CONTEXT_BEFORE = 64
export const CONTEXT_AFTER = 32

/** A text is read for words in blocks of so many units, each when it is first asked for. */
const BLOCK_SIZE = 512

/** What stands where something was masked: its name must not speak for what is next to it. */
const PLACEHOLDER = /\[[A-Z][A-Z-]{1,28}(?:[#:][\dA-Za-z]{1,24})?\]?/y
const LONGEST_PLACEHOLDER = 56

interface Hit {
  readonly start: number
  readonly end: number
  readonly word: number
}

interface NearWord {
  readonly word: number
  readonly nearness: number
}

/**
 * The words of a text that speak for a kind of data, by place.
 *
 * A word counts where no letter stands before it, or where a capital follows a small letter, as in names of variables. One of up
 * to four letters must end there too, a longer one may go on ("passport", "passports"). In scripts without blanks between words, and
 * in those that write articles to the word, it counts anywhere. Accents and capitals make no difference.
 */
export class ContextIndex {
  readonly #text: string
  readonly #blocks: (readonly Hit[] | undefined)[] = []
  #last: { readonly start: number; readonly end: number; readonly words: readonly NearWord[] } = {
    start: -1,
    end: -1,
    words: [],
  }

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
    const indexes = readLexicon().indexesOf.get(words)
    if (indexes === undefined || indexes.size === 0) return 0
    let nearest = 0
    for (const { word, nearness } of this.#around(start, end))
      if (indexes.has(word)) nearest = Math.max(nearest, nearness)
    return nearest
  }

  /** The words around a range; those of the last range are kept, since many lists are held against one. */
  #around(start: number, end: number): readonly NearWord[] {
    if (this.#last.start !== start || this.#last.end !== end) {
      const words: NearWord[] = []
      this.#visit(start - CONTEXT_BEFORE, end + CONTEXT_AFTER, (hit) => {
        const distance =
          hit.end <= start ? start - hit.end : hit.start >= end ? hit.start - end + CONTEXT_AFTER : Infinity
        words.push({ word: hit.word, nearness: 1 - distance / (CONTEXT_BEFORE + 1) })
      })
      this.#last = { start, end, words }
    }
    return this.#last.words
  }

  /** Whether one of the words stands at most so many units before a place. */
  stands(words: readonly string[], reach: number, start: number): boolean {
    const indexes = readLexicon().indexesOf.get(words)
    let isFound = false
    this.#visit(start - reach, start, ({ word }) => {
      isFound ||= indexes?.has(word) === true
    })
    return isFound
  }

  /** Whether any word of any list stands in a part of the text. */
  holdsAny(from: number, to: number): boolean {
    let isFound = false
    this.#visit(from, to, () => {
      isFound = true
    })
    return isFound
  }

  /** Calls back with every word in a part of the text. */
  #visit(from: number, to: number, visit: (hit: Hit) => void): void {
    const last = Math.floor(Math.min(to, this.#text.length) / BLOCK_SIZE)
    for (let block = Math.floor(Math.max(0, from) / BLOCK_SIZE); block <= last; block++) {
      for (const hit of this.#read(block)) if (hit.start >= from && hit.end <= to) visit(hit)
    }
  }

  #read(block: number): readonly Hit[] {
    this.#blocks[block] ??= findWords(this.#text, block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE)
    return this.#blocks[block]
  }
}

/** Words that begin in a part of a text. */
function findWords(text: string, from: number, to: number): Hit[] {
  const { buckets, longest } = readLexicon()
  const folded = letterTable()
  const hits: Hit[] = []
  // A placeholder may begin before the part, a word end behind it.
  const first = Math.max(0, from - LONGEST_PLACEHOLDER)
  const units = new Uint16Array(Math.min(text.length, to + longest + 1) - first)
  for (let at = 0; at < units.length; at++) {
    const unit = text.charCodeAt(first + at)
    units[at] = unit < folded.length ? (folded[unit] as number) : unit
  }
  const end = Math.min(to, text.length) - first
  for (let at = 0; at < end; at++) {
    const unit = units[at] as number
    if (unit === 0x5b) {
      PLACEHOLDER.lastIndex = first + at
      if (PLACEHOLDER.test(text)) at = PLACEHOLDER.lastIndex - first - 1
      continue
    }
    if (first + at < from || !beginsWord(text, units, first, at)) continue
    for (const word of buckets.get(bucketOf(unit, units[at + 1] ?? 0)) ?? []) {
      const length = lengthAt(text, units, first, at, word)
      if (length > 0) hits.push({ start: first + at, end: first + at + length, word: word.index })
    }
  }
  return hits
}

function beginsWord(text: string, units: Uint16Array, first: number, at: number): boolean {
  const unit = units[at] as number
  if (unit < 0x61) return false
  if (!isBoundedLetter(unit)) return unit > 0x7a
  const before = at === 0 ? text.charCodeAt(first - 1) : (units[at - 1] as number)
  return (
    at + first === 0 || !isBoundedLetter(before) || (isCapital(text, first + at) && !isCapital(text, first + at - 1))
  )
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x41 && unit <= 0x5a
}

/** Length of a word at a place, 0 where it does not stand there. A capital may stand for the blank before it (`taxId`). */
function lengthAt(text: string, units: Uint16Array, first: number, at: number, word: LexiconWord): number {
  let place = at + 2
  for (let index = 2; index < word.text.length; index++) {
    const wanted = word.text.charCodeAt(index)
    if (units[place] === wanted) place++
    else if (!(wanted === 0x20 && isCapital(text, first + place) && !isCapital(text, first + place - 1))) return 0
  }
  return word.mustEnd && isBoundedLetter(units[place] ?? 0) ? 0 : place - at
}
