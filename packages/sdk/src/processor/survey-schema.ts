import { z } from 'zod'
import type { ParameterSchema } from './parameters.js'

/** What can be told of a schema of parameters without its JSON Schema. */
export interface SchemaSurvey {
  /** Default values of the parameters that have one. */
  readonly defaults: ReadonlyMap<string, unknown>
  /** Keys of the metadata of all schemas inside. */
  readonly marks: ReadonlySet<string>
}

/** Types that have a JSON Schema whatever else they are told, and hold no other schema. */
const SIMPLE_TYPES = new Set(['string', 'number', 'boolean', 'null', 'enum', 'unknown', 'any', 'never'])

/** Metadata that changes more of a JSON Schema than it adds to. */
const TELLING_METADATA = ['id', 'default']

/** The definition of a schema, as far as it is looked into. */
interface Definition {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly keyType?: z.core.$ZodType
  readonly catchall?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly values?: readonly unknown[]
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly defaultValue?: unknown
}

/**
 * Looks through a schema of parameters. Undefined when it has a type of which only zod can tell whether it has a JSON Schema, or
 * metadata that the JSON Schema depends on.
 */
export function surveySchema(schema: ParameterSchema): SchemaSurvey | undefined {
  const marks = new Set<string>()
  if (!isPlain(schema, marks, new Set())) return undefined
  const defaults = new Map<string, unknown>()
  for (const [name, property] of Object.entries(schema.shape)) {
    const value = defaultOf(property)
    if (value !== undefined) defaults.set(name, value)
  }
  return { defaults, marks }
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition
}

/** Whether a schema and all inside are of types that surely have a JSON Schema. Gathers the keys of their metadata. */
function isPlain(schema: z.core.$ZodType, marks: Set<string>, seen: Set<z.core.$ZodType>): boolean {
  if (seen.has(schema)) return true
  seen.add(schema)
  const metadata = Object.keys(z.globalRegistry.get(schema) ?? {})
  if (metadata.some((key) => TELLING_METADATA.includes(key)) || schema._zod.toJSONSchema !== undefined) return false
  for (const key of metadata) marks.add(key)
  const definition = definitionOf(schema)
  const areInside = (...inner: readonly (z.core.$ZodType | undefined)[]): boolean =>
    inner.every((each) => each === undefined || isPlain(each, marks, seen))
  switch (definition.type) {
    case 'object':
      return areInside(...Object.values(definition.shape ?? {}), definition.catchall)
    case 'array':
      return areInside(definition.element)
    case 'record':
      return areInside(definition.keyType, definition.valueType)
    case 'union':
      return areInside(...(definition.options ?? []))
    case 'literal':
      return (definition.values ?? []).every((value) => ['string', 'number', 'boolean'].includes(typeof value))
    case 'optional':
    case 'readonly':
      return areInside(definition.innerType)
    case 'default':
    case 'prefault':
      return areInside(definition.innerType) && isJson(definition.defaultValue)
    default:
      return SIMPLE_TYPES.has(definition.type)
  }
}

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}

/** The default of a parameter as its JSON Schema has it. */
function defaultOf(schema: z.core.$ZodType): unknown {
  const { type, innerType, defaultValue } = definitionOf(schema)
  if (type === 'default' || type === 'prefault') return JSON.parse(JSON.stringify(defaultValue))
  return (type === 'optional' || type === 'readonly') && innerType !== undefined ? defaultOf(innerType) : undefined
}
