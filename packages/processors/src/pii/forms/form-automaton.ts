import { FORM_CLASSES, formClassOf } from './form-class.js'
import { readForms } from './read-forms.js'

/** Nothing has this form, nor what it may go on to. */
export const DEAD = -1
const UNKNOWN = -2
/** Classes, and what is none of them. */
const COLUMNS = FORM_CLASSES + 1

/**
 * Tells by the form of a text, character by character, which patterns may match it. Its states are sets of positions, made when they are
 * first met; those of all identifiers together are some eight thousand.
 */
export class FormAutomaton {
  readonly #forms
  /** By state: the positions whose character was the last, in order. The first state is before any character. */
  readonly #positions: (readonly number[])[] = [[]]
  readonly #stateOf = new Map<string, number>()
  /** By state and class: the next state. */
  readonly #edges: number[] = newEdges()

  readonly start = 0

  constructor(patterns: readonly RegExp[]) {
    this.#forms = readForms(patterns)
  }

  /** The state behind a part of a text; {@link DEAD} when no pattern matches what goes on so. */
  walk(from: number, text: string, start: number, end: number): number {
    const edges = this.#edges
    let state = from
    for (let at = start; at < end && state !== DEAD; at++) {
      const edge = state * COLUMNS + formClassOf(text.charCodeAt(at))
      state = edges[edge] as number
      if (state === UNKNOWN) state = this.#makeEdge(edge)
    }
    return state
  }

  /** Indexes of the patterns that may match what leads to a state, in their order. */
  matchesAt(state: number): readonly number[] {
    const { ends } = this.#forms
    const matches = this.#positions[state]?.map((position) => ends[position] as number).filter((index) => index >= 0)
    return [...new Set(matches)]
  }

  #makeEdge(edge: number): number {
    const next = this.#findNext(Math.floor(edge / COLUMNS), edge % COLUMNS)
    this.#edges[edge] = next
    return next
  }

  #findNext(state: number, formClass: number): number {
    const { first, classes, next } = this.#forms
    const following = state === this.start ? first : this.#positions[state]?.flatMap((position) => next[position] ?? [])
    const positions = [...new Set(following)].filter((position) => ((classes[position] as number) >> formClass) & 1)
    if (positions.length === 0) return DEAD
    positions.sort((a, b) => a - b)
    const key = positions.join()
    const known = this.#stateOf.get(key)
    if (known !== undefined) return known
    const made = this.#positions.push(positions) - 1
    this.#stateOf.set(key, made)
    this.#edges.push(...newEdges())
    return made
  }
}

function newEdges(): number[] {
  return Array.from({ length: COLUMNS }, () => UNKNOWN)
}
