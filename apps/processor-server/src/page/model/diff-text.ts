import { diffSequences } from './diff-sequences.js'

/** A piece of text that both versions share, or that only one of them has. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * A word, a run of blanks, or one other character with what belongs to it: marks, skin tones, and what a zero-width joiner
 * ties to it. No piece can be matched in two ways, so cutting is linear; `Intl.Segmenter` is not, for long texts.
 */
const WORD = /[\p{L}\p{N}\p{M}]+|\s+|(?:\p{RI}\p{RI}|[^\p{L}\p{N}\p{M}\s])(?:[\p{M}\p{EMod}]|\u200d\S)*/gu

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Ways to cut a text into pieces, the coarsest first: lines, words, and letters as a reader sees them. */
const cuts: readonly ((text: string) => string[])[] = [
  (text) => text.match(/[^\n]*\n|[^\n]+/g) ?? [],
  (text) => text.match(WORD) ?? [],
  (text) => Array.from(letters.segment(text), ({ segment }) => segment),
]

/** Words are compared letter by letter only when both are short, in UTF-16 code units; longer ones are no longer one word. */
const MAX_WORD_LENGTH = 64

/**
 * Tells how a text was changed: first by lines, then by words where lines differ, then by letters where words do. A word
 * of which less than half is left counts as replaced, since single letters that happen to agree tell nobody anything.
 */
export function diffText(before: string, after: string): Change[] {
  return joinChanges(diffFrom(0, before, after))
}

function diffFrom(level: number, before: string, after: string): Change[] {
  const cut = cuts[level]
  if (cut === undefined || before === '' || after === '') return replace(before, after)
  const isByLetter = level === cuts.length - 1
  if (isByLetter && Math.max(before.length, after.length) > MAX_WORD_LENGTH) return replace(before, after)
  const hunks = joinAcrossBlanks(compare(cut(before), cut(after)))
  const changes = hunks.flatMap(({ shared, removed, added }) =>
    shared === undefined
      ? isByLetter
        ? replace(removed, added)
        : diffFrom(level + 1, removed, added)
      : [{ kind: 'same' as const, text: shared }],
  )
  return isByLetter && !isMostlyKept(changes, before, after) ? replace(before, after) : changes
}

type Hunk = { readonly shared: string | undefined; readonly removed: string; readonly added: string }

function compare(before: readonly string[], after: readonly string[]): Hunk[] {
  const number = numberPieces()
  const hunks: Hunk[] = []
  let x = 0
  let y = 0
  let open: { removed: string; added: string } | undefined
  const close = () => {
    if (open !== undefined) hunks.push({ shared: undefined, ...open })
    open = undefined
  }
  for (const { kind, length } of diffSequences(before.map(number), after.map(number))) {
    if (kind === 'same') {
      close()
      hunks.push({ shared: before.slice(x, x + length).join(''), removed: '', added: '' })
      x += length
      y += length
      continue
    }
    open ??= { removed: '', added: '' }
    if (kind === 'removed') {
      open.removed += before.slice(x, x + length).join('')
      x += length
    } else {
      open.added += after.slice(y, y + length).join('')
      y += length
    }
  }
  close()
  return hunks
}

/**
 * Joins changes that only blanks keep apart: of `Project Bluebird` that became `[NAME]`, the blank in the middle is as gone as
 * the words. Blanks at the end that both sides of a joined change have stay what they were.
 */
function joinAcrossBlanks(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = []
  for (const [index, hunk] of hunks.entries()) {
    const last = joined.at(-1)
    const isIsland = hunk.shared !== undefined && hunk.shared.trim() === '' && index < hunks.length - 1
    if (last === undefined || last.shared !== undefined || (hunk.shared !== undefined && !isIsland)) joined.push(hunk)
    else joined[joined.length - 1] = joinHunks(last, hunk)
  }
  return joined.flatMap(splitEnd)
}

function joinHunks(first: Hunk, { shared = '', removed, added }: Hunk): Hunk {
  return { shared: undefined, removed: first.removed + shared + removed, added: first.added + shared + added }
}

function splitEnd(hunk: Hunk): Hunk[] {
  const blanks = hunk.removed.slice(hunk.removed.trimEnd().length)
  if (hunk.shared !== undefined || blanks === '' || !hunk.added.endsWith(blanks)) return [hunk]
  const { removed, added } = hunk
  return [
    { shared: undefined, removed: removed.slice(0, -blanks.length), added: added.slice(0, -blanks.length) },
    { shared: blanks, removed: '', added: '' },
  ]
}

/** Numbers equal pieces alike, so that comparing two takes one step whatever their length. */
function numberPieces(): (piece: string) => number {
  const numbers = new Map<string, number>()
  return (piece) => {
    const known = numbers.get(piece)
    if (known !== undefined) return known
    numbers.set(piece, numbers.size)
    return numbers.size - 1
  }
}

function replace(before: string, after: string): Change[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

function isMostlyKept(changes: readonly Change[], before: string, after: string): boolean {
  const kept = changes.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
  return kept * 2 >= Math.max(before.length, after.length)
}

function joinChanges(changes: readonly Change[]): Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    if (change.text === '') continue
    if (last?.kind === change.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + change.text }
    else joined.push(change)
  }
  return joined
}
