/** Longer words are no typing errors of a setting's name; the bound keeps the cost of a comparison small. */
const MAX_LENGTH = 40

/**
 * The candidate that `word` most likely meant, or undefined when none is near. Near means that at most a third of the
 * longer one's letters differ, or that one begins with the other and has three letters at least; case, hyphens and
 * underscores do not count.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > MAX_LENGTH) return undefined
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const edits = distance(fold(word), fold(candidate))
    if (edits < least && edits <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3))) {
      least = edits
      nearest = candidate
    }
  }
  return nearest
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[-_]/g, '')
}

/** The beginning of a word is as near to it as a word with one letter wrong. */
function distance(from: string, to: string): number {
  const edits = countEdits(from, to)
  return isBeginning(from, to) ? Math.min(edits, 1) : edits
}

function isBeginning(first: string, second: string): boolean {
  return Math.min(first.length, second.length) >= 3 && (first.startsWith(second) || second.startsWith(first))
}

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours. */
function countEdits(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const replaced = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1)
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, replaced)
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (row > 1 && column > 1 && isSwap) least = Math.min(least, at(beforeLast, column - 2) + 1)
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return at(last, to.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
