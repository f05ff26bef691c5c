import { Concept } from './lexicon/concept.js'

/** A word of a sentence as the rules see it. */
export interface Token {
  /** Index of the word in the text. */
  readonly word: number
  /** Index of the first word of the phrase that ends here, or the same. */
  readonly first: number
  /** Bits of {@link Concept} that it has in the language of the sentence. */
  readonly concepts: number
  /** 1 to 3 for a term of the built lexicon, else 0. */
  readonly severity: number
  /** Index in `targets` plus one, 0 for none. */
  readonly target: number
  readonly isAmbiguous: boolean
  /** Whether any term of the language holds it. */
  readonly isKnown: boolean
  /** Whether it stands inside quotation marks. */
  readonly isQuoted: boolean
  /** Whether a comma, dash or colon stands before it. */
  readonly isAfterComma: boolean
}

/** Words up to a full stop, or so many that they count as a sentence. */
export interface Sentence {
  readonly tokens: readonly Token[]
  /** Whether its language may negate behind, and puts its verbs last. */
  readonly isNegatedBehind: boolean
  readonly isVerbLast: boolean
}

/** Whether a token has one of the concepts. */
export function has(token: Token | undefined, concepts: number): boolean {
  return token !== undefined && (token.concepts & concepts) !== 0
}

/** Words that may stand between the parts of a rule and change nothing. */
const LIGHT =
  Concept.filler |
  Concept.is |
  Concept.not |
  Concept.first |
  Concept.second |
  Concept.third |
  Concept.modal |
  Concept.profane |
  Concept.insult |
  Concept.badTrait |
  Concept.dehuman |
  Concept.group |
  Concept.slur |
  Concept.why

/** How much stands strictly between two tokens: 0 when nothing that matters does. */
export function gapBetween({ tokens }: Sentence, a: number, b: number): number {
  let gap = 0
  for (let at = Math.min(a, b) + 1; at <= Math.max(a, b); at++) {
    const token = tokens[at] as Token
    if (token.isAfterComma) gap += 1
    if (at === Math.max(a, b)) break
    if (has(token, Concept.but)) gap += 3
    else if (has(token, LIGHT)) continue
    else if (!token.isKnown) gap += 1
    else if (token.concepts !== 0) gap += 0.5
    else gap += 0.3
  }
  return gap
}

/** How far a negation reaches, in tokens. */
const REACH = 8

/** Whether a token is negated: by a word shortly before it, or behind it in languages that do so. */
export function isNegated({ tokens, isNegatedBehind }: Sentence, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - REACH); index--) {
    const token = tokens[index] as Token
    if (has(token, Concept.but | Concept.why)) break
    if (has(token, Concept.not) && !isAsked(tokens, index)) return true
    if ((tokens[index + 1] as Token).isAfterComma) break
  }
  if (!isNegatedBehind) return false
  for (let index = at + 1; index <= Math.min(tokens.length - 1, at + REACH); index++) {
    const token = tokens[index] as Token
    if (token.isAfterComma || has(token, Concept.but)) break
    if (has(token, Concept.not)) return true
  }
  return false
}

/** Whether a negation opens a question that expects a yes: "don't you …", "aren't they …". */
function isAsked(tokens: readonly Token[], at: number): boolean {
  const opens = at === 0 || (at === 1 && has(tokens[0], Concept.why))
  return (
    opens &&
    has(tokens[at], Concept.filler) &&
    has(tokens[at + 1], Concept.first | Concept.second | Concept.third | Concept.group)
  )
}

/** Whether a token strictly between two places has one of the concepts. */
export function hasBetween(tokens: readonly Token[], a: number, b: number, concepts: number): boolean {
  for (let at = Math.max(0, a + 1); at < Math.min(tokens.length, b); at++) if (has(tokens[at], concepts)) return true
  return false
}

/** Whether a token within so many places, on either side, has one of the concepts. */
export function hasAround(tokens: readonly Token[], at: number, reach: number, concepts: number): boolean {
  return hasBetween(tokens, at - reach - 1, at, concepts) || hasBetween(tokens, at, at + reach + 1, concepts)
}

/** How far before a word stands whom it is said of. */
const FRAME_REACH = 7
/** What may stand between: "you are such a stupid …". */
const FRAME = Concept.is | Concept.filler | Concept.profane | Concept.insult | Concept.badTrait | Concept.hostile

/** Whether what stands at a place is said of `you`. */
export function isSaidOfYou(tokens: readonly Token[], at: number): boolean {
  return isFramedBy(tokens, at, Concept.second)
}

/** Whether what stands at a place is said of somebody. */
export function isSaidOfSomebody(tokens: readonly Token[], at: number): boolean {
  return isFramedBy(tokens, at, Concept.second | Concept.third | Concept.person)
}

function isFramedBy(tokens: readonly Token[], at: number, who: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - FRAME_REACH); index--) {
    const token = tokens[index] as Token
    if (has(token, who)) return true
    if (token.isAfterComma || !has(token, FRAME)) break
  }
  const next = tokens[at + 1]
  return has(next, who & ~Concept.third) || (has(next, Concept.is) && has(tokens[at + 2], who & Concept.second))
}
