import type { Field } from './parameter-field.js'
import { isJsonObject, type JsonObject } from './signature.js'

/** Whether two JSON values are the same; the order of keys makes no difference. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index]))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  )
}

/** Whether a value comes to the same as the field's default, with the defaults inside either filled in. */
export function isDefault(field: Field, value: unknown): boolean {
  return field.default !== undefined && isSameJson(fillDefaults(field, value), fillDefaults(field, field.default))
}

function fillDefaults(field: Field, value: unknown): unknown {
  if (field.kind === 'list' && Array.isArray(value)) return value.map((item) => fillDefaults(field.item, item))
  if (field.kind !== 'group' || !isJsonObject(value)) return value
  const filled: Record<string, unknown> = { ...value }
  for (const inner of field.fields) {
    const given = Object.hasOwn(value, inner.name) ? value[inner.name] : inner.default
    if (given !== undefined) filled[inner.name] = fillDefaults(inner, given)
  }
  return filled
}

/** The value that a new item of a list or a required field without default begins with. */
export function firstValueOf(field: Field): unknown {
  if (field.default !== undefined) return field.default
  if (field.examples.length > 0) return field.examples[0]
  switch (field.kind) {
    case 'text':
      return ''
    case 'choice':
      return field.options[0]
    case 'boolean':
      return false
    case 'list':
      return []
    case 'group':
      return firstValues(field.fields)
    default:
      return undefined
  }
}

/** The values that required fields begin with. */
export function firstValues(fields: readonly Field[]): JsonObject {
  return Object.fromEntries(
    fields
      .filter((field) => field.isRequired)
      .map((field) => [field.name, firstValueOf(field)] as const)
      .filter(([, value]) => value !== undefined),
  )
}

/** The values without those of fields that are marked as secret, at any depth that a form shows. */
export function withoutSecrets(fields: readonly Field[], values: JsonObject): JsonObject {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => byName.get(name)?.isSecret !== true)
      .map(([name, value]) => [name, hideSecrets(byName.get(name), value)]),
  )
}

function hideSecrets(field: Field | undefined, value: unknown): unknown {
  if (field?.kind === 'group' && isJsonObject(value)) return withoutSecrets(field.fields, value)
  if (field?.kind === 'list' && Array.isArray(value)) return value.map((item) => hideSecrets(field.item, item))
  return value
}
