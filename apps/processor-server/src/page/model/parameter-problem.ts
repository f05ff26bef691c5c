/** What is wrong with parameters, and where. */
export interface ParameterProblem {
  readonly reason: string
  /** Keys and indexes from the document down to the value; empty for the document as a whole. */
  readonly path: readonly string[]
}

/**
 * Reads a problem as the protocol writes it: `reason` or `reason: path`, the steps of the path joined by commas. Whether
 * what stands behind the last colon is a path only the form knows, so `isPath` decides.
 */
export function readProblem(text: string, isPath: (path: readonly string[]) => boolean): ParameterProblem {
  const colon = text.lastIndexOf(': ')
  if (colon > 0) {
    const path = text.slice(colon + 2).split(',')
    if (isPath(path)) return { reason: text.slice(0, colon), path }
  }
  return { reason: text, path: [] }
}
