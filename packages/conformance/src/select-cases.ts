import { conformanceCases } from './cases/index.js'

/**
 * Reads a selection of cases, such as `41,60-66`: ids and ranges of ids, joined by commas.
 *
 * @returns the ids of existing cases, each once, in the order of the suite.
 * @throws RangeError when the text is something else, or an id or a whole range names no case.
 */
export function parseSelection(text: string): number[] {
  const selected = new Set<number>()
  for (const item of text.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(item) ?? []
    if (first === undefined) {
      throw new RangeError(
        `A selection is ids and ranges joined by commas, as in 41,60-66; ${JSON.stringify(item)} is neither.`,
      )
    }
    const ids = conformanceCases.map(({ id }) => id).filter((id) => id >= Number(first) && id <= Number(last))
    if (ids.length === 0) throw new RangeError(`No case has the id ${first === last ? first : `${first} to ${last}`}.`)
    for (const id of ids) selected.add(id)
  }
  return conformanceCases.map(({ id }) => id).filter((id) => selected.has(id))
}
