import type { z } from 'zod'
import { defaultContentOptions } from '../content/index.js'
import type { InputContext, ResponseContext } from './handler.js'
import { checkIdentity } from './identity.js'
import { ParameterDescription } from './parameter-description.js'
import { ParameterDocuments } from './parameter-documents.js'
import type { ObjectJsonSchema } from './parameter-json-schema.js'
import type { Action } from './parameters.js'
import { PARSED_ONCE, type ParameterSchema, type Parameters, readParameters } from './parameters.js'
import { type ContentField, describeFields, type Signature } from './signature.js'
import { isTimeout, timeoutRange } from './timeout.js'

const MARK = Symbol.for('gatehouse.processor')

/** What became of a parameters document. */
export type ParametersOutcome =
  | {
      readonly valid: true
      readonly parameters: Parameters
      /** What `prepare` made of them. */
      readonly prepared: unknown
      /** Unknown keys, and actions that lack their permission. */
      readonly warnings: readonly string[]
    }
  | { readonly valid: false; readonly problems: readonly string[]; readonly warnings: readonly string[] }

/** The document of the signature endpoint. */
export interface SignatureDocument {
  readonly fields: readonly { readonly type: ContentField; readonly required: boolean }[]
  readonly parameters: ObjectJsonSchema
}

/** A defined processor, ready to be served, run or tested. Made by `defineProcessor`. */
export interface Processor<S extends Signature = Signature, P extends ParameterSchema = ParameterSchema> {
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly description: string | undefined
  readonly appDetails: Readonly<Record<string, unknown>> | undefined
  readonly actions: readonly Action[]
  /** Longest time that its asynchronous handlers may take, in milliseconds; `undefined` when that of the server counts. */
  readonly handlerTimeoutMs: number | undefined
  readonly signature: S
  /** `namespace:name`, case kept. */
  readonly id: string
  /** `namespace/name` in lower case: the last two segments of its paths. */
  readonly path: string
  readonly signatureDocument: SignatureDocument
  /** Names of parameters marked with `secret`, at any depth. */
  readonly secretParameters: ReadonlySet<string>
  /** Names of parameters marked with `operatorOnly`. */
  readonly operatorParameters: ReadonlySet<string>
  /**
   * Reads a parameters document, or the defaults when there is none. Remembers the documents of callers seen last.
   *
   * @param from whose document it is: only the operator of a server may set what is marked with `operatorOnly`.
   * Default: a caller's.
   */
  readParameters(text?: string, from?: 'caller' | 'operator'): ParametersOutcome
  /** Whether it has loaded what it needs under its default parameters. */
  isReady(): boolean
  /** The handlers as they were defined; run them by `execute`, which holds the protocol's rules. */
  readonly handlers: {
    readonly processInput?: (context: InputContext) => unknown
    readonly processResponse?: (context: ResponseContext) => unknown
  }
  /** Type of the parameters that a caller may send; there is no such value. */
  readonly $parameters?: z.input<P>
  readonly [MARK]: unknown
}

/** Whether `value` is a processor, of this copy of the package or of another one. */
export function isProcessor(value: unknown): value is Processor {
  return typeof value === 'object' && value !== null && MARK in value
}

/** A definition that was checked, with the permissions in its schema. */
export interface CheckedDefinition {
  readonly namespace: string
  readonly name: string
  readonly version: string
  readonly description?: string
  readonly appDetails?: Readonly<Record<string, unknown>>
  readonly actions?: readonly Action[]
  readonly handlerTimeoutMs?: number | undefined
  readonly signature: Signature
  readonly parameters: ParameterSchema
  readonly prepare?: (parameters: Parameters) => unknown
  readonly isReady?: (prepared: unknown) => boolean
  readonly processInput?: (context: InputContext) => unknown
  readonly processResponse?: (context: ResponseContext) => unknown
  /** Values for parameters that a caller leaves out. */
  readonly defaults?: Readonly<Record<string, unknown>>
}

/** Builds a processor from a checked definition. @throws TypeError when the defaults or the time limit do not validate. */
export function createProcessor(definition: CheckedDefinition): Processor {
  const { namespace, name, version, appDetails, actions = [], signature, defaults = {} } = definition
  const { handlerTimeoutMs } = definition
  const id = `${namespace}:${name}`
  if (handlerTimeoutMs !== undefined && !isTimeout(handlerTimeoutMs)) {
    throw new TypeError(`Processor "${id}": "handlerTimeoutMs" must be ${timeoutRange}; it is ${handlerTimeoutMs}.`)
  }
  const description = new ParameterDescription(definition.parameters, name, defaults)
  checkDefaults(definition, description, id)
  const documents = new ParameterDocuments((text) => readAndPrepare(definition, text, description.operatorNames))
  let signatureDocument: SignatureDocument | undefined
  return {
    namespace,
    name,
    version,
    description: definition.description,
    appDetails,
    actions,
    handlerTimeoutMs,
    signature,
    id,
    path: `${namespace}/${name}`.toLowerCase(),
    get signatureDocument() {
      signatureDocument ??= { fields: describeFields(signature), parameters: description.published }
      return signatureDocument
    },
    get secretParameters() {
      return description.secretNames
    },
    get operatorParameters() {
      return description.operatorNames
    },
    readParameters: (text = '{}', from = 'caller') =>
      from === 'caller' ? documents.get(text) : readAndPrepare(definition, text),
    isReady: () => {
      if (definition.isReady === undefined) return true
      const outcome = documents.get('{}')
      // Without default parameters there is nothing to load before a request comes.
      return !outcome.valid || definition.isReady(outcome.prepared)
    },
    handlers: definition,
    [MARK]: definition,
  }
}

/** How {@link configureProcessor} changes a processor. */
export interface ProcessorConfiguration {
  /** Another namespace to be served under. */
  readonly namespace?: string
  /** Another name to be served under. */
  readonly name?: string
  /** Values for parameters that a caller leaves out; what a caller sends wins, key by key. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /** Longest time that its asynchronous handlers may take, in milliseconds, an integer from 1 to 2,147,483,647. */
  readonly handlerTimeoutMs?: number
}

/**
 * The same processor under an alias, with other default parameters, with another time limit, or all of it.
 *
 * @throws TypeError when the names, the default parameters or the time limit do not validate; all problems are named.
 */
export function configureProcessor(processor: Processor, configuration: ProcessorConfiguration): Processor {
  const definition = processor[MARK] as CheckedDefinition
  const { namespace, name, handlerTimeoutMs } = {
    namespace: processor.namespace,
    name: processor.name,
    handlerTimeoutMs: processor.handlerTimeoutMs,
    ...configuration,
  }
  checkIdentity({ namespace, name })
  const defaults = { ...definition.defaults, ...configuration.parameters }
  return createProcessor({ ...definition, namespace, name, handlerTimeoutMs, defaults })
}

/**
 * What the document of an operator may have, and of a caller: more values than the longest list of terms, and so few that
 * finding each of them wrong takes a fraction of a second.
 */
const operatorLimits = { maxDepth: defaultContentOptions.maxJsonDepth, maxValues: Number.POSITIVE_INFINITY }
const callerLimits = { ...operatorLimits, maxValues: 100_000 }

function readAndPrepare(
  { parameters, defaults, ...definition }: CheckedDefinition,
  text: string,
  withheld?: ReadonlySet<string>,
): ParametersOutcome {
  const reading = readParameters(
    parameters,
    text,
    withheld === undefined ? operatorLimits : callerLimits,
    defaults,
    withheld,
  )
  if (!reading.valid) return reading
  // An operator who wrote `false` knows; one who wrote nothing is told.
  const missing = (definition.actions ?? []).filter(
    (action) => !reading.parameters[action] && defaults?.[action] !== false,
  )
  return {
    valid: true,
    parameters: reading.parameters,
    prepared: definition.prepare?.(reading.parameters),
    warnings: [
      ...reading.warnings,
      ...missing.map((action) => `the processor can ${action}, but the permission "${action}" is off`),
    ],
  }
}

/** zod does not validate the defaults of a schema by itself. */
function checkDefaults(
  { parameters, defaults = {} }: CheckedDefinition,
  description: ParameterDescription,
  id: string,
) {
  const problems = [...description.defaults].flatMap(([property, value]) => {
    const schema = parameters.shape[property] as z.ZodType | undefined
    if (schema === undefined || value === undefined) return []
    const outcome = schema.safeParse(value, PARSED_ONCE)
    return outcome.success
      ? []
      : outcome.error.issues.map((issue) => `${[property, ...issue.path].join(',')}: ${issue.message}`)
  })
  const unknown = Object.keys(defaults).filter((key) => !Object.hasOwn(parameters.shape, key))
  for (const key of unknown) problems.push(`${key}: unknown parameter`)
  if (problems.length > 0) {
    throw new TypeError(`Processor "${id}": default parameters do not validate: ${problems.join('; ')}`)
  }
}
