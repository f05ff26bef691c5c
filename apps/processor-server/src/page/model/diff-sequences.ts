/** A run of items that two sequences share, or that only one of them has. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  /** Number of items. */
  readonly length: number
}

/** Most removed and added items for which a shortest way is looked for at a time. */
const MAX_EDITS = 500

/**
 * Finds a way to turn one sequence into another: a shortest one as long as it takes no more than `maxEdits` (Myers, "An
 * O(ND) difference algorithm and its variations", Algorithmica 1, 1986). Where it takes more, the way that came furthest
 * is gone, and the search starts anew from there; so the time is in proportion to the lengths times `maxEdits`, whatever
 * the sequences are.
 */
export function diffSequences(before: readonly unknown[], after: readonly unknown[], maxEdits = MAX_EDITS): Run[] {
  const runs: Run[] = []
  let from: Place = { x: 0, y: 0 }
  while (from.x < before.length || from.y < after.length) {
    const way = findWay(before, after, from, maxEdits)
    runs.push(...walkBack(way, from))
    from = way.end
  }
  return joinRuns(runs)
}

/** A place in both sequences: so many items of either are behind it. */
interface Place {
  readonly x: number
  readonly y: number
}

/** Where a search came to, and what it takes to walk the way back. */
interface Way {
  readonly end: Place
  /** By number of edits: what was reached with one edit less, diagonal by diagonal. */
  readonly history: readonly Int32Array[]
}

/**
 * On diagonal `k` stand the places with x - y = k, seen from where the search starts. `reach` holds, by diagonal, the
 * furthest x that a number of edits leads to.
 */
function findWay(before: readonly unknown[], after: readonly unknown[], from: Place, maxEdits: number): Way {
  const width = before.length - from.x
  const height = after.length - from.y
  const limit = Math.min(maxEdits, width + height)
  const origin = limit + 1
  // -1 marks a diagonal that nothing reached, so that it is never stepped from.
  const reach = new Int32Array(2 * limit + 3).fill(-1)
  reach[origin + 1] = 0
  const history: Int32Array[] = []
  let furthest: Place = { x: 0, y: 0 }
  for (let edits = 0; edits <= limit && furthest.x + furthest.y < width + height; edits++) {
    history.push(reach.slice(origin - edits - 1, origin + edits + 2))
    furthest = { x: 0, y: 0 }
    const lowest = -edits + 2 * Math.max(0, edits - height)
    const highest = edits - 2 * Math.max(0, edits - width)
    for (let k = lowest; k <= highest; k += 2) {
      const below = reach[origin + k - 1] as number
      const above = reach[origin + k + 1] as number
      let x = k === -edits || (k !== edits && below < above) ? above : below + 1
      while (x < width && x - k < height && before[from.x + x] === after[from.y + x - k]) x++
      reach[origin + k] = x
      if (x <= width && x - k <= height && 2 * x - k > furthest.x + furthest.y) furthest = { x, y: x - k }
    }
  }
  return { end: { x: from.x + furthest.x, y: from.y + furthest.y }, history }
}

function walkBack({ end, history }: Way, from: Place): Run[] {
  const runs: Run[] = []
  let x = end.x - from.x
  let y = end.y - from.y
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
