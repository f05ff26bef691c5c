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
/** Models change the case, and escape underscores as Markdown wants it. Both patterns see at most the longest placeholder. */
const PLACEHOLDER = /^\[([A-Z0-9._\\-]+):([b-z]+)\]/i
const BEGINNING = /^\[([A-Z0-9._\\-]*)(?::([b-z]*))?$/i

/** Visits what has the form of a placeholder, in order. */
export function forEachPlaceholder(text: string, visit: (placeholder: FoundPlaceholder) => void): void {
  let start = text.indexOf(OPENING)
  while (start >= 0) {
    const [whole = OPENING, type = '', id = ''] = PLACEHOLDER.exec(pieceFrom(text, start)) ?? []
    const end = start + whole.length
    if (id.length === ID_LENGTH && type.length <= MAX_TYPE_LENGTH) visit({ start, end, id: id.toLowerCase() })
    start = text.indexOf(OPENING, end)
  }
}

/** Where a placeholder may begin of which the text has only the first part; the length of the text when there is none. */
export function findUnfinished(text: string): number {
  const start = text.lastIndexOf(OPENING)
  if (start < 0 || text.length - start >= MAX_PLACEHOLDER_LENGTH) return text.length
  const match = BEGINNING.exec(pieceFrom(text, start))
  if (match === null) return text.length
  const [, type = '', id] = match
  const canGoOn = type.length <= MAX_TYPE_LENGTH && (id === undefined || (type !== '' && id.length <= ID_LENGTH))
  return canGoOn ? start : text.length
}

function pieceFrom(text: string, start: number): string {
  return text.slice(start, start + MAX_PLACEHOLDER_LENGTH)
}
