import { isJsonObject, type JsonObject } from './signature.js'

/** What is common to the fields of a form. */
interface FieldBase {
  /** Key in the parameters document; empty for an item of a list. */
  readonly name: string
  readonly label: string
  readonly description: string | undefined
  /** Must be sent, since nothing stands in for it. */
  readonly isRequired: boolean
  /** Whether `null` is a value. */
  readonly isNullable: boolean
  /** Value that stands in when nothing is sent; `undefined` for none. */
  readonly default: unknown
  /** Values to show as an example. */
  readonly examples: readonly unknown[]
  /** Hidden on the screen, and never in a link. */
  readonly isSecret: boolean
}

/** A field of a form, made from the JSON Schema of one parameter. */
export type Field = FieldBase &
  (
    | {
        readonly kind: 'text'
        readonly minLength: number | undefined
        readonly maxLength: number | undefined
        readonly pattern: string | undefined
      }
    | { readonly kind: 'number'; readonly isInteger: boolean; readonly bounds: NumberBounds }
    | { readonly kind: 'boolean' }
    | { readonly kind: 'choice'; readonly options: readonly unknown[] }
    | {
        readonly kind: 'list'
        readonly item: Field
        readonly minItems: number | undefined
        readonly maxItems: number | undefined
      }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    /** Anything that a form has no better field for: typed in as JSON. */
    | { readonly kind: 'json' }
  )

/** Field of one kind. */
export type FieldOf<Kind extends Field['kind']> = Extract<Field, { readonly kind: Kind }>

/** Bounds of a number; `undefined` for none. */
export interface NumberBounds {
  readonly minimum: number | undefined
  readonly maximum: number | undefined
  readonly above: number | undefined
  readonly below: number | undefined
}

/** Deeper than this, a parameter is typed in as JSON; also what ends a schema that refers to itself. */
const MAX_DEPTH = 5

/**
 * Makes the fields of a form from the JSON Schema (2020-12) of a parameters object: strings, numbers, booleans, enums,
 * lists, nested objects, and each of these with `null`. For anything else, such as a union of two types, a field of kind
 * `json`.
 */
export function readFields(schema: JsonObject): Field[] {
  return readProperties(schema, schema, 0)
}

function readProperties(schema: JsonObject, root: JsonObject, depth: number): Field[] {
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  return Object.entries(properties)
    .filter(([, property]) => !isOfOperator(property))
    .map(([name, property]) => readField(name, property, required.includes(name), root, depth + 1))
}

/** A request that brings such a parameter is refused, so a form has no field for it. */
function isOfOperator(property: unknown): boolean {
  return isJsonObject(property) && property.operatorOnly === true
}

function readField(name: string, given: unknown, isRequired: boolean, root: JsonObject, depth: number): Field {
  const { schema, isNullable } = splitNull(resolve(given, root), root)
  const outer = isJsonObject(given) ? given : {}
  const base: FieldBase = {
    name,
    label: labelOf(name, textOf(outer.title) ?? textOf(schema.title)),
    description: textOf(outer.description) ?? textOf(schema.description),
    isRequired: isRequired && outer.default === undefined,
    isNullable,
    default: outer.default ?? schema.default,
    examples: [outer.examples, schema.examples].find(Array.isArray) ?? [],
    isSecret: outer.writeOnly === true || schema.writeOnly === true,
  }
  if (depth > MAX_DEPTH) return { ...base, kind: 'json' }
  const options = readOptions(schema)
  if (options !== undefined) return { ...base, kind: 'choice', options }
  switch (schema.type) {
    case 'string':
      return {
        ...base,
        kind: 'text',
        minLength: numberOf(schema.minLength),
        maxLength: numberOf(schema.maxLength),
        pattern: textOf(schema.pattern),
      }
    case 'integer':
    case 'number':
      return { ...base, kind: 'number', isInteger: schema.type === 'integer', bounds: readBounds(schema) }
    case 'boolean':
      return { ...base, kind: 'boolean' }
    case 'array':
      if (!isJsonObject(schema.items) || schema.prefixItems !== undefined) return { ...base, kind: 'json' }
      return {
        ...base,
        kind: 'list',
        item: readField('', schema.items, true, root, depth + 1),
        minItems: numberOf(schema.minItems),
        maxItems: numberOf(schema.maxItems),
      }
    case 'object':
      if (!isJsonObject(schema.properties) || isJsonObject(schema.additionalProperties))
        return { ...base, kind: 'json' }
      return { ...base, kind: 'group', fields: readProperties(schema, root, depth) }
    default:
      return { ...base, kind: 'json' }
  }
}

/** A title that only spells the key in another way adds nothing to it. */
function labelOf(name: string, title: string | undefined): string {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return title === undefined || bare(title) === bare(name) ? name : title
}

/** Follows references into the document itself (`#/$defs/...`). One that leads nowhere or around is no schema at all. */
function resolve(given: unknown, root: JsonObject): JsonObject {
  let schema = given
  for (let hop = 0; hop < MAX_DEPTH && isJsonObject(schema) && typeof schema.$ref === 'string'; hop++) {
    const steps = schema.$ref.split('/')
    if (steps.shift() !== '#') return {}
    schema = steps.reduce<unknown>((holder, step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
      return isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined
    }, root)
  }
  return isJsonObject(schema) && schema.$ref === undefined ? schema : {}
}

/** Takes `null` out of `anyOf: [T, null]` and of `type: [T, 'null']`. */
function splitNull(
  schema: JsonObject,
  root: JsonObject,
): { readonly schema: JsonObject; readonly isNullable: boolean } {
  if (Array.isArray(schema.type) && schema.type.length === 2 && schema.type.includes('null')) {
    return { schema: { ...schema, type: schema.type.find((type) => type !== 'null') }, isNullable: true }
  }
  const { anyOf, ...rest } = schema
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return { schema, isNullable: false }
  const others = anyOf.filter((option) => !(isJsonObject(option) && option.type === 'null'))
  if (others.length !== 1) return { schema, isNullable: false }
  return { schema: { ...resolve(others[0], root), ...rest }, isNullable: true }
}

/** The values of an enum, of a constant, or of a union of those. */
function readOptions(schema: JsonObject): readonly unknown[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum
  if (Object.hasOwn(schema, 'const')) return [schema.const]
  if (!Array.isArray(schema.anyOf)) return undefined
  const options = schema.anyOf.map((option) => (isJsonObject(option) ? readOptions(option) : undefined))
  return options.every((option) => option !== undefined) ? options.flat() : undefined
}

function readBounds(schema: JsonObject): NumberBounds {
  // The widest integers that JSON carries exactly are written as bounds where a schema has none; they say nothing.
  const bound = (value: unknown) => {
    const number = numberOf(value)
    return number === undefined || Math.abs(number) >= Number.MAX_SAFE_INTEGER ? undefined : number
  }
  return {
    minimum: bound(schema.minimum),
    maximum: bound(schema.maximum),
    above: bound(schema.exclusiveMinimum),
    below: bound(schema.exclusiveMaximum),
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
