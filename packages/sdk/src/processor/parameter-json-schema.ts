import { z } from 'zod'
import type { ParameterSchema } from './parameters.js'

/** A JSON Schema (2020-12) of an object. */
export interface ObjectJsonSchema {
  readonly type: 'object'
  readonly title: string
  readonly description?: string
  readonly properties: Readonly<Record<string, JsonSchemaProperty>>
  readonly required?: readonly string[]
  readonly [key: string]: unknown
}

/** The JSON Schema of one property, as far as this package looks into it. */
export interface JsonSchemaProperty {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: JsonSchemaProperty
  readonly anyOf?: readonly JsonSchemaProperty[]
  readonly properties?: Readonly<Record<string, JsonSchemaProperty>>
  readonly [key: string]: unknown
}

/**
 * The JSON Schema of what a caller may send.
 *
 * @param defaults values that stand in for what the caller leaves out, in place of the schema's own.
 * @throws Error when a type has no JSON Schema (a date, a function, a transform without input type).
 */
export function toParameterJsonSchema(
  schema: ParameterSchema,
  name: string,
  defaults: Readonly<Record<string, unknown>>,
): ObjectJsonSchema {
  const {
    $schema: _,
    properties = {},
    required = [],
    ...rest
  } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
  }) as Record<string, unknown> & { properties?: Record<string, JsonSchemaProperty>; required?: string[] }
  const stillRequired = required.filter((property) => !Object.hasOwn(defaults, property))
  return {
    title: `${pascalCase(name)}Parameters`,
    ...rest,
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([property, own]) => [
        property,
        {
          title: titleOf(property),
          ...own,
          ...(Object.hasOwn(defaults, property) ? { default: defaults[property] } : {}),
        },
      ]),
    ),
    ...(stillRequired.length > 0 ? { required: stillRequired } : {}),
  }
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function titleOf(property: string): string {
  return property
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
