import { readFileSync } from 'node:fs'
import { TermAutomaton } from '../keywords/term-automaton.js'
import { readTermTables } from '../keywords/term-tables-file.js'

/**
 * Words of all languages that stand for a concept, for one search.
 *
 * File: `GHPT`; 32-bit numbers, little-endian: the format, the number of terms; for each term a byte of its concept, for each
 * a byte that is 1 where it must end where a word ends; then the tables of the automaton (`term-tables-file.ts`).
 */
export interface ConceptTerms {
  /** A term that begins a word has the blank before it, so that the search lets go of the inside of other words at once. */
  readonly automaton: TermAutomaton
  /** By term: its index in `concepts`, and whether it must end where a word ends. */
  readonly conceptOf: Uint8Array
  readonly mustEnd: Uint8Array
}

const FILE = new URL('../../models/prompt-injection-terms.bin', import.meta.url)

export const MAGIC = 'GHPT'
export const FORMAT = 1
export const HEADER_BYTES = 12

let loaded: ConceptTerms | undefined

/** The terms, read from their file when they are first asked for (about 1 MB), and kept. */
export function loadConceptTerms(): ConceptTerms {
  loaded ??= parseConceptTerms(readFileSync(FILE))
  return loaded
}

/** @throws Error when the file is not one of terms of this format. */
export function parseConceptTerms(file: Buffer): ConceptTerms {
  const isKnown = file.length >= HEADER_BYTES && file.toString('latin1', 0, 4) === MAGIC
  if (!isKnown || file.readUInt32LE(4) !== FORMAT) {
    throw new Error(`The terms of prompt injections are not a file of format ${FORMAT}.`)
  }
  const count = file.readUInt32LE(8)
  const mustEndAt = HEADER_BYTES + count
  const tablesAt = mustEndAt + count
  return {
    automaton: new TermAutomaton(readTermTables(file.subarray(tablesAt))),
    conceptOf: new Uint8Array(file.subarray(HEADER_BYTES, mustEndAt)),
    mustEnd: new Uint8Array(file.subarray(mustEndAt, tablesAt)),
  }
}
