import { findSlot, ROOT } from '../text/edge-table.js'

/** What a `TermAutomaton` knows. The first state is the root, whose number also stands for none. */
export interface TermTables {
  /** By state: the state it hangs below, the code unit that leads to it, and how many lead from the root to it. */
  readonly parent: Int32Array
  readonly unit: Uint16Array
  readonly depth: Int32Array
  /** By state: the state of the longest proper suffix. */
  readonly fail: Int32Array
  /** By state: the term that ends there; it means nothing where none does. */
  readonly term: Int32Array
  /** By state: the longest suffix at which a term ends, itself among them, and the next shorter one; or the root. */
  readonly ending: Int32Array
  readonly shorter: Int32Array
  /** Open addressing, a power of two of slots; holds states, the root where a slot is free. */
  readonly edges: Int32Array
}

const NO_TERM = -1

/** Tables for the terms; empty ones are passed over, and of equal ones the first counts. */
export function buildTermTables(terms: readonly Uint16Array[]): TermTables {
  const capacity = terms.reduce((sum, term) => sum + term.length, 1)
  const tables: TermTables = {
    parent: new Int32Array(capacity),
    unit: new Uint16Array(capacity),
    depth: new Int32Array(capacity),
    fail: new Int32Array(capacity),
    term: new Int32Array(capacity).fill(NO_TERM),
    ending: new Int32Array(capacity),
    shorter: new Int32Array(capacity),
    edges: new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2))),
  }
  const states = addTerms(tables, terms)
  linkSuffixes(tables, sortByDepth(tables, states))
  return {
    parent: tables.parent.slice(0, states),
    unit: tables.unit.slice(0, states),
    depth: tables.depth.slice(0, states),
    fail: tables.fail.slice(0, states),
    term: tables.term.slice(0, states),
    ending: tables.ending.slice(0, states),
    shorter: tables.shorter.slice(0, states),
    edges: tables.edges,
  }
}

/** @returns how many states there are then */
function addTerms({ parent, unit, depth, term: termAt, edges }: TermTables, terms: readonly Uint16Array[]): number {
  let states = 1
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] as Uint16Array
    let state = ROOT
    for (let at = 0; at < term.length; at++) {
      const next = term[at] as number
      const slot = findSlot(edges, parent, unit, state, next)
      let child = edges[slot] as number
      if (child === ROOT) {
        child = states++
        parent[child] = state
        unit[child] = next
        depth[child] = at + 1
        edges[slot] = child
      }
      state = child
    }
    if (state !== ROOT && termAt[state] === NO_TERM) termAt[state] = index
  }
  return states
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
function sortByDepth({ depth }: TermTables, states: number): Int32Array {
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
