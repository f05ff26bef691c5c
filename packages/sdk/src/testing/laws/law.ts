/** A promise that a processor keeps, in a form that any test runner can run. */
export interface Law {
  /** What the processor does, as a sentence without subject: `decides the same twice`. */
  readonly name: string
  /** Resolves when the law holds; throws an Error that says what was given, what was expected and what came. */
  check(): Promise<void>
}

/** A case in which a law does not hold. */
export interface Breach {
  /** What the processor was given. */
  readonly given: unknown
  readonly expected: string
  readonly came: string
}

/** @throws Error that describes the breach. */
export function fail({ given, expected, came }: Breach, seed: number): never {
  throw new Error(`Given ${show(given)}\nexpected ${expected};\ncame ${came}.\nThe same texts again: seed ${seed}.`)
}

/** Longest piece of a sample in an error, in UTF-16 code units. */
const MAX_SHOWN = 300

/** A value of a test for an error text: JSON, cut when it is long. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}... (${text.length} characters)`
}
