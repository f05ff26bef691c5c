import { findSlot, ROOT } from '../../text/edge-table.js'

const NO_WORD = -1
const SPACE = 0x20

/**
 * Words by their code units, so that all that begin at a place of a text are found in as many steps as the longest has units.
 * Edges stand in one hash table, so memory grows with the total length of the words (about 20 bytes a code unit).
 */
export class WordTrie {
  /** By node: the node it hangs below, the code unit that leads to it, the word that ends there, whether a blank goes on. */
  readonly #parent: Int32Array
  readonly #unit: Uint16Array
  readonly #word: Int32Array
  readonly #hasBlank: Uint8Array
  /** Open addressing, at least twice as many slots as there are nodes; holds nodes, the root where a slot is free. */
  readonly #edges: Int32Array

  readonly root = ROOT

  /** By index of a word: the index that it is found by, which is that of the first of equal ones. */
  readonly indexes: readonly number[]

  constructor(words: readonly Uint16Array[]) {
    const capacity = words.reduce((sum, { length }) => sum + length, 1)
    this.#parent = new Int32Array(capacity)
    this.#unit = new Uint16Array(capacity)
    this.#word = new Int32Array(capacity).fill(NO_WORD)
    this.#hasBlank = new Uint8Array(capacity)
    this.#edges = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2)))
    this.indexes = this.#add(words)
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

  /** Adds all words in one loop over tables at hand, since it runs before anything of it is compiled. */
  #add(words: readonly Uint16Array[]): number[] {
    const [parent, units, wordAt, hasBlank, edges] = [this.#parent, this.#unit, this.#word, this.#hasBlank, this.#edges]
    const indexes: number[] = []
    let nodes = 1
    for (let index = 0; index < words.length; index++) {
      const word = words[index] as Uint16Array
      let node = ROOT
      for (let at = 0; at < word.length; at++) {
        const unit = word[at] as number
        const slot = findSlot(edges, parent, units, node, unit)
        if (edges[slot] === ROOT) {
          parent[nodes] = node
          units[nodes] = unit
          if (unit === SPACE) hasBlank[node] = 1
          edges[slot] = nodes++
        }
        node = edges[slot] as number
      }
      if (wordAt[node] === NO_WORD) wordAt[node] = index
      indexes.push(wordAt[node] as number)
    }
    return indexes
  }
}
