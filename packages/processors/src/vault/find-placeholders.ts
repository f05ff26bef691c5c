import type { TextRange } from '../detection/text-range.js'

/** Letters of an id. */
export const ID_LENGTH = 18

/** Longest type in a placeholder, in characters, with the backslashes that a model may put before its underscores. */
const MAX_TYPE_LENGTH = 96

/** Longest placeholder, in UTF-16 code units: what a reader of a stream may have to hold back. */
export const MAX_PLACEHOLDER_LENGTH = MAX_TYPE_LENGTH + ID_LENGTH + 3

/** A placeholder in a text. */
export interface FoundPlaceholder extends TextRange {
  /** Its id, in lower case. */
  readonly id: string
}

const OPENING = '['
/** Models change the case, and escape underscores as Markdown wants it. Bounded, and anchored where it is tried. */
const PLACEHOLDER = new RegExp(String.raw`\[[A-Z0-9._\\-]{1,${MAX_TYPE_LENGTH}}:([b-z]{${ID_LENGTH}})\]`, 'iy')
const BEGINNING = new RegExp(
  String.raw`^\[(?:[A-Z0-9._\\-]{0,${MAX_TYPE_LENGTH}}|[A-Z0-9._\\-]{1,${MAX_TYPE_LENGTH}}:[b-z]{0,${ID_LENGTH}})$`,
  'i',
)

/** Visits what has the form of a placeholder, in order. */
export function forEachPlaceholder(text: string, visit: (placeholder: FoundPlaceholder) => void): void {
  let start = text.indexOf(OPENING)
  while (start >= 0) {
    PLACEHOLDER.lastIndex = start
    const match = PLACEHOLDER.exec(text)
    const end = match === null ? start + 1 : start + match[0].length
    if (match !== null) visit({ start, end, id: (match[1] as string).toLowerCase() })
    start = text.indexOf(OPENING, end)
  }
}

/** Where a placeholder may begin of which the text has only the first part; the length of the text when there is none. */
export function findUnfinished(text: string): number {
  const start = text.lastIndexOf(OPENING)
  if (start < 0 || text.length - start >= MAX_PLACEHOLDER_LENGTH) return text.length
  return BEGINNING.test(text.slice(start)) ? start : text.length
}
