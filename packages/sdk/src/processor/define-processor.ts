import { z } from 'zod'
import { isJsonObject, kindOf } from '../content/index.js'
import { writeExactJson } from '../json/index.js'
import type { InputContext, InputResult, ResponseContext, ResponseResult } from './handler.js'
import { checkIdentity, describeIdentity } from './identity.js'
import { type Action, type ParameterSchema, type Parameters, permissionNames, withPermissions } from './parameters.js'
import { createProcessor, type Processor } from './processor.js'
import {
  type BothSignature,
  type InputSignature,
  type ResponseSignature,
  type Signature,
  takesInput,
  takesResponse,
} from './signature.js'

interface ProcessorDefinitionBase<S extends Signature, P extends ParameterSchema, Prepared> {
  /** Who made it: `[A-Za-z0-9._-]`, 1 to 128 characters. Lower-cased in paths. */
  readonly namespace: string
  /** What it is: `[A-Za-z0-9._-]`, 1 to 128 characters. Lower-cased in paths. */
  readonly name: string
  /** Version of the processor's own code, without white space. Takes no part in the URL. */
  readonly version: string
  /** One or two sentences for lists and forms. */
  readonly description?: string
  /** About the application, echoed in every answer's metadata. Never put secrets here. */
  readonly appDetails?: Readonly<Record<string, unknown>>
  /** Which content fields it requires and which it can use; see `signatures`. */
  readonly signature: S
  /**
   * Schema of its own parameters. Default: none. Without coercion, since the wire has none. A strict object turns unknown
   * keys into warnings of the signature check, never into failed requests.
   */
  readonly parameters?: P
  /**
   * What it can do besides passing. A server warns at start-up when one of these lacks its permission, since an action
   * without permission is dropped. Default: unknown, no warning.
   */
  readonly actions?: readonly Action[]
  /**
   * Longest time that its asynchronous handlers may take, in milliseconds, an integer from 1 to 2,147,483,647; above it 504.
   * Default: the `handlerTimeoutMs` of the server.
   */
  readonly handlerTimeoutMs?: number
  /**
   * Makes what the handlers need from a parameters document (compiled patterns, automata), once for each distinct one.
   * A `ProcessorError` thrown here is answered as it is, also by the signature check.
   */
  readonly prepare?: (parameters: Parameters<P>) => Prepared
  /**
   * Whether it can judge by now, for a processor whose `prepare` begins to load something. Asked for its default
   * parameters, at any time; a server is not ready before all of its processors are. Default: from the start.
   */
  readonly isReady?: (prepared: Prepared) => boolean
}

interface InputHandler<P extends ParameterSchema, Prepared> {
  /** Judges a prompt, before the model. */
  processInput(context: InputContext<P, Prepared>): InputResult | PromiseLike<InputResult>
}

interface ResponseHandler<S extends Signature, P extends ParameterSchema, Prepared> {
  /** Judges a response, after the model. */
  processResponse(context: ResponseContext<P, Prepared, S>): ResponseResult | PromiseLike<ResponseResult>
}

/** Definition of a processor that runs in the input stage. */
export type InputProcessorDefinition<
  S extends InputSignature,
  P extends ParameterSchema,
  Prepared,
> = ProcessorDefinitionBase<S, P, Prepared> & InputHandler<P, Prepared> & { readonly processResponse?: never }

/** Definition of a processor that runs in the response stage. */
export type ResponseProcessorDefinition<
  S extends ResponseSignature,
  P extends ParameterSchema,
  Prepared,
> = ProcessorDefinitionBase<S, P, Prepared> & ResponseHandler<S, P, Prepared> & { readonly processInput?: never }

/** Definition of a processor that runs in either stage. */
export type BothProcessorDefinition<
  S extends BothSignature,
  P extends ParameterSchema,
  Prepared,
> = ProcessorDefinitionBase<S, P, Prepared> & InputHandler<P, Prepared> & ResponseHandler<S, P, Prepared>

type NoParameters = z.ZodObject<Record<never, never>>

/**
 * Defines a processor: a named, versioned unit that inspects, changes or rejects one exchange. The signature decides which
 * handlers must exist.
 *
 * @throws TypeError when the definition does not hold together: a name with other characters than `[A-Za-z0-9._-]`,
 * no or an empty signature, a field both required and optional, a missing handler, a parameter schema that is no object
 * schema, has no JSON Schema, or whose defaults do not validate, a permission that is not a boolean with a default.
 * @since 0.1.0
 */
// Overloads, since a conditional type in the argument would keep `Prepared` from being inferred before the handlers.
export function defineProcessor<
  const S extends InputSignature,
  P extends ParameterSchema = NoParameters,
  Prepared = undefined,
>(definition: InputProcessorDefinition<S, P, Prepared>): Processor<S, P>
export function defineProcessor<
  const S extends ResponseSignature,
  P extends ParameterSchema = NoParameters,
  Prepared = undefined,
>(definition: ResponseProcessorDefinition<S, P, Prepared>): Processor<S, P>
export function defineProcessor<
  const S extends BothSignature,
  P extends ParameterSchema = NoParameters,
  Prepared = undefined,
>(definition: BothProcessorDefinition<S, P, Prepared>): Processor<S, P>
export function defineProcessor(definition: unknown): Processor {
  const known = definition as UncheckedDefinition
  const fail = (problem: string): never => {
    throw new TypeError(`${describeIdentity(known)}: ${problem}`)
  }
  checkIdentity(known)
  checkVersion(known, fail)
  checkSignature(known, fail)
  checkAppDetails(known, fail)
  const schema = checkParameters(known, fail)
  return createProcessor({ ...known, parameters: schema })
}

/** A definition as it may come from code that was not compiled against the types. */
type UncheckedDefinition = ProcessorDefinitionBase<Signature, ParameterSchema, unknown> & {
  readonly processInput?: (context: InputContext) => unknown
  readonly processResponse?: (context: ResponseContext) => unknown
}

type Fail = (problem: string) => never

function checkVersion({ version }: UncheckedDefinition, fail: Fail): void {
  if (typeof version !== 'string' || !/^\S{1,128}$/.test(version)) {
    fail('"version" must be 1 to 128 characters without white space.')
  }
}

function checkSignature({ signature, processInput, processResponse }: UncheckedDefinition, fail: Fail): void {
  if (!isJsonObject(signature)) fail(`"signature" must be one of signatures; it is ${kindOf(signature)}.`)
  const { required, optional } = signature
  if (!Array.isArray(required) || !Array.isArray(optional)) {
    fail('"signature" must have the arrays "required" and "optional".')
  }
  for (const field of [...required, ...optional]) {
    if (field !== 'input.messages' && field !== 'response.choices') {
      fail('a signature may list "input.messages" and "response.choices" only.')
    }
  }
  if (required.length + optional.length === 0) fail('the signature lists no field, so every request would be refused.')
  if (required.some((field) => optional.includes(field))) fail('the signature lists a field as required and optional.')
  const handlers = { processInput: takesInput(signature), processResponse: takesResponse(signature) }
  const given = { processInput, processResponse }
  for (const name of ['processInput', 'processResponse'] as const) {
    const isGiven = typeof given[name] === 'function'
    if (handlers[name] && !isGiven) fail(`its signature needs the handler "${name}".`)
    if (!handlers[name] && given[name] !== undefined) fail(`its signature never calls the handler "${name}".`)
  }
}

function checkAppDetails({ appDetails }: UncheckedDefinition, fail: Fail): void {
  if (appDetails === undefined) return
  if (!isJsonObject(appDetails)) fail(`"appDetails" must be an object; it is ${kindOf(appDetails)}.`)
  try {
    writeExactJson(appDetails)
  } catch {
    fail('"appDetails" must be what JSON can hold.')
  }
}

function checkParameters({ parameters = z.object({}) }: UncheckedDefinition, fail: Fail): ParameterSchema {
  if (!(parameters instanceof z.ZodObject)) fail('"parameters" must be a zod object schema.')
  // Those that the schema does not have itself are added, and are booleans.
  for (const name of permissionNames.filter((each) => Object.hasOwn(parameters.shape, each))) {
    const permission = parameters.shape[name] as z.ZodType
    const isTaken = (value: unknown) => permission.safeParse(value).success
    if (!isTaken(true) || ['true', 1, null].some(isTaken)) {
      fail(`the parameter "${name}" is a permission and must be a boolean.`)
    }
    // A request that leaves it out is the common case.
    if (typeof permission.safeParse(undefined).data !== 'boolean') {
      fail(`the parameter "${name}" is a permission and must have a default.`)
    }
  }
  return withPermissions(parameters)
}
