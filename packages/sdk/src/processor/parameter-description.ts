import { type ObjectJsonSchema, toParameterJsonSchema } from './parameter-json-schema.js'
import type { ParameterSchema } from './parameters.js'
import { findOperatorNames, findSecretNames, hideSecrets } from './secrets.js'
import { surveySchema } from './survey-schema.js'

/**
 * What is to be said about the parameters of a processor. The JSON Schema takes some milliseconds to write, so it is written
 * when something in it is first asked for; a schema that may have none is tried at once.
 */
export class ParameterDescription {
  readonly #schema: ParameterSchema
  readonly #name: string
  readonly #defaults: Readonly<Record<string, unknown>>
  /** Names of marks that a schema inside has; undefined when it takes the JSON Schema to tell. */
  readonly #marks: ReadonlySet<string> | undefined
  readonly #ownDefaults: ReadonlyMap<string, unknown> | undefined
  #json: ObjectJsonSchema | undefined
  #published: ObjectJsonSchema | undefined
  #secretNames: ReadonlySet<string> | undefined
  #operatorNames: ReadonlySet<string> | undefined

  /**
   * @param defaults values that stand in for what the caller leaves out, in place of the schema's own.
   * @throws Error when a type has no JSON Schema (a date, a function, a transform without input type).
   */
  constructor(schema: ParameterSchema, name: string, defaults: Readonly<Record<string, unknown>>) {
    this.#schema = schema
    this.#name = name
    this.#defaults = defaults
    const survey = surveySchema(schema)
    this.#marks = survey?.marks
    this.#ownDefaults = survey?.defaults
    if (survey === undefined) this.#json = this.#write()
  }

  /** The JSON Schema as everybody may read it. */
  get published(): ObjectJsonSchema {
    this.#published ??= hideSecrets(this.#whole, new Set([...this.secretNames, ...this.operatorNames]))
    return this.#published
  }

  /** Names of parameters marked with `secret`, at any depth. */
  get secretNames(): ReadonlySet<string> {
    this.#secretNames ??= this.#marks?.has('writeOnly') === false ? new Set() : findSecretNames(this.#whole)
    return this.#secretNames
  }

  /** Names of parameters marked with `operatorOnly`. */
  get operatorNames(): ReadonlySet<string> {
    this.#operatorNames ??= this.#marks?.has('operatorOnly') === false ? new Set() : findOperatorNames(this.#whole)
    return this.#operatorNames
  }

  /** Default values by parameter. */
  get defaults(): ReadonlyMap<string, unknown> {
    const properties = this.#ownDefaults === undefined ? this.#whole.properties : {}
    return new Map(
      Object.keys(this.#schema.shape).flatMap((name) => {
        const own = this.#ownDefaults === undefined ? properties[name]?.default : this.#ownDefaults.get(name)
        const value = Object.hasOwn(this.#defaults, name) ? this.#defaults[name] : own
        return value === undefined ? [] : [[name, value] as const]
      }),
    )
  }

  get #whole(): ObjectJsonSchema {
    this.#json ??= this.#write()
    return this.#json
  }

  #write(): ObjectJsonSchema {
    return toParameterJsonSchema(this.#schema, this.#name, this.#defaults)
  }
}
