/** What an identifier is for. It decides which general words speak for it, besides its own. */
export const identifierKinds = [
  'national-id',
  'tax-id',
  'social-security',
  'health-id',
  'passport',
  'driving-licence',
  'vehicle',
  'payment-card',
  'bank-account',
  'company-id',
  'device',
] as const

export type IdentifierKind = (typeof identifierKinds)[number]

/** How far before a number without a form of its own the word must stand that says what it is, in code units. */
export const GENERAL_REACH = 28

/** A kind of identifier that is recognised by its form: one row of the table. */
export interface Identifier {
  /** Type of its findings, with the country in front where it belongs to one. */
  readonly type: string
  readonly kind: IdentifierKind
  /** ISO 3166-1 code of the country that issues it; none for what is used everywhere. */
  readonly country?: string
  /** Characters without separators: how many, or the least and the most. */
  readonly length: number | readonly [number, number]
  /** The whole identifier as people write it, in capitals, with its separators. */
  readonly pattern: RegExp
  /** Whether check digits and ranges fit. Takes it in capitals, without separators. */
  readonly validate?: (compact: string) => boolean
  /** Words near by that speak for it, in any capitals. */
  readonly context: readonly string[]
  /** Set for what has hardly a form: one of its words must stand right before, within {@link GENERAL_REACH}. */
  readonly isGeneral?: true
  /** How sure it is where no word speaks for it, 0 to 1. */
  readonly score: number
  /** The same where it is written without separators; `score` when left out. */
  readonly bareScore?: number
  /** Made-up values that are found next to the first word of `context`. */
  readonly samples: readonly string[]
}

/** Scores of identifiers without a word that speaks for them. */
export const score = {
  /** Nothing else looks like it: a form of its own and a strong check. */
  sure: 0.85,
  /** A form and a check that chance seldom meets. */
  likely: 0.6,
  /** One number in ten or so passes: only a word near by, or a text that is nothing else, makes it count. */
  possible: 0.3,
  /** A form without a check, or a check that every text of numbers meets: only a word of its own makes it count. */
  contextual: 0.1,
} as const
