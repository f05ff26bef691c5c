import { z } from 'zod'
import { configurationSchema } from './schema.js'

/** The part of JSON Schema that the configuration uses. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly description?: string
}

let generated: JsonSchema | undefined

/** The JSON Schema (2020-12) of `gatehouse.yaml`, generated from {@link configurationSchema}. */
export function configurationJsonSchema(): JsonSchema {
  generated ??= generate()
  return generated
}

function generate(): JsonSchema {
  return z.toJSONSchema(configurationSchema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema
}
