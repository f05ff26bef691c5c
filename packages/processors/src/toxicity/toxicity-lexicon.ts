import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import type { Target } from './lexicon/concept.js'

/** What a term of abuse is. `directed` is a whole curse: it needs no frame to be an insult. */
export type TermKind = 'slur' | 'profane' | 'directed' | 'sexual' | 'insult'

/** Terms that have all but their spelling in common. */
export interface TermGroup {
  readonly language: string
  readonly kind: TermKind
  /** 1 to 3. */
  readonly severity: number
  /** Whom a slur is aimed at. */
  readonly target?: Target
  /** Blanks between; `*`, `_` and `?` as in a lexicon of a language, `?` at the end of a term that is often harmless. */
  readonly terms: string
}

/**
 * The built lexicon of slurs, profanity and insults.
 *
 * File: `GHTX`, a byte with the format (1), then JSON of this shape under raw DEFLATE (RFC 1951), so that the terms do not
 * stand in plain view.
 */
export interface ToxicityLexicon {
  readonly groups: readonly TermGroup[]
  /** Terms that are ordinary words in another language, blanks between: they count only in sentences of their own. */
  readonly homonyms: string
  /** Ordinary words, in plain spelling, that look like a term misspelt or like several terms run together. */
  readonly ordinary: string
  /** Frequent English words, in plain spelling, by which words that were run together are told apart. */
  readonly frequent: string
}

const FILE = new URL('../../models/toxicity.bin', import.meta.url)
const MAGIC = 'GHTX\u0001'
/** The file of the package inflates to a tenth of this. */
const MAX_INFLATED_BYTES = 4_000_000

let loaded: ToxicityLexicon | undefined

/** The lexicon, read from its file when it is first asked for, and kept. */
export function loadToxicityLexicon(): ToxicityLexicon {
  loaded ??= parseToxicityLexicon(readFileSync(FILE))
  return loaded
}

/** @throws Error when the file is not a lexicon of this format. */
export function parseToxicityLexicon(file: Buffer): ToxicityLexicon {
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new Error('The lexicon of toxicity is not a file of format 1.')
  }
  const inflated = inflateRawSync(file.subarray(MAGIC.length), { maxOutputLength: MAX_INFLATED_BYTES })
  return JSON.parse(inflated.toString('utf8')) as ToxicityLexicon
}
