/** Bits of the filter, a power of two: one in forty words that are not known passes. */
const FILTER_BITS = 2 ** 20

/** Begins the hash of a spelling. */
export const EMPTY_HASH = 0x811c9dc5 | 0

/** The hash of a spelling with further code units `[start, end)` (FNV-1a). */
export function hashOn(hash: number, units: Uint16Array, start: number, end: number): number {
  let result = hash
  for (let at = start; at < end; at++) result = Math.imul(result ^ (units[at] as number), 0x01000193)
  return result
}

/** Tells by a hash, without making a string, that a spelling is none of a set; one that passes may still be none. */
export class SpellingFilter {
  readonly #bits = new Uint8Array(FILTER_BITS / 8)

  constructor(spellings: Iterable<string>) {
    for (const spelling of spellings) {
      let hash = EMPTY_HASH
      for (let at = 0; at < spelling.length; at++) hash = Math.imul(hash ^ spelling.charCodeAt(at), 0x01000193)
      const bit = bitOf(hash)
      this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] as number) | (1 << (bit & 7))
    }
  }

  mayHold(hash: number): boolean {
    const bit = bitOf(hash)
    return ((this.#bits[bit >>> 3] as number) & (1 << (bit & 7))) !== 0
  }
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (FILTER_BITS - 1)
}
