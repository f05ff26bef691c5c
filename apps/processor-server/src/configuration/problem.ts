import { exitCodes, StartupError } from '../startup-error.js'

/** Steps from the root of the configuration to a setting: map keys and list indexes. */
export type SettingPath = readonly (string | number)[]

/** One thing that is wrong with the configuration. It never holds the value of a setting that could be a secret. */
export interface Problem {
  /** The file as the operator named it, or `environment`, or `command line`. */
  readonly source: string
  /** Line in the file, from 1. Absent when the problem has no place in a file. */
  readonly line?: number
  /** Column in the line, from 1, in UTF-16 code units. */
  readonly column?: number
  /** The setting, such as `processors[1].module`, or the variable; empty for the document as a whole. */
  readonly path: string
  /** What was expected and what came. */
  readonly message: string
}

/** The configuration is wrong. Carries every problem at once, in the order of the file, those outside of it last. */
export class ConfigurationError extends StartupError {
  override readonly name = 'ConfigurationError'
  readonly problems: readonly Problem[]
  /** The files that it names, there or not; a change of one of them may make it right. Empty when it could not be read so far. */
  readonly files: readonly string[]

  constructor(problems: readonly Problem[], files: readonly string[] = []) {
    const inOrder = [...problems].sort(byPlace)
    super(inOrder.map(formatProblem).join('\n'), exitCodes.configuration)
    this.problems = inOrder
    this.files = files
  }
}

function byPlace(first: Problem, second: Problem): number {
  const outside = Number.MAX_SAFE_INTEGER
  return (first.line ?? outside) - (second.line ?? outside) || (first.column ?? 0) - (second.column ?? 0)
}

/** `gatehouse.yaml:7:5 processors[1].module: expected a string; came a list.`, clickable in terminals and editors. */
export function formatProblem({ source, line, column, path, message }: Problem): string {
  const place = line === undefined ? source : `${source}:${line}:${column ?? 1}`
  return path === '' ? `${place}: ${message}` : `${place} ${path}: ${message}`
}

/** Writes a path the way people do: `processors[1].parameters.names[0]`. */
export function formatPath(path: SettingPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    const key = /^[\w-]+$/.test(step) ? step : JSON.stringify(step)
    return text === '' ? key : `${text}.${key}`
  }, '')
}
