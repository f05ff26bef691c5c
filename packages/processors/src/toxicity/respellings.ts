import { TermAutomaton } from '../keywords/term-automaton.js'
import { Concept } from './lexicon/concept.js'
import { forEachMisspelling, hashSpelling } from './spelling-hash.js'
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
  /** By hash of a misspelt word: what it stands for. Another word has one of the hashes once in 70,000 times. */
  readonly variants: ReadonlyMap<number, string>
  /** Telling words by themselves, and their hashes. */
  readonly telling: ReadonlySet<string>
  readonly tellingHashes: ReadonlySet<number>
  /** Profane words by their first letter. */
  readonly masked: ReadonlyMap<string, readonly string[]>
  /** Words of English, to find those that were run together. */
  readonly pieces: TermAutomaton
  /** By piece: whether it can be what a run of words hides. */
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

/** Collects what undoes misspellings of terms. */
export function collectRespellings(
  { meanings, spellings }: Terms,
  lexicon: Pick<ToxicityLexicon, 'ordinary' | 'frequent'>,
): Respellings {
  const ordinary = new Set(lexicon.ordinary.split(' '))
  const variants = new Map<number, string>()
  const telling = new Set<string>()
  const masked = new Map<string, string[]>()
  const known = new Set(spellings)
  const pieces = lexicon.frequent.split(' ').filter((word) => !known.has(word))
  const toldBy = pieces.map(() => false)
  const settled = new Set([...spellings, ...ordinary].map(hashSpelling))
  const learn = (spelling: string, minDeletion: number): void =>
    forEachMisspelling(spelling, minDeletion, (hash) => {
      if (!settled.has(hash) && !variants.has(hash)) variants.set(hash, spelling)
    })
  /** Words of phrases that name groups: "black people". */
  const parts = new Set<string>()
  spellings.forEach((spelling, index) => {
    if (!spelling.includes(' ') || /[\u0e00-\uffff]/.test(spelling)) return
    if (!meanings[index]?.some(({ concepts, languages }) => (concepts & Concept.group) !== 0 && languages === 1)) return
    for (const part of spelling.split(' ')) if (part.length >= MIN_DELETION) parts.add(part)
  })
  for (const part of parts) settled.add(hashSpelling(part))
  for (const part of parts) {
    if (!known.has(part)) {
      pieces.push(part)
      toldBy.push(true)
    }
    learn(part, MIN_DELETION)
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
    learn(spelling, minDeletion)
  })
  return {
    variants,
    telling,
    tellingHashes: new Set(Array.from(telling, hashSpelling)),
    masked,
    pieces: TermAutomaton.of(pieces.map((piece) => Uint16Array.from(piece, (letter) => letter.charCodeAt(0)))),
    isTelling: toldBy,
    ordinary,
    isWhole: meanings.map((own) => own.some(({ fit, languages }) => fit !== Fit.prefix || languages === 1)),
  }
}
