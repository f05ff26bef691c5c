import { buildTrie, findSlot, ROOT, type Trie } from '../text/trie.js'

/** What a `TermAutomaton` knows: a trie of the terms, whose nodes are its states, and more by state. */
export interface TermTables extends Trie {
  /** By state: how many code units lead from the root to it. */
  readonly depth: Int32Array
  /** By state: the state of the longest proper suffix. */
  readonly fail: Int32Array
  /** By state: the term that ends there; it means nothing where none does. */
  readonly term: Int32Array
  /** By state: the longest suffix at which a term ends, itself among them, and the next shorter one; or the root. */
  readonly ending: Int32Array
  readonly shorter: Int32Array
}

const NO_TERM = -1

/** Tables for the terms; empty ones are passed over, and of equal ones the first counts. */
export function buildTermTables(terms: readonly Uint16Array[]): TermTables {
  const { parent, unit, edges, ends } = buildTrie(terms)
  const states = parent.length
  const tables: TermTables = {
    parent,
    unit,
    edges,
    depth: new Int32Array(states),
    fail: new Int32Array(states),
    term: new Int32Array(states).fill(NO_TERM),
    ending: new Int32Array(states),
    shorter: new Int32Array(states),
  }
  for (let state = 1; state < states; state++) {
    tables.depth[state] = (tables.depth[parent[state] as number] as number) + 1
  }
  for (let index = 0; index < ends.length; index++) {
    const state = ends[index] as number
    if (state !== ROOT && tables.term[state] === NO_TERM) tables.term[state] = index
  }
  linkSuffixes(tables, sortByDepth(tables))
  return tables
}

/** Links each state to its suffixes, the short states first, since a suffix is shorter. */
function linkSuffixes(tables: TermTables, states: Int32Array): void {
  const { parent, unit, depth, fail, term, ending, shorter, edges } = tables
  for (let index = 0; index < states.length; index++) {
    const state = states[index] as number
    if ((depth[state] as number) > 1) {
      const last = unit[state] as number
      let from = fail[parent[state] as number] as number
      let suffix = edges[findSlot(edges, parent, unit, from, last)] as number
      while (suffix === ROOT && from !== ROOT) {
        from = fail[from] as number
        suffix = edges[findSlot(edges, parent, unit, from, last)] as number
      }
      fail[state] = suffix
      shorter[state] = ending[suffix] as number
    }
    ending[state] = term[state] === NO_TERM ? (shorter[state] as number) : state
  }
}

/** The states in the order of their depth: a counting sort. */
function sortByDepth({ depth }: TermTables): Int32Array {
  const states = depth.length
  const places = [0]
  for (let state = 0; state < states; state++) {
    const behind = (depth[state] as number) + 1
    places[behind] = (places[behind] ?? 0) + 1
  }
  for (let level = 1; level < places.length; level++) {
    places[level] = (places[level] ?? 0) + (places[level - 1] as number)
  }
  const sorted = new Int32Array(states)
  for (let state = 0; state < states; state++) {
    const level = depth[state] as number
    const place = places[level] as number
    sorted[place] = state
    places[level] = place + 1
  }
  return sorted
}
