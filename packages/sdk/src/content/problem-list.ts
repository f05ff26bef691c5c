import { ProcessorError } from '../errors.js'

/** So many problems are listed; the rest is counted. Keeps the answer to a hostile document small. */
const MAX_LISTED = 100

/** The first hundred problems as `format` writes them, and how many more there are. */
export function listProblems<T>(problems: readonly T[], format: (problem: T) => string): string[] {
  return withRest(problems.slice(0, MAX_LISTED).map(format), Math.max(0, problems.length - MAX_LISTED))
}

function withRest(messages: string[], unlisted: number): string[] {
  return unlisted === 0 ? messages : [...messages, `and ${unlisted} problems more`]
}

/** Collects the problems of one document, so that all are answered together. */
export class ProblemList {
  readonly #messages: string[] = []
  #unlisted = 0

  /** Adds a problem; `path` names the property, and is empty for the whole document. */
  readonly report = (reason: string, path: readonly (string | number)[]): void => {
    if (this.#messages.length < MAX_LISTED) this.#messages.push(formatProblem(reason, path))
    else this.#unlisted++
  }

  /** @throws ProcessorError `CONTENT_INVALID` when there was a problem. */
  throwIfAny(partName: string): void {
    if (this.#messages.length === 0) return
    throw new ProcessorError({
      code: 'CONTENT_INVALID',
      detail: `Part "${partName}" does not have the expected shape.`,
      messages: withRest(this.#messages, this.#unlisted),
    })
  }
}

/** `reason`, or `reason: path` with the steps of the path joined by commas, as the protocol writes it. */
export function formatProblem(reason: string, path: readonly PropertyKey[]): string {
  return path.length === 0 ? reason : `${reason}: ${path.map(String).join(',')}`
}
