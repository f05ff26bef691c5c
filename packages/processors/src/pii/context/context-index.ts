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

  constructor(text: string) {
    this.#text = text
  }

  /** Whether one of the words stands near a range: up to {@link CONTEXT_BEFORE} units before, {@link CONTEXT_AFTER} after. */
  speaksFor(start: number, end: number, words: readonly string[]): boolean {
    return this.#holds(start - CONTEXT_BEFORE, start, words) || this.#holds(end, end + CONTEXT_AFTER, words)
  }

  /** Whether one of the words stands at most so many units before a place. */
  stands(words: readonly string[], reach: number, start: number): boolean {
    return this.#holds(start - reach, start, words)
  }

  /** Whether any word of any list stands in a part of the text. */
  holdsAny(from: number, to: number): boolean {
    return this.#some(from, to, () => true)
  }

  #holds(from: number, to: number, words: readonly string[]): boolean {
    const indexes = readLexicon().indexesOf.get(words)
    if (indexes === undefined || indexes.size === 0) return false
    return this.#some(from, to, (word) => indexes.has(word))
  }

  #some(from: number, to: number, isWanted: (word: number) => boolean): boolean {
    const last = Math.floor(Math.min(to, this.#text.length) / BLOCK_SIZE)
    for (let block = Math.floor(Math.max(0, from) / BLOCK_SIZE); block <= last; block++) {
      for (const { start, end, word } of this.#read(block)) {
        if (start >= from && end <= to && isWanted(word)) return true
      }
    }
    return false
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
      if (isAt(units, at, word)) hits.push({ start: first + at, end: first + at + word.text.length, word: word.index })
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

function isAt(units: Uint16Array, at: number, { text, mustEnd }: LexiconWord): boolean {
  for (let place = 2; place < text.length; place++) if (units[at + place] !== text.charCodeAt(place)) return false
  return !(mustEnd && isBoundedLetter(units[at + text.length] ?? 0))
}
