/**
 * What words of abuse are about, whatever their language; each is one bit. None is abuse by itself: the rules of
 * `judge-clause.ts` say which of them together are.
 */
export const Concept = {
  /** People whom hate aims at for what they are. */
  group: 1 << 0,
  slur: 1 << 1,
  profane: 1 << 2,
  /** What people are called or said to be, to insult them. */
  insult: 1 << 3,
  /** Bad things said of people: dangerous, criminals, inferior. */
  badTrait: 1 << 4,
  /** Vermin, disease and dirt that people are likened to. */
  dehuman: 1 << 5,
  /** Verbs of hate and disgust. */
  emote: 1 << 6,
  harm: 1 << 7,
  /** Get out, ban, deport. */
  exclude: 1 << 8,
  /** Should, must, deserve. */
  modal: 1 << 9,
  wish: 1 << 10,
  /** I will, let's. */
  intent: 1 << 11,
  /** What is denied to people: rights, respect, being human. */
  dignity: 1 << 12,
  not: 1 << 13,
  /** Wrong, unacceptable, racist: what counter-speech says of hate. */
  counter: 1 << 14,
  /** Said, called, the word. */
  report: 1 << 15,
  first: 1 << 16,
  second: 1 << 17,
  third: 1 << 18,
  is: 1 << 19,
  praise: 1 << 20,
  /** Words of ill will that are harmless in most sentences. */
  hostile: 1 << 21,
  sexual: 1 << 22,
  /** Steal, ruin, invade: what groups are accused of. */
  ruin: 1 << 23,
  /** But, yet: where another thought begins. */
  but: 1 << 24,
  /** People who are no protected group. */
  person: 1 << 25,
  /** Myself, proud: how people speak of their own. */
  own: 1 << 26,
  /** All, these, so, such: what may stand between two parts of a rule. */
  filler: 1 << 27,
  /** A whole threat or curse in one phrase. */
  curse: 1 << 28,
  why: 1 << 29,
  /** Better off without, get rid of: exclusion that needs no other word. */
  away: 1 << 30,
} as const

export type ConceptName = keyof typeof Concept

/** Groups by what people are hated for. */
export const targets = [
  'sex',
  'sexual-orientation',
  'gender-identity',
  'ethnicity',
  'religion',
  'origin',
  'disability',
] as const

export type Target = (typeof targets)[number]

/** Concepts of which a language file lists words; slurs and profanity stand in the built lexicon. */
export type ListedConcept = Exclude<ConceptName, 'group' | 'slur' | 'profane' | 'sexual'>

/**
 * Words of one language by concept, blanks between. `*` at the end of a word takes any ending, `_` joins the words of a
 * phrase. Accents, case and the like make no difference (see `plain-words.ts`). A word may stand under several concepts.
 */
export interface Lexicon {
  readonly groups: Partial<Readonly<Record<Target, string>>>
  readonly words: Partial<Readonly<Record<ListedConcept, string>>>
  /** The most frequent other words: by them the language of a sentence is told. */
  readonly common: string
  /** Whether a negation may stand behind what it negates. */
  readonly isNegatedBehind?: boolean
  /** Whether the verb comes last, behind its object. */
  readonly isVerbLast?: boolean
}
