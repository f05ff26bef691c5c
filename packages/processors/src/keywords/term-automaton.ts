import { findSlot, ROOT } from '../text/trie.js'
import { buildTermTables, type TermTables } from './term-tables.js'

/**
 * Called for an occurrence of a term: its index, and its range `[start, end)` in code units of the scanned text. Returns
 * whether the shorter terms that end at the same place matter too.
 */
export type VisitTerm = (term: number, start: number, end: number) => boolean

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
  // The tables are fields of their own, since a scan reads them at each code unit.
  readonly #parent: Int32Array
  readonly #unit: Uint16Array
  readonly #depth: Int32Array
  readonly #fail: Int32Array
  readonly #term: Int32Array
  readonly #ending: Int32Array
  readonly #shorter: Int32Array
  readonly #edges: Int32Array
  /** By code unit: the state that it leads to from the root. */
  readonly #first = new Int32Array(FIRST_UNITS)

  constructor({ parent, unit, depth, fail, term, ending, shorter, edges }: TermTables) {
    this.#parent = parent
    this.#unit = unit
    this.#depth = depth
    this.#fail = fail
    this.#term = term
    this.#ending = ending
    this.#shorter = shorter
    this.#edges = edges
    for (let first = 0; first < FIRST_UNITS; first++) this.#first[first] = this.#child(ROOT, first)
  }

  /** @param terms code units of each; empty ones are passed over, and of equal ones the first counts */
  static of(terms: readonly Uint16Array[]): TermAutomaton {
    return new TermAutomaton(buildTermTables(terms))
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
    return this.#edges[findSlot(this.#edges, this.#parent, this.#unit, state, unit)] as number
  }
}
