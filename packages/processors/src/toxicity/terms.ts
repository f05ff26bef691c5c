import { TermAutomaton } from '../keywords/term-automaton.js'
import { spellTerms } from '../text/spell-terms.js'
import { Concept, type ConceptName, targets } from './lexicon/concept.js'
import { languages } from './lexicon/index.js'
import { loadToxicityLexicon, type TermKind, type ToxicityLexicon } from './toxicity-lexicon.js'

/** How a term must fit the words around it: be whole words, begin one, stand anywhere, or be one with particles attached. */
export const Fit = { words: 0, prefix: 1, anywhere: 2, attached: 3 } as const

/** What a term means in one language. */
export interface Term {
  /** Bits of {@link Concept}; none for a word that only tells the language. */
  readonly concepts: number
  /** Bit of its language in {@link languageCodes}; two languages may share a term. */
  readonly languages: number
  /** 1 to 3 for terms of the built lexicon, else 0. */
  readonly severity: number
  /** Index in `targets` plus one, 0 for none. */
  readonly target: number
  /** Whether it is harmless in most sentences, so that only a frame makes it abuse. */
  readonly isAmbiguous: boolean
  /** Whether it counts in a sentence of any language: it is no word of another one. */
  readonly isUnmistakable: boolean
  readonly fit: number
}

/** Every term, for one search. */
export interface Terms {
  readonly automaton: TermAutomaton
  /** By term of the automaton: its meanings, one for each language that has it. */
  readonly meanings: readonly (readonly Term[])[]
  /** By term: the fits of its meanings, as bits. */
  readonly fitsOf: Uint8Array
  /** By term: the concepts of all its meanings. */
  readonly conceptsOf: Int32Array
  /** By term: its plain spelling. */
  readonly spellings: readonly string[]
}

/** ISO 639-1 codes (`fil` has none), by bit. */
export const languageCodes =
  'en de fr es it pt nl sv da no fi pl cs ru uk hu ro el tr ar fa he hi ja ko zh th id fil vi'.split(' ')

/** Languages that are written without blanks, or whose endings are many: their words are found anywhere. */
const UNSPACED = new Set(['ja', 'ko', 'zh', 'th'])
/** Languages whose articles and pronouns are attached to words; a term of few letters takes none. */
const ATTACHED = new Set(['ar', 'fa', 'he'])
const MIN_ATTACHED_TO = 4

/** A Latin term of so few letters counts only in a sentence of its language. */
const SHORT_TERM = 4

const LATIN = /^[\p{sc=Latin} ]+$/u

const CONCEPTS_OF_KIND: Readonly<Record<TermKind, number>> = {
  slur: Concept.slur,
  profane: Concept.profane,
  directed: Concept.profane | Concept.curse,
  sexual: Concept.sexual,
  insult: Concept.insult,
}

/** Bits of the languages whose grammar is known. */
const WITH_GRAMMAR = languages
  .filter(([, { words }]) => Object.keys(words).length > 0)
  .reduce((bits, [language]) => bits | bitOf(language), 0)

let terms: Terms | undefined

/** The terms of all languages, collected when they are first asked for (under 0.1 s). */
export function loadTerms(): Terms {
  terms ??= collectTerms(loadToxicityLexicon())
  return terms
}

interface Entry extends Term {
  readonly text: string
}

/** Brings the grammar of all languages and the terms of a built lexicon together. */
export function collectTerms(lexicon: ToxicityLexicon): Terms {
  const entries = [...listBuilt(lexicon), ...listGrammar()]
  const spelt = spellTerms(entries.map(({ text }) => text))
  const byKey = new Map<string, { units: Uint16Array; spelling: string; meanings: Term[] }>()
  entries.forEach((entry, index) => {
    const units = spelt[index] as Uint16Array
    if (units.length === 0) return
    const spelling = String.fromCharCode(...units)
    const known = byKey.get(spelling)
    if (known === undefined) byKey.set(spelling, { units, spelling, meanings: [entry] })
    else addMeaning(known.meanings, entry)
  })
  const all = [...byKey.values()].map((each) => ({ ...each, meanings: bindToLanguage(each.meanings) }))
  return {
    automaton: TermAutomaton.of(all.map(({ units }) => units)),
    meanings: all.map(({ meanings }) => meanings),
    fitsOf: Uint8Array.from(all, ({ meanings }) => meanings.reduce((bits, { fit }) => bits | (1 << fit), 0)),
    conceptsOf: Int32Array.from(all, ({ meanings }) => meanings.reduce((bits, { concepts }) => bits | concepts, 0)),
    spellings: all.map(({ spelling }) => spelling),
  }
}

/** Of one language, a term has one meaning: the concepts add up, and the built lexicon says how bad it is. */
function addMeaning(meanings: Term[], entry: Term): void {
  const index = meanings.findIndex(({ languages, fit }) => languages === entry.languages && fit === entry.fit)
  const known = meanings[index]
  if (known === undefined) meanings.push(entry)
  else {
    meanings[index] = {
      ...known,
      concepts: known.concepts | entry.concepts,
      target: known.target || entry.target,
      severity: Math.max(known.severity, entry.severity),
    }
  }
}

/**
 * A slur that is harmless in one language for the most part counts only in sentences of the others that have it. Where no more than
 * a few frequent words are known of a language, too few of its sentences would be told to be in it.
 */
function bindToLanguage(meanings: readonly Term[]): readonly Term[] {
  if (!meanings.some(({ isAmbiguous, concepts }) => isAmbiguous && (concepts & Concept.slur) !== 0)) return meanings
  return meanings.map((meaning) => {
    const isUnmistakable = meaning.isUnmistakable && (meaning.languages & WITH_GRAMMAR) === 0
    return { ...meaning, isUnmistakable }
  })
}

function unaccented(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

function listBuilt({ groups, homonyms }: ToxicityLexicon): Entry[] {
  const bound = new Set(homonyms.split(' '))
  return groups.flatMap(({ language, kind, severity, target, terms }) =>
    terms.split(' ').map((entry) => {
      const isAmbiguous = entry.endsWith('?')
      const text = plainText(entry)
      const isShort = text.length <= SHORT_TERM && LATIN.test(text) && language !== 'en'
      return {
        text,
        concepts: CONCEPTS_OF_KIND[kind],
        languages: bitOf(language),
        severity,
        target: target === undefined ? 0 : targets.indexOf(target) + 1,
        isAmbiguous,
        isUnmistakable: !isAmbiguous && !isShort && !bound.has(unaccented(text)),
        fit: fitOf(entry, language),
      }
    }),
  )
}

function listGrammar(): Entry[] {
  return languages.flatMap(([language, { groups, words, common }]) => {
    const list = (text: string, concepts: number, target: number): Entry[] =>
      text.split(' ').map((entry) => ({
        text: plainText(entry),
        concepts,
        languages: bitOf(language),
        severity: 0,
        target,
        isAmbiguous: false,
        isUnmistakable: false,
        fit: fitOf(entry, language),
      }))
    return [
      ...targets.flatMap((target, index) => list(groups[target] ?? '', Concept.group, index + 1)),
      ...Object.entries(words).flatMap(([name, text]) => list(text, Concept[name as ConceptName], 0)),
      ...list(common, 0, 0),
    ]
  })
}

function plainText(entry: string): string {
  return entry.replaceAll('_', ' ').replaceAll(/[*?]/g, '')
}

function fitOf(entry: string, language: string): number {
  if (UNSPACED.has(language) && !/[a-z]/i.test(entry)) return Fit.anywhere
  if (ATTACHED.has(language)) return entry.length < MIN_ATTACHED_TO ? Fit.words : Fit.attached
  return entry.includes('*') ? Fit.prefix : Fit.words
}

/** @throws Error for a language that no bit stands for. */
function bitOf(language: string): number {
  const index = languageCodes.indexOf(language)
  if (index < 0) throw new Error(`No bit stands for the language "${language}".`)
  return 2 ** index
}
