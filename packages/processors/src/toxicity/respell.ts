import { TermAutomaton } from '../keywords/term-automaton.js'
import type { Hit } from './find-hits.js'
import { Concept } from './lexicon/concept.js'
import { Fit, loadTerms, type Terms } from './terms.js'
import { loadToxicityLexicon, type ToxicityLexicon } from './toxicity-lexicon.js'
import type { Words } from './words.js'

/** Concepts whose words people misspell to get past a filter. */
const TELLING =
  Concept.group |
  Concept.slur |
  Concept.profane |
  Concept.emote |
  Concept.harm |
  Concept.dehuman |
  Concept.insult |
  Concept.badTrait |
  Concept.sexual

/** Concepts of which one must be among words that were run together. */
const TELLING_INSIDE = TELLING | Concept.hostile | Concept.ruin | Concept.exclude | Concept.curse

/** Those of which words with a letter left out are known; of the others only those with two swapped. */
const MISSPELT =
  Concept.group | Concept.slur | Concept.profane | Concept.emote | Concept.insult | Concept.harm | Concept.dehuman

/** Shortest term of which misspellings are known, and longest word that is looked at as several run together. */
const MIN_VARIANT = 4
const MIN_DELETION = 5
const MIN_JOINED = 5
const MAX_JOINED = 120
/** Shortest pieces, on average, of words run together. */
const MIN_PIECE = 2.5
/** Longest run of masking signs in a word. */
const MAX_MASK = 6
const MASKS = new Set(Array.from('*#_@$%.-•', (sign) => sign.charCodeAt(0)))
const SURE_MASKS = new Set(Array.from('*#•', (sign) => sign.charCodeAt(0)))

const SPACE = 0x20

/** What undoes misspellings. */
export interface Respellings {
  /** A misspelt word: what it stands for. */
  readonly variants: ReadonlyMap<string, string>
  /** Telling words by themselves. */
  readonly telling: ReadonlySet<string>
  /** Profane words by their first letter. */
  readonly masked: ReadonlyMap<string, readonly string[]>
  /** Words of English, to find those that were run together. */
  readonly pieces: TermAutomaton
  readonly isTelling: readonly boolean[]
  readonly ordinary: ReadonlySet<string>
  /** By term of the lexicon: whether it tells that a word is spelt well: not a beginning in another language than English. */
  readonly isWhole: readonly boolean[]
}

let loaded: Respellings | undefined

/** What undoes misspellings of the terms of all languages, collected when it is first asked for, and kept. */
export function loadRespellings(): Respellings {
  loaded ??= collectRespellings(loadTerms(), loadToxicityLexicon())
  return loaded
}

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
    const first = units[starts[word] as number] as number
    if (first < 0x61 || first > 0x45f || (first > 0x7a && first < 0x400)) return 1
    const masked = this.#findMasked(word)
    if (masked !== undefined) return this.#replace(word, masked.text, masked.words, false)
    const length = (ends[word] as number) - (starts[word] as number)
    if (this.#known[word] === 1 && length > 3) return 1
    const own = this.#spelling(word)
    if (length <= 6 && word + 1 < this.#words.count) {
      const joined = this.#join(word, own)
      if (joined !== undefined) return this.#replace(word, joined, 2, true)
    }
    if (this.#known[word] === 1 || length < MIN_VARIANT - 1 || length > MAX_JOINED || this.#by.ordinary.has(own))
      return 1
    const squeezed = this.#squeeze(own)
    if (squeezed !== undefined) return this.#replace(word, squeezed, 1, false)
    const respelt = this.#by.variants.get(own) ?? (length >= MIN_JOINED ? this.#split(word) : undefined)
    return respelt === undefined ? 1 : this.#replace(word, respelt, 1, true)
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
  #join(word: number, own: string): string | undefined {
    const { starts, ends } = this.#words
    const length = (ends[word + 1] as number) - (starts[word + 1] as number)
    if (length > 12 || own.length + length < MIN_DELETION) return undefined
    if (this.#known[word] === 1 && this.#known[word + 1] === 1) return undefined
    const whole = own + this.#spelling(word + 1)
    return this.#by.telling.has(whole) && !this.#by.ordinary.has(own) ? whole : undefined
  }

  /** Runs of three and more letters made two or one. */
  #squeeze(own: string): string | undefined {
    if (!/(.)\1\1/.test(own)) return undefined
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
    const fewest = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Array<number>(length + 1).fill(-1)
    const telling = new Array<boolean>(length + 1).fill(false)
    fewest[0] = 0
    this.#by.pieces.scan(units.subarray(start, start + length), length, (term, pieceStart, pieceEnd) => {
      const count = (fewest[pieceStart] as number) + 1
      const isTelling = telling[pieceStart] === true || this.#by.isTelling[term] === true
      if (count < (fewest[pieceEnd] as number) || (count === fewest[pieceEnd] && isTelling)) {
        fewest[pieceEnd] = count
        from[pieceEnd] = pieceStart
        telling[pieceEnd] = isTelling
      }
      return true
    })
    const count = fewest[length] as number
    if (count < 2 || count > length / MIN_PIECE || telling[length] !== true) return undefined
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
    while (to - from < MAX_MASK && MASKS.has(this.#text.charCodeAt(to))) {
      isSure ||= SURE_MASKS.has(this.#text.charCodeAt(to))
      to++
    }
    const signs = to - from
    if (signs === 0 || !isSure) return undefined
    const prefix = this.#spelling(word)
    const candidates = this.#by.masked.get(prefix.charAt(0))
    if (candidates === undefined || prefix.length > 8) return undefined
    const isInner = word + 1 < count && originalStarts[word + 1] === to
    const suffix = isInner ? this.#spelling(word + 1) : ''
    if (!isInner && signs < 2) return undefined
    const length = prefix.length + signs + suffix.length
    const shown = prefix.length + suffix.length
    if (shown < 2 || shown * (isInner ? 3 : 2) < length) return undefined
    const text = candidates.find((each) => each.length === length && each.startsWith(prefix) && each.endsWith(suffix))
    return text === undefined ? undefined : { text, words: isInner ? 2 : 1 }
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

/** Collects what undoes misspellings of terms. */
export function collectRespellings(
  { meanings, spellings }: Terms,
  lexicon: Pick<ToxicityLexicon, 'ordinary' | 'frequent'>,
): Respellings {
  const ordinary = new Set(lexicon.ordinary.split(' '))
  const variants = new Map<string, string>()
  const telling = new Set<string>()
  const masked = new Map<string, string[]>()
  const known = new Set(spellings)
  const pieces = lexicon.frequent.split(' ').filter((word) => !known.has(word))
  const toldBy = pieces.map(() => false)
  /** Words of phrases that name groups: "black people". */
  const parts = new Set<string>()
  spellings.forEach((spelling, index) => {
    if (!spelling.includes(' ') || /[\u0e00-\uffff]/.test(spelling)) return
    if (!meanings[index]?.some(({ concepts, languages }) => (concepts & Concept.group) !== 0 && languages === 1)) return
    for (const part of spelling.split(' ')) if (part.length >= MIN_DELETION) parts.add(part)
  })
  for (const part of parts) {
    if (!known.has(part)) {
      pieces.push(part)
      toldBy.push(true)
    }
    for (const variant of listVariants(part, MIN_DELETION)) {
      if (!known.has(variant) && !parts.has(variant) && !ordinary.has(variant)) variants.set(variant, part)
    }
  }
  spellings.forEach((spelling, index) => {
    if (/[ \u0e00-\uffff]/.test(spelling)) return
    const own = meanings[index] ?? []
    const tells = own.some(
      ({ concepts, isAmbiguous, fit }) => (concepts & TELLING) !== 0 && !isAmbiguous && fit !== Fit.anywhere,
    )
    if ((own.some(({ languages }) => languages === 1) && spelling.length > 1) || spelling === 'i' || spelling === 'a') {
      pieces.push(spelling)
      toldBy.push(
        spelling.length > 2 &&
          own.some(
            ({ concepts, isAmbiguous, severity }) =>
              (concepts & TELLING_INSIDE) !== 0 && (!isAmbiguous || severity > 2),
          ),
      )
    }
    if (!tells) return
    telling.add(spelling)
    if (own.some(({ concepts }) => (concepts & (Concept.profane | Concept.slur)) !== 0) && spelling.length > 3) {
      const first = spelling.charAt(0)
      masked.set(first, [...(masked.get(first) ?? []), spelling])
    }
    if (spelling.length < MIN_VARIANT) return
    const isEnglish = own.some(({ languages }) => languages === 1)
    const isSwappedOnly = !own.some(({ concepts }) => (concepts & MISSPELT) !== 0)
    const minDeletion = isSwappedOnly ? Number.POSITIVE_INFINITY : isEnglish ? MIN_DELETION : MIN_DELETION + 1
    for (const variant of listVariants(spelling, minDeletion)) {
      if (!known.has(variant) && !ordinary.has(variant) && !variants.has(variant)) variants.set(variant, spelling)
    }
  })
  return {
    variants,
    telling,
    masked,
    pieces: new TermAutomaton(pieces.map((piece) => Uint16Array.from(piece, (letter) => letter.charCodeAt(0)))),
    isTelling: toldBy,
    ordinary,
    isWhole: meanings.map((own) => own.some(({ fit, languages }) => fit !== Fit.prefix || languages === 1)),
  }
}

/** A word with two letters swapped, or one left out, the first letter always kept. */
function listVariants(word: string, minDeletion: number): string[] {
  const variants: string[] = []
  for (let at = 1; at < word.length; at++) {
    if (at + 1 < word.length)
      variants.push(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2))
    if (word.length >= minDeletion) variants.push(word.slice(0, at) + word.slice(at + 1))
  }
  return variants.filter((variant) => variant !== word)
}
