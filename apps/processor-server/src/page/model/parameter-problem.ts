/** What is wrong with parameters, and where. */
export interface ParameterProblem {
  readonly reason: string
  /** Keys and indexes from the document down to the value; empty for the document as a whole. */
  readonly path: readonly string[]
}

/**
 * Reads a problem as the protocol writes it: `reason` or `reason: path`, the steps of the path joined by commas. A colon may
 * stand in a reason too; what follows the last one is a path when it begins with the name of a parameter.
 */
export function readProblem(text: string, isParameter: (name: string) => boolean): ParameterProblem {
  const colon = text.lastIndexOf(': ')
  const path = text.slice(colon + 2).split(',')
  const [name = ''] = path
  return colon > 0 && isParameter(name) ? { reason: text.slice(0, colon), path } : { reason: text, path: [] }
}
