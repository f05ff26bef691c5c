import { createRequire } from 'node:module'
import { MAX_PATTERN_LENGTH, MAX_PROGRAM_SIZE } from '../regex/compile-pattern.js'
import { loadEngine } from '../regex/engine.js'
import { multipleOf } from './multiple-of.js'
import { uniqueItems } from './unique-items.js'

/** The validator takes longer to load than all the rest, so it is loaded with the first schema. */
const load = createRequire(import.meta.url)

/** A schema that is none, or that names what is not there. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
}

/**
 * Says where a value breaks a schema, as JSON pointers into the schema such as `#/properties/age/type`; none when it fits. Names and
 * values of the text are content, so they are not told. Ends with the first fault, which has several places under `anyOf`.
 */
export type CheckValue = (value: unknown) => readonly string[]

/** Most places that are told of one value. */
const MAX_BREACHES = 20

/**
 * Compiles a JSON Schema of the dialect 2020-12. Patterns run on a linear-time engine. Formats are notes, as the dialect has it by default. A
 * reference leads to a place in the schema itself, never out of the process.
 *
 * @throws SchemaError
 */
export function compileSchema(schema: object | boolean): CheckValue {
  const { Ajv2020 } = load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    logger: false,
    unicodeRegExp: false,
    // Else a key that every object inherits, such as "constructor", would always be there.
    ownProperties: true,
    code: { regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
  })
  for (const keyword of [uniqueItems, multipleOf]) {
    ajv.removeKeyword(keyword.keyword as string)
    ajv.addKeyword(keyword)
  }
  try {
    const validate = ajv.compile(schema)
    // The validator answers such a schema with a promise, which holds for a value that fits.
    if ('$async' in validate) throw new SchemaError('"$async" is no keyword of JSON Schema')
    return (value) =>
      validate(value) ? [] : (validate.errors ?? []).slice(0, MAX_BREACHES).map(({ schemaPath }) => schemaPath)
  } catch (cause) {
    throw new SchemaError(cause instanceof Error ? cause.message : 'expected a JSON Schema', { cause })
  }
}

/** The validator tells compiled patterns apart by their text. */
function linearPattern(pattern: string): { test: (text: string) => boolean; toString: () => string } {
  const regex = pattern.length > MAX_PATTERN_LENGTH ? undefined : loadEngine().RE2JS.compile(pattern)
  if (regex === undefined || regex.programSize() > MAX_PROGRAM_SIZE) {
    throw new SchemaError(
      `expected patterns of at most ${MAX_PATTERN_LENGTH} characters and ${MAX_PROGRAM_SIZE} instructions`,
    )
  }
  return { test: (text) => regex.test(text), toString: () => pattern }
}
