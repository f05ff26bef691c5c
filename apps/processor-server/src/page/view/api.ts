import { endpointPath, type RequestPart } from '../model/exchange.js'
import { type ListedProcessor, readProcessorList, readSignature, type Signature } from '../model/signature.js'

/** An HTTP answer, read in full. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly text: string
  /** Parts by name, when the answer is multipart. */
  readonly parts: ReadonlyMap<string, string>
  /** From the last byte sent to the first byte received, in milliseconds; with it the way there and back. */
  readonly durationMs: number
}

/** An answer with another status than the call expects. */
export class StatusError extends Error {
  constructor(readonly answer: Answer) {
    super(`The server answered with status ${answer.status}.`)
  }
}

/** What the check of parameters came to. */
export interface ParameterCheck {
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** The endpoints of the server that this page came from, wherever a proxy put it. */
export class Api {
  /** Bearer token, in the memory of this page only; empty for none. */
  token = ''
  readonly #base: URL

  /** @param base URL of the mount, with a slash at its end. */
  constructor(base: URL) {
    this.#base = base
  }

  /** @throws StatusError, TypeError when the answer has another form or there is none. */
  async listProcessors(): Promise<ListedProcessor[]> {
    return readProcessorList(JSON.parse((await this.#get('info')).text))
  }

  /** @throws StatusError, TypeError when the answer has another form or there is none. */
  async readSignature(processor: ListedProcessor): Promise<Signature> {
    return readSignature(JSON.parse((await this.#get(endpointPath('signature', processor))).text))
  }

  /** Has the server check parameters without running anything. @throws StatusError, TypeError */
  async checkParameters(processor: ListedProcessor, json: string, signal: AbortSignal): Promise<ParameterCheck> {
    const answer = await this.#fetch(endpointPath('signature', processor), {
      method: 'POST',
      body: json,
      headers: { 'content-type': 'application/json' },
      signal,
    })
    if (answer.status !== 200 && answer.status !== 400) throw new StatusError(answer)
    const { validation = {} } = JSON.parse(answer.text) as { validation?: { errors?: unknown; warnings?: unknown } }
    return { errors: readTexts(validation.errors), warnings: readTexts(validation.warnings) }
  }

  /** Runs a processor. Any status is an answer. @throws TypeError when there is no answer. */
  execute(processor: ListedProcessor, parts: readonly RequestPart[], signal: AbortSignal): Promise<Answer> {
    const body = new FormData()
    for (const [name, json] of parts) body.append(name, json)
    return this.#fetch(endpointPath('execute', processor), { method: 'POST', body, signal })
  }

  /** Address of the execute endpoint, for a command line. */
  executeUrl(processor: ListedProcessor): string {
    return new URL(endpointPath('execute', processor), this.#base).href
  }

  async #get(path: string): Promise<Answer> {
    const answer = await this.#fetch(path, { headers: { accept: 'application/json' } })
    if (answer.status !== 200) throw new StatusError(answer)
    return answer
  }

  async #fetch(path: string, init: RequestInit): Promise<Answer> {
    const url = new URL(path, this.#base)
    const headers = new Headers(init.headers)
    if (this.token !== '') headers.set('authorization', `Bearer ${this.token}`)
    performance.clearResourceTimings()
    const startedAt = performance.now()
    const reply = await fetch(url, { ...init, headers, cache: 'no-store', credentials: 'omit' })
    const bytes = await reply.arrayBuffer()
    const elapsedMs = performance.now() - startedAt
    const contentType = reply.headers.get('content-type') ?? ''
    return {
      status: reply.status,
      contentType,
      text: new TextDecoder().decode(bytes),
      parts: await readParts(bytes, contentType),
      durationMs: waitOf(url) ?? elapsedMs,
    }
  }
}

/** Browsers read multipart themselves. Parts of an answer have no file name, so each is a text. */
async function readParts(bytes: ArrayBuffer, contentType: string): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  if (!contentType.startsWith('multipart/form-data')) return parts
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  form.forEach((value, name) => {
    if (typeof value === 'string') parts.set(name, value)
  })
  return parts
}

function waitOf(url: URL): number | undefined {
  const entry = performance.getEntriesByName(url.href, 'resource').at(-1)
  if (!(entry instanceof PerformanceResourceTiming) || entry.requestStart === 0) return undefined
  const wait = entry.responseStart - entry.requestStart
  return wait > 0 ? wait : undefined
}

function readTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []
}
