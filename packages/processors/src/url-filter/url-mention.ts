import type { TextRange } from '../detection/text-range.js'

/** A URL in a text. */
export interface UrlMention extends TextRange {
  /** What a parser is to be given: without entities, escapes, and the marks that make a URL unclickable. */
  readonly url: string
  /** `image` for what a reader's program loads by itself, `link` for what waits for a click, `text` for a URL as such. */
  readonly place: 'text' | 'link' | 'image'
  /** Whether it is written with a scheme; a parser is given one where it has none. */
  readonly hasScheme: boolean
  /** Whether it was made unclickable (`hxxps`, `[.]`), or its host is spelt with something in it. */
  readonly isDefanged: boolean
}

/** What was read at some place: the URLs, none or several of a list, and where to go on. */
export type Reading = { readonly mentions: readonly UrlMention[]; readonly end: number } | undefined
