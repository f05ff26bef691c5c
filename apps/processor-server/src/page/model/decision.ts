import { isJsonObject, type JsonObject } from './signature.js'

/** What a processor made of an exchange, the strongest effect first: stopped, changed, labelled, nothing. */
export type Effect = 'reject' | 'modify' | 'annotate' | 'pass'

/** A decision as the server answered it. */
export interface Decision {
  readonly effect: Effect
  readonly reject: { readonly code: string; readonly detail: string } | undefined
  /** Tags by key, in the order in which they came. */
  readonly tags: readonly (readonly [key: string, values: readonly string[]])[]
  /** The findings, `processor_result` of the protocol. */
  readonly findings: JsonObject | undefined
  /** The whole new prompt document. */
  readonly prompt: JsonObject | undefined
  /** The whole new response document. */
  readonly response: JsonObject | undefined
}

/** A fault as the server answered it. */
export interface Fault {
  readonly status: number
  readonly detail: string
  /** One line for each problem, `reason` or `reason: path`. */
  readonly messages: readonly string[]
}

/** The decision that means that the processor had nothing to say (status 204). */
export const silentPass: Decision = {
  effect: 'pass',
  reject: undefined,
  tags: [],
  findings: undefined,
  prompt: undefined,
  response: undefined,
}

/**
 * Reads the parts of an answer with status 200.
 *
 * @throws TypeError when a part is not the JSON object that it has to be.
 */
export function readDecision(parts: ReadonlyMap<string, string>): Decision {
  const read = (name: string): JsonObject | undefined => {
    const text = parts.get(name)
    return text === undefined ? undefined : readObject(name, text)
  }
  const metadata = read('metadata')
  if (metadata === undefined) throw new TypeError('The answer has no part "metadata".')
  const rejected = read('reject')
  const prompt = read('input.messages')
  const response = read('response.choices')
  const tags = readTags(metadata.tags)
  const findings = [metadata.processor_result, rejected?.processor_result].find(isJsonObject)
  return {
    effect: effectOf(rejected, prompt ?? response, tags),
    reject: rejected && { code: String(rejected.code), detail: String(rejected.detail) },
    tags,
    findings: findings !== undefined && Object.keys(findings).length > 0 ? findings : undefined,
    prompt,
    response,
  }
}

/** Reads an error body: the one of the protocol, the one of its routes, or anything else. */
export function readFault(status: number, body: string): Fault {
  let document: unknown
  try {
    document = JSON.parse(body)
  } catch {
    document = undefined
  }
  const { detail, message, messages } = isJsonObject(document) ? document : {}
  const reason = [detail, message].find((text) => typeof text === 'string' && text !== '')
  return {
    status,
    detail: typeof reason === 'string' ? reason : 'The server gave no reason.',
    messages: Array.isArray(messages) ? messages.filter((text) => typeof text === 'string') : [],
  }
}

function effectOf(reject: unknown, changed: unknown, tags: readonly unknown[]): Effect {
  if (reject !== undefined) return 'reject'
  if (changed !== undefined) return 'modify'
  return tags.length > 0 ? 'annotate' : 'pass'
}

function readObject(name: string, text: string): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new TypeError(`Part "${name}" of the answer is not JSON.`)
  }
  if (!isJsonObject(value)) throw new TypeError(`Part "${name}" of the answer is not an object.`)
  return value
}

function readTags(tags: unknown): [string, string[]][] {
  if (!isJsonObject(tags)) return []
  return Object.entries(tags).map(([key, values]) => [
    key,
    Array.isArray(values) ? values.map(String) : [String(values)],
  ])
}
