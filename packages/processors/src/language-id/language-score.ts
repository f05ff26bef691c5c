/** A language and how sure its detection is. */
export interface LanguageScore {
  /** ISO 639-1 code. */
  readonly language: string
  /** From 0 to 1. */
  readonly score: number
}
