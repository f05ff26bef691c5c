import { DEAD, FormAutomaton } from './forms/form-automaton.js'
import type { Identifier } from './identifier.js'
import { identifiers } from './identifiers/index.js'

/** Most characters of an identifier, without separators, and most words it is written in: an IBAN in groups of four. */
export const MAX_COMPACT_LENGTH = 34
export const MAX_WORDS = 9

/** Identifiers that a candidate may be by its form. */
export interface Row {
  readonly formed: readonly Identifier[]
  /** Those that need a word right before them. */
  readonly named: readonly Identifier[]
}

/** Identifiers to look for, sorted so that few are tried for each candidate. */
export interface IdentifierTable {
  /** Reads candidates. */
  readonly forms: FormAutomaton
  /** What a candidate of so many characters may be, by the state that it leads to. */
  readonly find: (state: number, length: number) => Row
}

const EMPTY: Row = { formed: [], named: [] }

let automaton: FormAutomaton | undefined

/** The automaton of all identifiers, made when first asked for: all tables share what it has met (reading takes some 10 ms). */
function readAutomaton(): FormAutomaton {
  automaton ??= new FormAutomaton(identifiers.map(({ pattern }) => pattern))
  return automaton
}

/** Sorts the identifiers that are wanted by form and length; rows when they are first asked for. */
export function tabulate(isWanted: (identifier: Identifier) => boolean): IdentifierTable {
  const rows: Row[][] = []
  return {
    get forms() {
      return readAutomaton()
    },
    find: (state, length) => {
      if (state === DEAD) return EMPTY
      rows[state] ??= []
      rows[state][length] ??= makeRow(state, (identifier) => hasLength(identifier, length) && isWanted(identifier))
      return rows[state][length]
    },
  }
}

function hasLength({ length }: Identifier, characters: number): boolean {
  const [least, most] = typeof length === 'number' ? [length, length] : length
  return characters >= least && characters <= most
}

function makeRow(state: number, isWanted: (identifier: Identifier) => boolean): Row {
  const matching = readAutomaton().matchesAt(state)
  const wanted = matching.map((index) => identifiers[index] as Identifier).filter(isWanted)
  if (wanted.length === 0) return EMPTY
  return {
    formed: wanted.filter(({ isGeneral }) => isGeneral !== true),
    named: wanted.filter(({ isGeneral }) => isGeneral === true),
  }
}
