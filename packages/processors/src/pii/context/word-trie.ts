const ROOT = 0
const NO_WORD = -1
const SPACE = 0x20

/**
 * Words by their code units, so that all that begin at a place of a text are found in as many steps as the longest has units.
 * Edges stand in one hash table, so memory grows with the total length of the words (about 18 bytes a code unit).
 */
export class WordTrie {
  /** By node: the node it hangs below, the code unit that leads to it, the word that ends there, whether a blank goes on. */
  #parent = new Int32Array(0x4000)
  #unit = new Uint16Array(0x4000)
  #word = new Int32Array(0x4000).fill(NO_WORD)
  #hasBlank = new Uint8Array(0x4000)
  /** Open addressing, twice as many slots as there are nodes at most; holds nodes, the root where a slot is free. */
  #edges = new Int32Array(0x8000)
  #nodes = 1
  #words = 0

  readonly root = ROOT

  /** Adds a word unless it is known. Gives its index, in the order in which words are added. */
  add(word: Uint16Array): number {
    let node = ROOT
    for (const unit of word) node = this.child(node, unit) || this.#addChild(node, unit)
    if (this.#word[node] === NO_WORD) this.#word[node] = this.#words++
    return this.#word[node] as number
  }

  /** The node that a code unit leads to; the root when there is none. */
  child(node: number, unit: number): number {
    return this.#edges[this.#slot(node, unit)] as number
  }

  /** The word that ends at a node, -1 when none does. */
  wordAt(node: number): number {
    return this.#word[node] as number
  }

  /** Whether a blank leads on from a node. */
  hasBlank(node: number): boolean {
    return this.#hasBlank[node] === 1
  }

  #addChild(parent: number, unit: number): number {
    if (this.#nodes === this.#parent.length) this.#grow()
    const node = this.#nodes++
    this.#parent[node] = parent
    this.#unit[node] = unit
    this.#edges[this.#slot(parent, unit)] = node
    if (unit === SPACE) this.#hasBlank[parent] = 1
    return node
  }

  #grow(): void {
    const capacity = this.#nodes * 2
    const [parent, unit, word] = [this.#parent, this.#unit, this.#word]
    const hasBlank = this.#hasBlank
    this.#parent = new Int32Array(capacity)
    this.#unit = new Uint16Array(capacity)
    this.#word = new Int32Array(capacity).fill(NO_WORD)
    this.#hasBlank = new Uint8Array(capacity)
    this.#parent.set(parent)
    this.#unit.set(unit)
    this.#word.set(word)
    this.#hasBlank.set(hasBlank)
    this.#edges = new Int32Array(capacity * 2)
    for (let node = 1; node < this.#nodes; node++) {
      this.#edges[this.#slot(parent[node] as number, unit[node] as number)] = node
    }
  }

  /** The slot that holds the edge, or the free one where it belongs. */
  #slot(node: number, unit: number): number {
    const mask = this.#edges.length - 1
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7
    for (;;) {
      slot &= mask
      const held = this.#edges[slot] as number
      if (held === ROOT || (this.#parent[held] === node && this.#unit[held] === unit)) return slot
      slot++
    }
  }
}
