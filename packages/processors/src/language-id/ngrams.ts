/** Longest part of a word that is looked at, in UTF-16 code units. */
const MAX_WORD_LENGTH = 40
/** Longest n-gram of letters, in UTF-16 code units, and the marks of the edges of a word. */
const MAX_LETTERS = 4
const FIRST_EDGE = 0x5e
const LAST_EDGE = 0x24

/** N-grams of bytes: so many, at every third byte, with a blank at the edges of a word. */
const NGRAM_BYTES = 4
const STRIDE = 3
const BYTE_EDGE = 0x20

/** The three kinds of n-gram differ in where their hashes begin. */
const BYTES_BASIS = 1
const LETTERS_BASIS = 0x811c9dc5
const WORD_BASIS = 0x01234567
const PRIME = 0x01000193

/** A run of letters with their marks, and apostrophes between two runs (`don't`). */
const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu

/** What parts a word for n-grams of bytes: the weights of eld were counted so. */
const MARKS = /\p{M}+/u

/** Brings a text into the form that n-grams are taken from: compatibility forms resolved, lower case, one apostrophe. */
export function foldForNgrams(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[`’ʼ]/g, "'")
}

/** The words of a folded text, cut after 40 code units. */
export function findWords(folded: string): string[] {
  return Array.from(folded.matchAll(WORD), ([word]) => word.slice(0, MAX_WORD_LENGTH))
}

/** Hashes of the distinct n-grams of words. */
export interface Ngrams {
  /** Of four bytes of UTF-8 at every third byte, and the last four of each word: the n-grams of eld. */
  readonly bytes: ReadonlySet<number>
  /** Of one to four letters, the edges of the word among them, and of the words themselves. */
  readonly letters: ReadonlySet<number>
}

/** Collects the n-grams of words, as `scripts/build-language-model.mjs` learns from them. */
export function collectNgrams(words: Iterable<string>): Ngrams {
  const [bytes, letters] = [new Set<number>(), new Set<number>()]
  for (const word of words) {
    visitByteNgrams(word, (hash) => bytes.add(hash))
    visitLetterNgrams(word, (hash) => letters.add(hash))
  }
  return { bytes, letters }
}

const encoder = new TextEncoder()
/** A code unit is three bytes at most. */
const encoded = new Uint8Array(MAX_WORD_LENGTH * 3)

/** Hands out the hashes of the n-grams of bytes of a word of {@link findWords}, some more than once. */
export function visitByteNgrams(word: string, visit: (hash: number) => void): void {
  if (!MARKS.test(word)) visitRun(word, visit)
  else for (const run of word.split(MARKS)) if (run !== '') visitRun(run, visit)
}

function visitRun(run: string, visit: (hash: number) => void): void {
  const { written: length } = encoder.encodeInto(run, encoded)
  let at = 0
  for (; at + NGRAM_BYTES < length; at += STRIDE) visit(hashBytes(encoded, at, at + NGRAM_BYTES, at === 0, false))
  visit(hashBytes(encoded, Math.max(0, length - NGRAM_BYTES), length, at === 0, true))
}

function hashBytes(bytes: Uint8Array, from: number, to: number, isFirst: boolean, isLast: boolean): number {
  let hash = isFirst ? step(BYTES_BASIS, BYTE_EDGE) : BYTES_BASIS
  for (let index = from; index < to; index++) hash = step(hash, bytes[index] as number)
  return (isLast ? step(hash, BYTE_EDGE) : hash) >>> 0
}

/** The hash of an n-gram of bytes, a blank standing for an edge of a word. */
export function hashByteNgram(bytes: Uint8Array): number {
  return hashBytes(bytes, 0, bytes.length, false, false)
}

/**
 * Hands out the hashes of the n-grams of letters of a word, some more than once, that of the word itself last.
 */
export function visitLetterNgrams(word: string, visit: (hash: number) => void): void {
  const end = word.length + 1
  let wordHash = step(WORD_BASIS, FIRST_EDGE)
  for (let start = 0; start < end; start++) {
    const first = start === 0 ? FIRST_EDGE : word.charCodeAt(start - 1)
    let hash = step(LETTERS_BASIS, first)
    if (start > 0) wordHash = step(wordHash, first)
    if (start > 0) visit(hash >>> 0)
    for (let index = start + 1; index <= end && index < start + MAX_LETTERS; index++) {
      hash = step(hash, index === end ? LAST_EDGE : word.charCodeAt(index - 1))
      visit(hash >>> 0)
    }
  }
  visit(step(wordHash, LAST_EDGE) >>> 0)
}

/** FNV-1a with 32 bits, over bytes or 16-bit units. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME)
}
