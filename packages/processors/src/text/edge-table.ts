/** The root of a trie, to which no edge leads: it stands for no node too. */
export const ROOT = 0

/**
 * The edges of a trie stand in one hash table with open addressing, which holds the nodes that they lead to: a power of two of
 * slots, more than there are nodes, so that memory grows with the nodes, whatever the alphabet.
 *
 * @param edges by slot: a node, the root where it is free
 * @param parents by node: the node that it hangs below
 * @param units by node: the code unit that leads to it
 * @returns the slot that holds the edge from a node by a code unit, or the free one where it belongs
 */
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
