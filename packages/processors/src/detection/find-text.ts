import type { TextRange } from './text-range.js'

/** Where a text that is not empty stands in another, disjoint and in order. */
export function findText(text: string, sought: string): TextRange[] {
  const found: TextRange[] = []
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
    found.push({ start: at, end: at + sought.length })
  }
  return found
}
