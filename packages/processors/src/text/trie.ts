/** Where every path of a trie begins. No edge leads to it, so it stands for no node too. */
export const ROOT = 0

/**
 * Sequences of code units, equal beginnings kept once, in tables by node. A node stands for a beginning, and has a higher number than
 * the node that it hangs below.
 *
 * Edges stand in one hash table rather than a table per node, so memory grows with the total length of the sequences, whatever
 * their alphabet.
 */
export interface Trie {
  /** By node: the node that it hangs below, and the code unit that leads to it. */
  readonly parent: Int32Array
  readonly unit: Uint16Array
  /** Open addressing, a power of two of slots, at least twice as many as nodes; holds nodes, the root where a slot is free. */
  readonly edges: Int32Array
}

/** A trie of the sequences, and by sequence the node at its end: the root for an empty one, the same for equal ones. */
export function buildTrie(sequences: readonly Uint16Array[]): Trie & { readonly ends: Int32Array } {
  const capacity = sequences.reduce((sum, { length }) => sum + length, 1)
  const parent = new Int32Array(capacity)
  const unit = new Uint16Array(capacity)
  const edges = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2)))
  const ends = new Int32Array(sequences.length)
  let nodes = 1
  // One loop over tables at hand, since it runs before anything of it is compiled.
  for (let index = 0; index < sequences.length; index++) {
    const sequence = sequences[index] as Uint16Array
    let node = ROOT
    for (let at = 0; at < sequence.length; at++) {
      const next = sequence[at] as number
      const slot = findSlot(edges, parent, unit, node, next)
      if (edges[slot] === ROOT) {
        parent[nodes] = node
        unit[nodes] = next
        edges[slot] = nodes++
      }
      node = edges[slot] as number
    }
    ends[index] = node
  }
  return { parent: parent.slice(0, nodes), unit: unit.slice(0, nodes), edges, ends }
}

/** The slot of the edges that holds the one from a node by a code unit, or the free one where it belongs. */
export function findSlot(
  edges: Int32Array,
  parents: Int32Array,
  units: Uint16Array,
  node: number,
  unit: number,
): number {
  const mask = edges.length - 1
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7
  for (;;) {
    slot &= mask
    const held = edges[slot] as number
    if (held === ROOT || (parents[held] === node && units[held] === unit)) return slot
    slot++
  }
}
