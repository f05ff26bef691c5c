import { z } from 'zod'
import { formatProblem, isJsonObject, kindOf, listProblems } from '../content/index.js'
import { type JsonLimits, JsonTextError, parseJson } from '../json/index.js'

/** The permissions that every processor takes as parameters; a processor may change the defaults in its own schema. */
export interface Permissions {
  /** May return tags. Default `true`. */
  readonly annotate: boolean
  /** May return a changed prompt or response. Default `false`. */
  readonly modify: boolean
  /** May reject. Default `false`. */
  readonly reject: boolean
}

/** The names of {@link Permissions}. */
export const permissionNames = ['annotate', 'modify', 'reject'] as const

/** What a processor can do besides passing; the names are those of the permissions it needs for it. */
export type Action = (typeof permissionNames)[number]

const permissionSchemas = {
  annotate: z.boolean().default(true).describe('Whether the processor may return tags.'),
  modify: z.boolean().default(false).describe('Whether the processor may change the prompt or the response.'),
  reject: z.boolean().default(false).describe('Whether the processor may reject.'),
} satisfies Record<keyof Permissions, z.ZodType>

/** A schema of own parameters. */
export type ParameterSchema = z.ZodObject

/** What a handler gets: the validated parameters of the exchange, and the permissions. Frozen, and the same object for the same document. */
export type Parameters<P extends ParameterSchema = z.ZodObject> = Readonly<MembersOf<z.output<P>> & Permissions>

/** Type level: of a schema without members zod says that every member is `never`, which would be true of permissions as well. */
export type MembersOf<T> = [T] extends [Record<string, never>] ? unknown : T

/**
 * Marks a parameter as a secret (a token, a key): it is left out of spans and logs, and forms hide it.
 *
 * It shows in the JSON Schema as `writeOnly` (JSON Schema 2020-12, validation, section 9.4).
 */
export function secret<T extends z.ZodType>(schema: T): T {
  return schema.meta({ ...schema.meta(), writeOnly: true }) as T
}

/**
 * Marks a parameter that belongs to whoever runs the server: it counts from `configureProcessor`, or the configuration of
 * the server, and a request that brings it is refused. For what a caller must not choose: where content is sent, with
 * which credentials, what is loaded from disk, what it may cost. A mark on a parameter of the schema's own, as a whole.
 *
 * It shows in the JSON Schema as the annotation `operatorOnly`; its value is not published.
 */
export function operatorOnly<T extends z.ZodType>(schema: T): T {
  return schema.meta({ ...schema.meta(), operatorOnly: true }) as T
}

/** Own parameters with the permissions added where the schema does not have them itself. */
export function withPermissions(schema: ParameterSchema): ParameterSchema {
  const missing = Object.fromEntries(
    Object.entries(permissionSchemas).filter(([name]) => !Object.hasOwn(schema.shape, name)),
  )
  const { id: _, ...about } = schema.meta() ?? {}
  return schema.safeExtend(missing).meta(about)
}

/** Documents are read once and remembered, so a program that zod would compile to validate them costs more than it saves. */
export const PARSED_ONCE = { jitless: true } as const

/** Outcome of reading a parameters document. */
export type ParametersReading =
  | { readonly valid: true; readonly parameters: Parameters; readonly warnings: readonly string[] }
  | { readonly valid: false; readonly problems: readonly string[]; readonly warnings: readonly string[] }

/**
 * Reads parameters as the protocol has it: a JSON object, types without coercion, unknown keys ignored (and named in
 * `warnings` when the schema is strict), all problems at once as `reason: path`; above a hundred the rest is counted.
 *
 * @param defaults values for keys that the document leaves out.
 * @param withheld names of parameters that the document may not have.
 */
export function readParameters(
  schema: ParameterSchema,
  text: string,
  limits: JsonLimits,
  defaults: Readonly<Record<string, unknown>> = {},
  withheld: ReadonlySet<string> = new Set(),
): ParametersReading {
  let document: unknown
  try {
    document = parseJson(text, limits)
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    return { valid: false, problems: [`the document ${error.reason}`], warnings: [] }
  }
  if (!isJsonObject(document)) {
    return { valid: false, problems: [`expected an object, got ${kindOf(document)}`], warnings: [] }
  }
  const taken = Object.keys(document).filter((name) => withheld.has(name))
  if (taken.length > 0) {
    const problems = taken.map((name) =>
      formatProblem('expected nothing, since only the operator of the server sets this', [name]),
    )
    return { valid: false, problems, warnings: [] }
  }
  return validateParameters(schema, { ...defaults, ...document })
}

function validateParameters(schema: ParameterSchema, document: Record<string, unknown>): ParametersReading {
  const warnings: string[] = []
  let outcome = schema.safeParse(document, PARSED_ONCE)
  // Without unknown keys there may be more to find: a schema looks at the whole only when its members are right.
  for (let removed = true; removed && outcome.error !== undefined; ) {
    const unknown = outcome.error.issues.flatMap((issue) => unknownKeysOf(issue))
    removed = false
    for (const path of unknown) {
      if (!removeKey(document, path)) continue
      warnings.push(formatProblem('unknown key', path))
      removed = true
    }
    if (removed) outcome = schema.safeParse(document, PARSED_ONCE)
  }
  return outcome.success
    ? { valid: true, parameters: deepFreeze(outcome.data) as Parameters, warnings }
    : { valid: false, problems: listProblems(outcome.error.issues, describeIssue), warnings }
}

/** Paths of unknown keys; those of a union are the ones that keep its first otherwise fitting member from being taken. */
function unknownKeysOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key])
  if (issue.code !== 'invalid_union') return []
  const members = issue.errors.map((issues) => issues.map(unknownKeysOf))
  const fitting = members.find((paths) => paths.length > 0 && paths.every((keys) => keys.length > 0))
  return (fitting ?? []).flat().map((path) => [...issue.path, ...path])
}

/** Whether there was such a key: what a schema has transformed is not in the document. */
function removeKey(document: unknown, path: readonly PropertyKey[]): boolean {
  const key = path.at(-1) as PropertyKey
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (isContainer(value) ? value[step as string] : undefined), document)
  return isContainer(holder) && Object.hasOwn(holder, key) && delete holder[key as string]
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return formatProblem(describeReason(issue), issue.path)
}

function describeReason(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input: expected')) {
    return issue.message.replace(/^Invalid input: /, '')
  }
  return `expected ${withArticle(issue.expected)}, got ${receivedKind(issue.message)}`
}

/** zod names what came at the end of its message: by kind, never by value. */
function receivedKind(message: string): string {
  const received = /received (\w+)$/.exec(message)?.[1]
  if (received === 'undefined') return 'nothing'
  if (received === undefined) return 'another kind'
  return ['null', 'NaN', 'Infinity'].includes(received) ? received : withArticle(received)
}

function withArticle(noun: string): string {
  const word = noun === 'int' ? 'integer' : noun
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) !== Object.prototype &&
    Object.getPrototypeOf(value) !== null
  ) {
    return value
  }
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
