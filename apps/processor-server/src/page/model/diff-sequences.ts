/** A run of items that two sequences share, or that only one of them has. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  /** Number of items. */
  readonly length: number
}

/** Most removed and added items that are told apart between two sequences. */
const MAX_EDITS = 500

/**
 * Finds a shortest way to turn one sequence into another (Myers, "An O(ND) difference algorithm and its variations",
 * Algorithmica 1, 1986).
 *
 * Costs at most 1,000 steps for each item, whatever the sequences are: beyond {@link MAX_EDITS} edits, everything between
 * the common start and the common end counts as replaced.
 */
export function diffSequences(before: readonly unknown[], after: readonly unknown[]): Run[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return joinRuns([
    { kind: 'same', length: start },
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    { kind: 'same', length: end },
  ])
}

function diffMiddle(before: readonly unknown[], after: readonly unknown[]): Run[] {
  const path = before.length > 0 && after.length > 0 ? findPath(before, after) : undefined
  return (
    path ?? [
      { kind: 'removed', length: before.length },
      { kind: 'added', length: after.length },
    ]
  )
}

/**
 * On diagonal `k` stand the pairs of places (x, y) with x - y = k. `reach` holds, by diagonal, the furthest x that a
 * number of edits leads to. What it held before each further edit is kept, to walk the way back.
 */
function findPath(before: readonly unknown[], after: readonly unknown[]): Run[] | undefined {
  const limit = Math.min(MAX_EDITS, before.length + after.length)
  const origin = limit + 1
  // -1 marks a diagonal that nothing reached, so that it is never stepped from.
  const reach = new Int32Array(2 * limit + 3).fill(-1)
  reach[origin + 1] = 0
  const history: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits++) {
    history.push(reach.slice(origin - edits - 1, origin + edits + 2))
    const lowest = -edits + 2 * Math.max(0, edits - after.length)
    const highest = edits - 2 * Math.max(0, edits - before.length)
    for (let k = lowest; k <= highest; k += 2) {
      const below = reach[origin + k - 1] as number
      const above = reach[origin + k + 1] as number
      let x = k === -edits || (k !== edits && below < above) ? above : below + 1
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++
      reach[origin + k] = x
      if (x >= before.length && x - k >= after.length) return walkBack(history, before.length, after.length)
    }
  }
  return undefined
}

function walkBack(history: readonly Int32Array[], beforeLength: number, afterLength: number): Run[] {
  const runs: Run[] = []
  let x = beforeLength
  let y = afterLength
  for (let edits = history.length - 1; edits > 0; edits--) {
    const reach = history[edits] as Int32Array
    const at = (diagonal: number) => reach[diagonal + edits + 1] as number
    const k = x - y
    const isAdded = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const fromX = at(isAdded ? k + 1 : k - 1)
    const fromY = fromX - (isAdded ? k + 1 : k - 1)
    runs.push({ kind: 'same', length: isAdded ? x - fromX : y - fromY })
    runs.push({ kind: isAdded ? 'added' : 'removed', length: 1 })
    x = fromX
    y = fromY
  }
  runs.push({ kind: 'same', length: x })
  return runs.reverse()
}

/** Joins neighbours of one kind; between two shared runs, what was removed comes before what was added. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  let removed = 0
  let added = 0
  const flush = () => {
    if (removed > 0) joined.push({ kind: 'removed', length: removed })
    if (added > 0) joined.push({ kind: 'added', length: added })
    removed = 0
    added = 0
  }
  for (const { kind, length } of runs) {
    if (kind === 'removed') removed += length
    if (kind === 'added') added += length
    if (kind !== 'same' || length === 0) continue
    flush()
    const last = joined.at(-1)
    if (last?.kind === 'same') joined[joined.length - 1] = { kind, length: last.length + length }
    else joined.push({ kind, length })
  }
  flush()
  return joined
}
