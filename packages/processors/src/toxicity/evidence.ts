/** What abuse is: its type as a finding. */
export const toxicityKinds = ['hate', 'threat', 'insult', 'profanity', 'sexual'] as const

export type ToxicityKind = (typeof toxicityKinds)[number]

/** One sign of abuse in a sentence, by the places of its first and last token there. */
export interface Sign {
  readonly kind: ToxicityKind
  readonly rule: string
  /** How sure, 0 to 1. */
  readonly score: number
  /** How bad, 1 to 3. */
  readonly severity: number
  readonly from: number
  readonly to: number
  /** Index in `targets` plus one; left out when no group is meant. */
  readonly target?: number
}

/** A sign by the words of the text. */
export interface Evidence extends Sign {
  readonly target: number
}
