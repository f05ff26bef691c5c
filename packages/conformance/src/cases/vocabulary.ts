import { requiredProcessors } from '../contract/fixture-contract.js'
import { BOUNDARY, type Bytes, type Exchange, type Multipart, type Part } from '../language/exchange.js'
import type { Answer, ErrorShape, PartPattern } from '../language/expectation.js'
import { exactly, type Json, type JsonPattern } from '../language/json-pattern.js'

/*
 * Short words for what nearly all cases are made of: M, I, R, IP, RP for parts; E, E+m, RE for errors; mp[a,b] for a multipart
 * answer.
 */

/** A part as a client commonly writes it. Text is the body as it is; anything else is written as JSON. */
export function part(name: string, body: Json | Uint8Array | Exclude<Bytes, string>): Part {
  return {
    headers: [`Content-Disposition: form-data; name="${name}"`, 'Content-Type: application/json'],
    body: isBytes(body) ? body : JSON.stringify(body),
  }
}

/** A part with header lines of its own. */
export function partWith(headers: readonly string[], body: Json): Part {
  return { headers, body: isBytes(body) ? body : JSON.stringify(body) }
}

function isBytes(body: unknown): body is Bytes {
  return (
    typeof body === 'string' ||
    body instanceof Uint8Array ||
    (typeof body === 'object' && body !== null && 'times' in body)
  )
}

/** Valid `metadata`, with `request_id` "r" and `step_id` "s". */
export const M = part('metadata', { request_id: 'r', step_id: 's' })
/** Valid `input.messages`. */
export const I = part('input.messages', { messages: [{ role: 'user', content: 'hello' }] })
/** Valid `response.choices`. */
export const R = part('response.choices', {
  choices: [{ index: 0, message: { role: 'assistant', content: 'hi' }, finish_reason: 'stop' }],
})
/** Input parameters. */
export const IP = (parameters: Json): Part => part('input.parameters', parameters)
/** Response parameters. */
export const RP = (parameters: Json): Part => part('response.parameters', parameters)
/** A prompt of these messages. */
export const messages = (...list: readonly Json[]): Part => part('input.messages', { messages: list })
/** A response of these choices. */
export const choices = (...list: readonly Json[]): Part => part('response.choices', { choices: list })

/** The fixture processors, in the order of their registration. */
export const processorNames = requiredProcessors.map(({ name }) => name)
/** Path of the processors listing. */
export const INFO = '/api/v1/info'
/** Path that runs a fixture processor. */
export const executePath = (name: string) => `/api/v1/execute/suite/${name}`
/** Path of a fixture processor's signature. */
export const signaturePath = (name: string) => `/api/v1/signature/suite/${name}`

/** A multipart request that runs a fixture processor, given by its name in lower case. */
export function execute(name: string, ...parts: readonly Part[]): Exchange {
  return executeWith(name, `multipart/form-data; boundary=${BOUNDARY}`, { parts })
}

/** The same with a Content-Type of its own (`undefined`: none) and any body. */
export function executeWith(name: string, contentType: string | undefined, body: Bytes | Multipart): Exchange {
  return {
    method: 'POST',
    path: executePath(name),
    headers: contentType === undefined ? [] : [['Content-Type', contentType]],
    body,
  }
}

/** A configuration check: the parameters as they would stand in a gateway's configuration. */
export function checkParameters(name: string, body: string, contentType = 'application/json'): Exchange {
  return { method: 'POST', path: signaturePath(name), headers: [['Content-Type', contentType]], body }
}

/** The listing in the format that `accept` asks for. */
export function info(accept?: string): Exchange {
  return { method: 'GET', path: INFO, headers: accept === undefined ? [] : [['Accept', accept]] }
}

/** What a `none` run answers: it was processed, and there is nothing to say. */
export const processed: Answer = { status: 204, body: 'empty' }
/** A 400 in the error shape. */
export const E: Answer = { status: 400, error: 'E' }

/** An error with a status, a shape and, where `messages` must name them, property paths. */
export function fault(status: number, error: ErrorShape, ...paths: readonly string[]): Answer {
  return paths.length === 0 ? { status, error } : { status, error, paths }
}

/** A 200 multipart answer with exactly these parts in this order. */
export function mp(parts: Readonly<Record<string, JsonPattern>>): Answer {
  return { status: 200, parts: Object.entries(parts).map(([name, json]): PartPattern => ({ name, json })) }
}

/** What `metadata` holds when the handler added nothing: the stamps of the server. */
export const stamps = {
  processor_id: 'Suite:Both',
  processor_version: 'v1',
  request_id: 'r',
  step_id: 's',
  app_details: { build: 'b1' },
} as const

/** The stamps, these keys, and nothing else. */
export const stamped = (keys: { readonly [key: string]: JsonPattern } = {}): JsonPattern =>
  exactly({ ...stamps, ...keys })

/** Metadata in which the handler's findings have these keys: what mode `saw` tells. */
export const saw = (findings: JsonPattern): Answer => mp({ metadata: { processor_result: findings } })

/** Header of a JSON answer. */
export const jsonType = { 'content-type': /^application\/json(;|$)/i }
