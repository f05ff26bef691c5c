import { isJsonObject } from '../content/index.js'
import type { JsonSchemaProperty, ObjectJsonSchema } from './parameter-json-schema.js'

/** Names of all properties, at any depth, whose value is a secret or holds one that has no name of its own. */
export function findSecretNames(root: ObjectJsonSchema): ReadonlySet<string> {
  const found = new Set<string>()
  visit(root, (name, property) => {
    if (isMarked('writeOnly', property, root)) found.add(name)
  })
  return found
}

/** Names of the parameters that only the operator of a server sets. */
export function findOperatorNames(root: ObjectJsonSchema): ReadonlySet<string> {
  const { properties } = root
  return new Set(Object.keys(properties).filter((name) => isMarked('operatorOnly', properties[name], root)))
}

/** The schema without the defaults and examples of what has one of the names, for everybody to read. */
export function hideSecrets(schema: ObjectJsonSchema, secretNames: ReadonlySet<string>): ObjectJsonSchema {
  if (secretNames.size === 0) return schema
  const shown = structuredClone(schema)
  visit(shown, (name, property) => {
    const own = property as { default?: unknown; examples?: unknown }
    if (secretNames.has(name)) {
      delete own.default
      delete own.examples
    } else {
      removeSecrets(own.default, secretNames)
      removeSecrets(own.examples, secretNames)
    }
  })
  return shown
}

/** Removes the members that are secrets, in place. */
function removeSecrets(value: unknown, secretNames: ReadonlySet<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && secretNames.has(key)) delete (value as Record<string, unknown>)[key]
    else removeSecrets(inner, secretNames)
  }
}

/** Calls `see` for every property at any depth, by its name. */
function visit(schema: unknown, see: (name: string, property: JsonSchemaProperty) => void): void {
  if (Array.isArray(schema)) for (const inner of schema) visit(inner, see)
  if (!isJsonObject(schema)) return
  for (const [keyword, inner] of Object.entries(schema)) {
    if (keyword === 'default' || keyword === 'examples' || keyword === 'enum' || keyword === 'const') continue
    if (keyword !== 'properties' && keyword !== '$defs') {
      visit(inner, see)
      continue
    }
    for (const [name, property] of Object.entries(inner as Record<string, JsonSchemaProperty>)) {
      if (keyword === 'properties') see(name, property)
      visit(property, see)
    }
  }
}

/** Keywords whose schemas apply to the value itself, or to members of it that have no name in the schema. */
const nameless = ['allOf', 'anyOf', 'oneOf', 'items', 'prefixItems', 'additionalProperties'] as const

/** Whether the annotation `mark` is on a schema, or on one that applies to the same value. */
function isMarked(
  mark: 'writeOnly' | 'operatorOnly',
  schema: unknown,
  root: ObjectJsonSchema,
  above: readonly unknown[] = [],
): boolean {
  if (Array.isArray(schema)) return schema.some((inner) => isMarked(mark, inner, root, above))
  if (!isJsonObject(schema) || above.includes(schema)) return false
  if (schema[mark] === true) return true
  const definition = typeof schema.$ref === 'string' ? /^#\/\$defs\/(.+)$/.exec(schema.$ref)?.[1] : undefined
  const referred = definition === undefined ? undefined : (root.$defs as Record<string, unknown>)[definition]
  const isMarkedInside = (inner: unknown): boolean =>
    inner !== undefined && isMarked(mark, inner, root, [...above, schema])
  return isMarkedInside(referred) || nameless.some((keyword) => isMarkedInside(schema[keyword]))
}
