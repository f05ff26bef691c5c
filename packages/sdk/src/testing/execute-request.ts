import { ProcessorError } from '../errors.js'
import { apiMount } from '../fastify/processor-routes.js'
import type { ParameterSchema, Processor, Signature } from '../processor/index.js'
import { decodeText, encodeMultipart, type PartTexts, parseContentType, parseMultipart } from '../wire/index.js'
import { type Decision, failedDecision, readDecision } from './decision.js'
import { partsOfExchange, type TestExchange } from './exchange.js'

/** An execute request, in the form that Fastify's `inject` takes. */
export interface ExecuteRequest {
  readonly method: 'POST'
  readonly url: string
  readonly headers: { readonly 'content-type': string }
  readonly payload: string
}

/**
 * The HTTP request that has a processor judge an exchange.
 *
 * ```ts
 * const reply = await app.inject(executeRequest(cardNumber, { messages: ['hello'] }))
 * expect(decisionOf(reply).kind).toBe('pass')
 * ```
 *
 * @since 0.1.0
 */
export function executeRequest<P extends ParameterSchema>(
  processor: Processor<Signature, P>,
  exchange: TestExchange<P>,
): ExecuteRequest {
  const { contentType, body } = encodeMultipart(partsOfExchange(exchange))
  return {
    method: 'POST',
    url: `${apiMount}/execute/${processor.path}`,
    headers: { 'content-type': contentType },
    payload: body,
  }
}

/** As much of an HTTP reply as a decision needs; what Fastify's `inject` resolves to has it. */
export interface ExecuteReply {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  /** The body. */
  readonly rawPayload: Buffer
}

/**
 * Reads the decision from the reply of an execute request. An error reply is a decision too, of the kind `error`.
 *
 * @throws ProcessorError when a 200 is not a well-formed multipart body, SyntaxError when a part or an error is not JSON.
 * @since 0.1.0
 */
export function decisionOf({ statusCode, headers, rawPayload }: ExecuteReply): Decision {
  if (statusCode === 204) return readDecision({})
  if (statusCode !== 200) return failedDecision(readError(statusCode, rawPayload))
  const contentType = parseContentType(headers['content-type'] as string | undefined)
  const parts = parseMultipart(rawPayload, contentType)
  const texts = parts.map((part) => [part.name, decodeText(part, contentType.charset)] as const)
  return readDecision(Object.fromEntries(texts) as PartTexts)
}

/** Either shape of an error reply: with `detail`, or, from routing, with `message`. */
function readError(status: number, body: Buffer): ProcessorError {
  const { code, detail, message, messages } = JSON.parse(body.toString()) as Partial<Record<string, unknown>>
  return new ProcessorError({
    status,
    detail: String(detail ?? message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(Array.isArray(messages) ? { messages: messages.map(String) } : {}),
  })
}
