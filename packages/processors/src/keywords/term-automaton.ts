/**
 * Called for an occurrence of a term: its index, and its range `[start, end)` in code units of the scanned text. Returns
 * whether the shorter terms that end at the same place matter too.
 */
export type VisitTerm = (term: number, start: number, end: number) => boolean

const ROOT = 0

/** Most states are left for the root again and again, so its edges for code units below this stand in a table as well. */
const FIRST_UNITS = 0x800

/**
 * Finds all occurrences of many terms in one pass over a text, overlapping ones included (Aho and Corasick, "Efficient
 * string matching", Communications of the ACM 18(6), 1975).
 *
 * Edges stand in one hash table rather than a table per state, so memory grows with the total length of the terms (about
 * 30 bytes a code unit) whatever their alphabet. A scan takes at most two steps for each code unit of the text, and one
 * for each visit; at one place end at most as many terms as the longest has code units.
 */
export class TermAutomaton {
  /** By state: the state it hangs below, the code unit that leads to it, and how many lead from the root to it. */
  readonly #parent: Int32Array
  readonly #unit: Uint16Array
  readonly #depth: Int32Array
  /** By state: the state of the longest proper suffix. */
  readonly #fail: Int32Array
  /** By state: the term that ends there, or -1. */
  readonly #term: Int32Array
  /** By state: the longest suffix at which a term ends, itself among them, and the next shorter one; or the root. */
  readonly #ending: Int32Array
  readonly #shorter: Int32Array
  /** Open addressing; holds states, the root where a slot is free. */
  readonly #edges: Int32Array
  /** By code unit: the state that it leads to from the root. */
  readonly #first = new Int32Array(FIRST_UNITS)
  #states = 1

  /** @param terms code units of each; empty ones are passed over, and of equal ones the first counts */
  constructor(terms: readonly Uint16Array[]) {
    const capacity = terms.reduce((sum, term) => sum + term.length, 1)
    this.#parent = new Int32Array(capacity)
    this.#unit = new Uint16Array(capacity)
    this.#depth = new Int32Array(capacity)
    this.#fail = new Int32Array(capacity)
    this.#term = new Int32Array(capacity).fill(-1)
    this.#ending = new Int32Array(capacity)
    this.#shorter = new Int32Array(capacity)
    this.#edges = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2)))
    terms.forEach((term, index) => {
      this.#add(term, index)
    })
    this.#link()
  }

  /**
   * Visits the occurrences in the order in which they end; of those that end together, the longest first.
   *
   * @param before a code unit that is taken to stand before the first one, so that a term may start at -1; none if undefined
   */
  scan(units: Uint16Array, length: number, visit: VisitTerm, before?: number): void {
    let state = before === undefined ? ROOT : this.#next(ROOT, before)
    for (let index = 0; index < length; index++) {
      state = this.#next(state, units[index] as number)
      if (state === ROOT) continue
      let ending = this.#ending[state] as number
      while (ending !== ROOT) {
        const end = index + 1
        if (!visit(this.#term[ending] as number, end - (this.#depth[ending] as number), end)) break
        ending = this.#shorter[ending] as number
      }
    }
  }

  #add(term: Uint16Array, index: number): void {
    let state = ROOT
    for (let at = 0; at < term.length; at++) {
      const unit = term[at] as number
      state = this.#child(state, unit) || this.#addChild(state, unit)
    }
    if (state !== ROOT && this.#term[state] === -1) this.#term[state] = index
  }

  #addChild(parent: number, unit: number): number {
    const state = this.#states++
    this.#parent[state] = parent
    this.#unit[state] = unit
    this.#depth[state] = (this.#depth[parent] as number) + 1
    this.#edges[this.#slot(parent, unit)] = state
    if (parent === ROOT && unit < FIRST_UNITS) this.#first[unit] = state
    return state
  }

  /** Links each state to its suffixes, the short states first, since a suffix is shorter. */
  #link(): void {
    const states = this.#byDepth()
    for (let index = 0; index < states.length; index++) {
      const state = states[index] as number
      if ((this.#depth[state] as number) > 1) {
        const suffix = this.#next(this.#fail[this.#parent[state] as number] as number, this.#unit[state] as number)
        this.#fail[state] = suffix
        this.#shorter[state] = this.#ending[suffix] as number
      }
      this.#ending[state] = this.#term[state] === -1 ? (this.#shorter[state] as number) : state
    }
  }

  /** The states in the order of their depth: a counting sort. */
  #byDepth(): Int32Array {
    const depths = this.#depth
    const places = [0]
    for (let state = 0; state < this.#states; state++) {
      const behind = (depths[state] as number) + 1
      places[behind] = (places[behind] ?? 0) + 1
    }
    for (let depth = 1; depth < places.length; depth++) {
      places[depth] = (places[depth] ?? 0) + (places[depth - 1] as number)
    }
    const sorted = new Int32Array(this.#states)
    for (let state = 0; state < this.#states; state++) {
      const depth = depths[state] as number
      const place = places[depth] as number
      sorted[place] = state
      places[depth] = place + 1
    }
    return sorted
  }

  #next(from: number, unit: number): number {
    let state = from
    while (state !== ROOT) {
      const child = this.#child(state, unit)
      if (child !== ROOT) return child
      state = this.#fail[state] as number
    }
    return unit < FIRST_UNITS ? (this.#first[unit] as number) : this.#child(ROOT, unit)
  }

  /** The state that `unit` leads to, or the root when there is none: no edge leads to the root. */
  #child(state: number, unit: number): number {
    return this.#edges[this.#slot(state, unit)] as number
  }

  /** The slot that holds the edge, or the free one where it belongs. */
  #slot(state: number, unit: number): number {
    const mask = this.#edges.length - 1
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7
    for (;;) {
      slot &= mask
      const held = this.#edges[slot] as number
      if (held === ROOT || (this.#parent[held] === state && this.#unit[held] === unit)) return slot
      slot++
    }
  }
}
