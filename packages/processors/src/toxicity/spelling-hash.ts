/** Begins the hash of a spelling. */
export const EMPTY_HASH = 0x811c9dc5 | 0

/** The hash of a spelling, 32 bits, with one more code unit (FNV-1a). */
function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** The hash of a spelling with further code units `[start, end)`. */
export function hashUnits(hash: number, units: Uint16Array, start: number, end: number): number {
  let result = hash
  for (let at = start; at < end; at++) result = hashUnit(result, units[at] as number)
  return result
}

/** The hash of a whole spelling. */
export function hashSpelling(spelling: string): number {
  let hash = EMPTY_HASH
  for (let at = 0; at < spelling.length; at++) hash = hashUnit(hash, spelling.charCodeAt(at))
  return hash
}

/**
 * Visits the hashes of a word with two neighbouring letters swapped, or, from a length on, with one left out; the first letter is
 * always kept.
 */
export function forEachMisspelling(word: string, minDeletion: number, visit: (hash: number) => void): void {
  let before = hashUnit(EMPTY_HASH, word.charCodeAt(0))
  for (let at = 1; at < word.length; at++) {
    const own = word.charCodeAt(at)
    const next = word.charCodeAt(at + 1)
    if (at + 1 < word.length && own !== next) visit(hashRest(hashUnit(hashUnit(before, next), own), word, at + 2))
    if (word.length >= minDeletion && own !== next) visit(hashRest(before, word, at + 1))
    before = hashUnit(before, own)
  }
}

function hashRest(hash: number, word: string, from: number): number {
  let result = hash
  for (let at = from; at < word.length; at++) result = hashUnit(result, word.charCodeAt(at))
  return result
}
