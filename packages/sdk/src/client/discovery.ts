import { z } from 'zod'
import type { JsonBounds } from '../content/index.js'
import { parseJson } from '../json/index.js'
import type { ContentField, ObjectJsonSchema } from '../processor/index.js'
import type { HttpReply } from './http-connection.js'
import { ProcessorCallError } from './processor-call-error.js'

/** A processor as a server lists it. */
export interface ListedProcessor {
  /** `namespace:name`. */
  readonly id: string
  readonly namespace: string
  readonly name: string
  readonly version: string
  /** Path as the server advertises it, below its own mount. */
  readonly executePath: string
  readonly signaturePath: string
}

/** What a server says of itself. */
export interface ServerInfo {
  readonly apiVersions: readonly string[]
  readonly processors: readonly ListedProcessor[]
}

/** What a processor takes. */
export interface ProcessorSignature {
  readonly fields: readonly { readonly type: ContentField | (string & {}); readonly required: boolean }[]
  /** JSON Schema of the parameters, permissions included. */
  readonly parameters: ObjectJsonSchema
}

/** What a processor thinks of a parameters document. */
export interface ParameterCheck extends ProcessorSignature {
  readonly valid: boolean
  /** One for each problem, `reason` or `reason: path`. */
  readonly errors: readonly string[]
}

const infoSchema = z
  .looseObject({
    api_versions: z.array(z.string()),
    processors: z.array(
      z
        .looseObject({
          id: z.string(),
          namespace: z.string(),
          name: z.string(),
          latest_version: z.string(),
          execute_path: z.string(),
          signature_path: z.string(),
        })
        .transform(({ id, namespace, name, latest_version, execute_path, signature_path }): ListedProcessor => {
          return {
            id,
            namespace,
            name,
            version: latest_version,
            executePath: execute_path,
            signaturePath: signature_path,
          }
        }),
    ),
  })
  .transform(({ api_versions, processors }): ServerInfo => ({ apiVersions: api_versions, processors }))

const signatureShape = {
  fields: z.array(z.looseObject({ type: z.string(), required: z.boolean() })),
  parameters: z.looseObject({ type: z.literal('object'), properties: z.record(z.string(), z.looseObject({})) }),
}

const signatureSchema = z
  .looseObject(signatureShape)
  .transform(({ fields, parameters }): ProcessorSignature => ({ fields, parameters: parameters as ObjectJsonSchema }))

const checkSchema = z
  .looseObject({
    ...signatureShape,
    validation: z.looseObject({ valid: z.boolean(), errors: z.array(z.string()) }),
  })
  .transform(({ fields, parameters, validation: { valid, errors } }): ParameterCheck => {
    return { fields, parameters: parameters as ObjectJsonSchema, valid, errors }
  })

/** Reads the reply of the info endpoint. @throws ProcessorCallError `content-invalid`. */
export function readInfo(reply: HttpReply, target: string, bounds: JsonBounds): ServerInfo {
  return readJsonReply(infoSchema, reply, target, bounds)
}

/** Reads the reply of `GET` on the signature endpoint. @throws ProcessorCallError `content-invalid`. */
export function readSignature(reply: HttpReply, target: string, bounds: JsonBounds): ProcessorSignature {
  return readJsonReply(signatureSchema, reply, target, bounds)
}

/** Reads the reply of `POST` on the signature endpoint. @throws ProcessorCallError `content-invalid`. */
export function readParameterCheck(reply: HttpReply, target: string, bounds: JsonBounds): ParameterCheck {
  return readJsonReply(checkSchema, reply, target, bounds)
}

function readJsonReply<T>(schema: z.ZodType<T>, reply: HttpReply, target: string, bounds: JsonBounds): T {
  const fail = (problem: string) =>
    new ProcessorCallError({ kind: 'content-invalid', target, problem, status: reply.status })
  let document: unknown
  try {
    document = parseJson(reply.body.toString('utf8'), {
      maxDepth: bounds.maxJsonDepth,
      maxValues: bounds.maxJsonValues,
    })
  } catch {
    throw fail('the reply is not JSON.')
  }
  const outcome = schema.safeParse(document)
  if (outcome.success) return outcome.data
  const paths = outcome.error.issues.slice(0, 5).map(({ path }) => path.join(',') || 'the document')
  throw fail(`the reply does not have the expected shape at ${paths.join('; ')}.`)
}
