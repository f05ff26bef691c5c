import type { TextRange } from './text-range.js'

/** What the mask of a type writes: `[TYPE]`, or `[TYPE#hash]` and `[TYPE:id]`. */
interface Mark extends TextRange {
  /** What stands between the type and the closing bracket. */
  readonly tail: string
}

const OPENING = '['
const MARK = /^\[([A-Z0-9._-]+)([:#][a-z0-9]+)?\]/
/** Longest mark: a type has at most 64 characters, a tail 19. */
const MAX_MARK_LENGTH = 96

/** Makes what finds the marks of a type in a text whose tail is as `isTail` says. */
export function markFinder(type: string, isTail: (tail: string) => boolean): (text: string) => readonly TextRange[] {
  const name = type.toUpperCase()
  return (text) => {
    const marks = marksOf(text)
    // Most texts have none, and some processors ask for hundreds of types.
    return marks.size === 0 ? NONE : (marks.get(name)?.filter(({ tail }) => isTail(tail)) ?? NONE)
  }
}

const NONE: readonly TextRange[] = []

/** Those of the last text, since a processor asks for each of its types. */
let last: { readonly text: string; readonly marks: ReadonlyMap<string, readonly Mark[]> } = {
  text: '',
  marks: new Map(),
}

function marksOf(text: string): ReadonlyMap<string, readonly Mark[]> {
  if (last.text !== text) last = { text, marks: readMarks(text) }
  return last.marks
}

function readMarks(text: string): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  let start = text.indexOf(OPENING)
  while (start >= 0) {
    const [whole = OPENING, type, tail = ''] = MARK.exec(text.slice(start, start + MAX_MARK_LENGTH)) ?? []
    const end = start + whole.length
    if (type !== undefined) {
      const ofType = marks.get(type) ?? []
      ofType.push({ start, end, tail })
      marks.set(type, ofType)
    }
    start = text.indexOf(OPENING, end)
  }
  return marks
}
