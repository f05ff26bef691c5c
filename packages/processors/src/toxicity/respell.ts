import type { Hit } from './find-hits.js'
import type { Respellings } from './respellings.js'
import { EMPTY_HASH, hashUnits } from './spelling-hash.js'
import type { Words } from './words.js'

/** Shortest word that is looked at as misspelt, and as several run together; longest one that is looked at. */
const MIN_RESPELT = 3
const MIN_JOINED = 5
const MAX_JOINED = 120
/** Longest first piece of a word that was cut in two, and longest one that is a word by itself. */
const MAX_PIECE = 6
const MAX_KNOWN_PIECE = 3
/** Shortest and longest word that was cut in two. */
const MIN_WHOLE = 5
const MAX_WHOLE = 18
/** Shortest pieces, on average, of words run together. */
const MIN_PIECE = 2.5
/** More pieces than any word has. */
const UNREACHED = 255 - 1
/** Longest run of masking signs in a word. */
const MAX_MASK = 6
/** What is meant when nothing but the first of four letters is shown. */
const MASKED_LENGTH = 4
const MASKED_BARE = new Map([
  ['f', 'fuck'],
  ['s', 'shit'],
])
/** So far before a word, signs are looked for that open what those behind it close. */
const MAX_MARKED_UP = 100
const MASKS = new Set(Array.from('*#_@$%.-•', (sign) => sign.charCodeAt(0)))
const SURE_MASKS = new Set(Array.from('*#•', (sign) => sign.charCodeAt(0)))

const SPACE = 0x20

/**
 * Replaces words that are no term by the terms that they hide: letters repeated (`fuuuck`), dropped or swapped, masked
 * (`f*ck`), words cut in two or run together. Returns the same words when there are none. Linear time.
 */
export function respell(text: string, words: Words, hits: readonly Hit[], respellings: Respellings): Words {
  const known = new Uint8Array(words.count)
  for (const { first, last, term } of hits) if (respellings.isWhole[term] === true) known.fill(1, first, last + 1)
  const speller = new Respeller(text, words, known, respellings)
  return speller.respell()
}

interface Respelling {
  readonly text: string
  readonly words: number
  readonly isGuess: boolean
}

class Respeller {
  readonly #text: string
  readonly #words: Words
  readonly #known: Uint8Array
  readonly #by: Respellings
  /** By word: what stands for it, and how many words that covers; made when the first is found. */
  readonly #found = new Map<number, Respelling>()
  /** By letter of a word that is taken apart: the fewest words before it, where the last of them begins, whether one tells. */
  readonly #pieces = {
    fewest: new Uint8Array(MAX_JOINED + 1),
    from: new Uint8Array(MAX_JOINED + 1),
    telling: new Uint8Array(MAX_JOINED + 1),
  }

  constructor(text: string, words: Words, known: Uint8Array, by: Respellings) {
    this.#text = text
    this.#words = words
    this.#known = known
    this.#by = by
  }

  respell(): Words {
    const { count } = this.#words
    for (let word = 0; word < count; ) word += this.#look(word)
    return this.#found.size === 0 ? this.#words : this.#rebuild()
  }

  /** Looks at one word and those it may belong to; returns how many were dealt with. */
  #look(word: number): number {
    const { starts, ends, units } = this.#words
    const start = starts[word] as number
    const end = ends[word] as number
    const first = units[start] as number
    if (first < 0x61 || first > 0x45f || (first > 0x7a && first < 0x400)) return 1
    const masked = this.#findMasked(word)
    if (masked !== undefined) return this.#replace(word, masked.text, masked.words, false)
    const length = end - start
    const isKnown = this.#known[word] === 1
    if ((isKnown && length > MAX_KNOWN_PIECE) || length > MAX_JOINED) return 1
    const hash = hashUnits(EMPTY_HASH, units, start, end)
    const joined = length <= MAX_PIECE ? this.#join(word, hash) : undefined
    if (joined !== undefined) return this.#replace(word, joined, 2, true)
    if (isKnown || length < MIN_RESPELT) return 1
    const squeezed = hasRun(units, start, end) ? this.#squeeze(this.#spelling(word)) : undefined
    if (squeezed !== undefined) return this.#replace(word, squeezed, 1, false)
    const variant = this.#by.variants.get(hash)
    const respelt = variant ?? (length >= MIN_JOINED ? this.#split(word) : undefined)
    if (respelt === undefined || this.#by.ordinary.has(this.#spelling(word))) return 1
    return this.#replace(word, respelt, 1, true)
  }

  #replace(word: number, text: string, words: number, isGuess: boolean): number {
    this.#found.set(word, { text, words, isGuess })
    return words
  }

  #spelling(word: number): string {
    const { units, starts, ends } = this.#words
    return String.fromCharCode(
      ...units.subarray(starts[word], Math.min(ends[word] as number, (starts[word] as number) + MAX_JOINED)),
    )
  }

  /** Two pieces of a word that was cut: "mus lims". */
  #join(word: number, hash: number): string | undefined {
    const { starts, ends, units, count } = this.#words
    if (word + 1 >= count || (this.#known[word] === 1 && this.#known[word + 1] === 1)) return undefined
    const start = starts[word + 1] as number
    const end = ends[word + 1] as number
    const length = (ends[word] as number) - (starts[word] as number) + end - start
    if (length > MAX_WHOLE || length < MIN_WHOLE) return undefined
    if (!this.#by.tellingHashes.has(hashUnits(hash, units, start, end))) return undefined
    const own = this.#spelling(word)
    const whole = own + this.#spelling(word + 1)
    return this.#by.telling.has(whole) && !this.#by.ordinary.has(own) ? whole : undefined
  }

  /** Runs of three and more letters made two or one. */
  #squeeze(own: string): string | undefined {
    if (this.#by.ordinary.has(own)) return undefined
    for (const kept of ['$1', '$1$1']) {
      const squeezed = own.replaceAll(/(.)\1{2,}/g, kept)
      if (this.#by.telling.has(squeezed)) return squeezed
    }
    const single = own.replaceAll(/(.)\1+/g, '$1')
    return this.#by.telling.has(single) ? single : undefined
  }

  /** The fewest words of the language that make up a word, if one of them is telling. */
  #split(word: number): string | undefined {
    const { units, starts, ends } = this.#words
    const start = starts[word] as number
    const length = (ends[word] as number) - start
    const { fewest, from, telling } = this.#pieces
    fewest.fill(UNREACHED, 0, length + 1)
    fewest[0] = 0
    telling[0] = 0
    this.#by.pieces.scan(units.subarray(start, start + length), length, (term, pieceStart, pieceEnd) => {
      const count = (fewest[pieceStart] as number) + 1
      const isTelling = telling[pieceStart] === 1 || this.#by.isTelling[term] === true
      if (count < (fewest[pieceEnd] as number) || (count === fewest[pieceEnd] && isTelling)) {
        fewest[pieceEnd] = count
        from[pieceEnd] = pieceStart
        telling[pieceEnd] = isTelling ? 1 : 0
      }
      return true
    })
    const count = fewest[length] as number
    if (count < 2 || count > length / MIN_PIECE || telling[length] !== 1) return undefined
    const pieces: string[] = []
    for (let end = length; end > 0; end = from[end] as number) {
      pieces.unshift(String.fromCharCode(...units.subarray(start + (from[end] as number), start + end)))
    }
    return pieces.join(' ')
  }

  /** A word with signs in place of letters: "f*ck", "sh**". */
  #findMasked(word: number): { readonly text: string; readonly words: number } | undefined {
    const { originalEnds, originalStarts, count } = this.#words
    const from = originalEnds[word] as number
    let to = from
    let isSure = false
    let isPlainMask = true
    while (to - from < MAX_MASK && MASKS.has(this.#text.charCodeAt(to))) {
      const isOwn = SURE_MASKS.has(this.#text.charCodeAt(to))
      isSure ||= isOwn
      isPlainMask &&= isOwn
      to++
    }
    const signs = to - from
    if (signs === 0 || !isSure) return undefined
    const prefix = this.#spelling(word)
    const candidates = this.#by.masked.get(prefix.charAt(0))
    if (candidates === undefined || prefix.length > 8) return undefined
    // Three equal signs are a word of their own.
    const next = word + 1 < count && (originalStarts[word + 1] as number) < to ? word + 2 : word + 1
    const isInner = next < count && originalStarts[next] === to
    const suffix = isInner ? this.#spelling(next) : ''
    if (!isInner && (signs < 2 || !isPlainMask || this.#isMarkedUp(word, from, to))) return undefined
    const length = prefix.length + signs + suffix.length
    const shown = prefix.length + suffix.length
    const bare = shown === 1 && length === MASKED_LENGTH ? MASKED_BARE.get(prefix) : undefined
    if (bare !== undefined) return { text: bare, words: next - word }
    if (shown < 2 || shown * (isInner ? 3 : 2) < length) return undefined
    const text = candidates.find((each) => each.length === length && each.startsWith(prefix) && each.endsWith(suffix))
    return text === undefined ? undefined : { text, words: next - word + (isInner ? 1 : 0) }
  }

  /** Whether the signs behind a word close what the same signs open shortly before it, as in Markdown. */
  #isMarkedUp(word: number, from: number, to: number): boolean {
    const start = this.#words.originalStarts[word] as number
    const before = this.#text.slice(Math.max(0, start - MAX_MARKED_UP), start)
    return before.slice(before.lastIndexOf('\n') + 1).includes(this.#text.slice(from, to))
  }

  /** The words with what was found in place of some. Each new word has the place of the one it stands for. */
  #rebuild(): Words {
    const old = this.#words
    const lists: [number[], number[], number[], number[]] = [[], [], [], []]
    const units: number[] = []
    const guesses: number[] = []
    const push = (text: string, from: number, to: number): void => {
      if (units.length > 0) units.push(SPACE)
      lists[0].push(units.length)
      for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at))
      lists[1].push(units.length)
      lists[2].push(old.originalStarts[from] as number)
      lists[3].push(old.originalEnds[to] as number)
    }
    for (let word = 0; word < old.count; ) {
      const found = this.#found.get(word)
      if (found !== undefined) {
        for (const piece of found.text.split(' ')) {
          guesses.push(found.isGuess ? 1 : 0)
          push(piece, word, word + found.words - 1)
        }
        word += found.words
        continue
      }
      guesses.push(0)
      const isTouching = word > 0 && units.length > 0 && old.starts[word] === old.ends[word - 1]
      if (!isTouching && units.length > 0) units.push(SPACE)
      lists[0].push(units.length)
      for (let at = old.starts[word] as number; at < (old.ends[word] as number); at++)
        units.push(old.units[at] as number)
      lists[1].push(units.length)
      lists[2].push(old.originalStarts[word] as number)
      lists[3].push(old.originalEnds[word] as number)
      word++
    }
    const [starts, ends, originalStarts, originalEnds] = lists.map((list) => Uint32Array.from(list)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ]
    return {
      count: starts.length,
      units: Uint16Array.from(units),
      length: units.length,
      starts,
      ends,
      originalStarts,
      originalEnds,
      guesses: Uint8Array.from(guesses),
    }
  }
}

/** Whether a letter stands there three times in a row. */
function hasRun(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start + 2; at < end; at++) {
    if (units[at] === units[at - 1] && units[at] === units[at - 2]) return true
  }
  return false
}
