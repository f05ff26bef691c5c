import { buildTrie, findSlot, ROOT } from '../../text/trie.js'

const NO_WORD = -1
const SPACE = 0x20

/** Words by their code units, so that all that begin at a place of a text are found in as many steps as the longest has units. */
export class WordTrie {
  // The tables are fields of their own, since a search reads them at each code unit.
  readonly #parent: Int32Array
  readonly #unit: Uint16Array
  readonly #edges: Int32Array
  /** By node: the word that ends there, and whether a blank goes on. */
  readonly #word: Int32Array
  readonly #hasBlank: Uint8Array

  readonly root = ROOT

  /** By index of a word: the index that it is found by, which is that of the first of equal ones. */
  readonly indexes: Int32Array

  constructor(words: readonly Uint16Array[]) {
    const { parent, unit, edges, ends } = buildTrie(words)
    const wordAt = new Int32Array(parent.length).fill(NO_WORD)
    const hasBlank = new Uint8Array(parent.length)
    for (let node = 1; node < parent.length; node++) {
      if (unit[node] === SPACE) hasBlank[parent[node] as number] = 1
    }
    for (let index = 0; index < ends.length; index++) {
      const end = ends[index] as number
      if (wordAt[end] === NO_WORD) wordAt[end] = index
    }
    this.#parent = parent
    this.#unit = unit
    this.#edges = edges
    this.#word = wordAt
    this.#hasBlank = hasBlank
    this.indexes = ends.map((end) => wordAt[end] as number)
  }

  /** The node that a code unit leads to; the root when there is none. */
  child(node: number, unit: number): number {
    return this.#edges[findSlot(this.#edges, this.#parent, this.#unit, node, unit)] as number
  }

  /** The word that ends at a node, -1 when none does. */
  wordAt(node: number): number {
    return this.#word[node] as number
  }

  /** Whether a blank leads on from a node. */
  hasBlank(node: number): boolean {
    return this.#hasBlank[node] === 1
  }
}
