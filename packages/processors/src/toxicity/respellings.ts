import { TermAutomaton } from '../keywords/term-automaton.js'
import { Concept } from './lexicon/concept.js'
import { SpellingFilter } from './spelling-filter.js'
import { Fit, loadTerms, type Terms } from './terms.js'
import { loadToxicityLexicon, type ToxicityLexicon } from './toxicity-lexicon.js'

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

/** Shortest term of which misspellings are known, and of which those with a letter left out are. */
const MIN_VARIANT = 4
const MIN_DELETION = 5

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
  /** By piece: whether it can be what a run of words hides. */
  readonly isTelling: readonly boolean[]
  readonly ordinary: ReadonlySet<string>
  /** Knows every variant and every telling word. */
  readonly worthALook: SpellingFilter
  /** By term of the lexicon: whether it tells that a word is spelt well: not a beginning in another language than English. */
  readonly isWhole: readonly boolean[]
}

let loaded: Respellings | undefined

/** What undoes misspellings of the terms of all languages, collected when it is first asked for, and kept. */
export function loadRespellings(): Respellings {
  loaded ??= collectRespellings(loadTerms(), loadToxicityLexicon())
  return loaded
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
    worthALook: new SpellingFilter([...variants.keys(), ...telling]),
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
