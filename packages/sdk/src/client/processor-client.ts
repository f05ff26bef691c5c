import { randomUUID } from 'node:crypto'
import { type ContentMode, defaultContentOptions, writePrompt, writeResponse } from '../content/index.js'
import { writeExactJson } from '../json/index.js'
import { type Permissions, permissionNames } from '../processor/index.js'
import { defaultMultipartLimits, encodeMultipart, mediaTypes, partNames } from '../wire/index.js'
import type { CallOptions, Decision, ExecuteRequest } from './decision.js'
import {
  type ParameterCheck,
  type ProcessorSignature,
  readInfo,
  readParameterCheck,
  readSignature,
  type ServerInfo,
} from './discovery.js'
import { type HttpCall, HttpConnection, type HttpReply, type TlsSettings } from './http-connection.js'
import { ProcessorCallError } from './processor-call-error.js'
import { addressOf, type ProcessorReference } from './processor-reference.js'
import { emptyDecision, readDecision } from './read-decision.js'

/** Options of {@link createProcessorClient}. */
export interface ProcessorClientOptions {
  /** The server, `http:` or `https:`, without `/api/v1`; a path in front of it is kept. */
  readonly url: string | URL
  /** Sent as `Authorization: Bearer`. Default: none. */
  readonly token?: string
  /** Certificates and names for `https:`. Default: those of Node. */
  readonly tls?: TlsSettings
  /** Most connections at a time; further calls wait, and their time runs. Default 64. */
  readonly connections?: number
  /** Most milliseconds to connect. Default 2000. */
  readonly connectTimeoutMs?: number
  /** Most milliseconds for a call with all that belongs to it, unless the call says otherwise; `Infinity` for no limit. Default 5000. */
  readonly timeoutMs?: number
  /** Most bytes in the body of a reply. Default 48 MiB. */
  readonly maxReplyBytes?: number
  /** Most bytes in one part of a reply. Default 32 MiB. */
  readonly maxPartBytes?: number
  /** Most levels of nested objects and arrays in a reply. Default 128. */
  readonly maxJsonDepth?: number
  /** Most values in a part of a reply: objects, arrays, strings, numbers and literals, without keys. Default 500,000. */
  readonly maxJsonValues?: number
  /** How often to try again when no connection came about, or on a 503; nothing else is ever sent twice. Default 0. */
  readonly retries?: number
  /** Whether changed documents may have array content; see {@link ContentMode}. Default `text`. */
  readonly content?: ContentMode
  /**
   * Whether to drop tags, changes and rejects of a processor whose `parameters` have `annotate`, `modify` or `reject` set
   * to `false`. What the parameters leave out is the processor's own to decide, since only it knows its defaults. Default true.
   */
  readonly enforcePermissions?: boolean
}

/** Calls the processors of one server. Made by {@link createProcessorClient}. */
export interface ProcessorClient extends AsyncDisposable {
  /** Lists the server's processors. */
  info(options?: CallOptions): Promise<ServerInfo>
  /** What a processor takes. */
  signature(processor: ProcessorReference, options?: CallOptions): Promise<ProcessorSignature>
  /** Has a processor check parameters, as a gateway does before it uses a configuration. */
  checkParameters(processor: ProcessorReference, parameters: unknown, options?: CallOptions): Promise<ParameterCheck>
  /** Runs a processor on an exchange. */
  execute(request: ExecuteRequest): Promise<Decision>
  /** Lets running calls end, then closes all connections. Later calls fail with `closed`. */
  close(): Promise<void>
}

/** Where the processor endpoints live below a server's URL. */
const API_MOUNT = '/api/v1'

/**
 * A client for any server of the processor protocol. Each method throws a `ProcessorCallError` when it has no answer that
 * can be trusted: a guard that did not run is never taken for one that let something pass.
 *
 * @throws TypeError for a URL that is not `http:` or `https:`; from the methods for a reference that is no processor.
 * @since 0.1.0
 */
export function createProcessorClient({
  url,
  token,
  tls,
  connections = 64,
  connectTimeoutMs = 2000,
  timeoutMs: defaultTimeoutMs = 5000,
  maxReplyBytes = 48 * 1024 * 1024,
  maxPartBytes = defaultMultipartLimits.maxPartBytes,
  maxJsonDepth = defaultContentOptions.maxJsonDepth,
  maxJsonValues = defaultContentOptions.maxJsonValues,
  retries = 0,
  content = defaultContentOptions.content,
  enforcePermissions = true,
}: ProcessorClientOptions): ProcessorClient {
  const connection = new HttpConnection({
    url: httpUrl(url),
    token,
    tls,
    connections,
    connectTimeoutMs,
    maxReplyBytes,
    retries,
  })

  const bounds = { maxJsonDepth, maxJsonValues }

  function call(
    target: string,
    method: HttpCall['method'],
    path: string,
    { timeoutMs = defaultTimeoutMs, signal }: CallOptions,
    message: Pick<HttpCall, 'headers' | 'body'> = {},
  ): Promise<HttpReply> {
    return connection.call({ target, method, path: API_MOUNT + path, timeoutMs, signal, ...message })
  }

  return {
    async info(options = {}) {
      const target = `${API_MOUNT}/info`
      const reply = await call(target, 'GET', '/info', options, { headers: { accept: mediaTypes.json } })
      expectStatus(reply, target, [200])
      return readInfo(reply, target, bounds)
    },

    async signature(processor, options = {}) {
      const { id, path } = addressOf(processor)
      const reply = await call(id, 'GET', `/signature/${path}`, options)
      expectStatus(reply, id, [200])
      return readSignature(reply, id, bounds)
    },

    async checkParameters(processor, parameters, options = {}) {
      const { id, path } = addressOf(processor)
      const reply = await call(id, 'POST', `/signature/${path}`, options, {
        headers: { 'content-type': mediaTypes.json },
        body: writeExactJson(parameters),
      })
      expectStatus(reply, id, [200, 400])
      return readParameterCheck(reply, id, bounds)
    },

    async execute(request) {
      const { prompt, response, parameters, requestId = randomUUID(), stepId = randomUUID(), metadata } = request
      const { id, path } = addressOf(request.processor)
      const stage = response === undefined ? 'input' : 'response'
      if (stage === 'input' && prompt === undefined)
        throw new TypeError('An execute call needs a prompt or a response.')
      const parametersName = stage === 'input' ? partNames.inputParameters : partNames.responseParameters
      const { contentType, body } = encodeMultipart({
        [partNames.metadata]: writeExactJson({ ...metadata, request_id: requestId, step_id: stepId }),
        [partNames.inputMessages]: prompt && writePrompt(prompt),
        [partNames.responseChoices]: response && writeResponse(response),
        [parametersName]: parameters && writeExactJson(parameters),
      })
      const reply = await call(id, 'POST', `/execute/${path}`, request, {
        headers: { 'content-type': contentType },
        body,
      })
      expectStatus(reply, id, [200, 204])
      if (reply.status === 204) return emptyDecision()
      return readDecision(reply, {
        id,
        stage,
        requestId,
        stepId,
        forbidden: enforcePermissions ? forbiddenBy(parameters) : new Set(),
        limits: { maxPartBytes },
        content: { content, ...bounds },
      })
    },

    close: () => connection.close(),
    [Symbol.asyncDispose]: () => connection.close(),
  }
}

function httpUrl(value: string | URL): URL {
  const url = URL.canParse(String(value)) ? new URL(value) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new TypeError('The URL of a processor server must start with http:// or https://; this one does not.')
  }
  return url
}

function expectStatus({ status, body }: HttpReply, target: string, expected: readonly number[]): void {
  if (expected.includes(status)) return
  const code = readErrorCode(body)
  const problem = `expected status ${expected.join(' or ')}, got ${status}${code === undefined ? '' : ` (${code})`}.`
  throw new ProcessorCallError({ kind: 'status', target, problem, status, code })
}

/** The `code` of an error JSON, if it is one of ours by its looks; nothing else of the body is taken. */
function readErrorCode(body: Buffer): string | undefined {
  if (body.length > MAX_ERROR_BYTES) return undefined
  try {
    const { code } = JSON.parse(body.toString()) as { readonly code?: unknown }
    return typeof code === 'string' && /^[A-Z_]{1,30}$/.test(code) ? code : undefined
  } catch {
    return undefined
  }
}

/** Longest error JSON that is read for its code. */
const MAX_ERROR_BYTES = 65_536

function forbiddenBy(parameters: object | undefined): ReadonlySet<keyof Permissions> {
  const values = parameters as Readonly<Record<string, unknown>> | undefined
  return new Set(permissionNames.filter((permission) => values?.[permission] === false))
}
