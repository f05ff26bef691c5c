import { createHash } from 'node:crypto'
import { operatorOnly, ProcessorError, secret } from '@gatehouse/sdk'
import { z } from 'zod'
import { AnswerCache } from './answer-cache.js'
import { OutsideService } from './outside-service.js'
import { SpendingWindow } from './spending-window.js'

/** Most bytes of a reply: verdicts have some hundred, and batches of them some thousand. */
const MAX_REPLY_BYTES = 1_048_576

const serviceUrl = z
  .string()
  .max(2048)
  .refine(isServiceUrl, 'expected an http or https URL without credentials or fragment')

/**
 * Parameters of a processor that asks a service: where it is, with which credentials, at what cost. Only the operator sets
 * them, since whoever sets them decides where content goes and who gets the key.
 */
export const serviceParameters = {
  url: operatorOnly(serviceUrl).optional().describe('URL of the service. Without one, every call fails.'),
  api_key_env: operatorOnly(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/))
    .optional()
    .describe('Environment variable of the server that holds the API key.'),
  api_key: secret(
    operatorOnly(z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'expected 1 to 4096 visible ASCII characters')),
  )
    .optional()
    .describe('The API key itself; "api_key_env" keeps it out of files.'),
  api_key_header: operatorOnly(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/))
    .default('authorization')
    .describe('Header for the API key. In "authorization" it stands behind "Bearer".'),
  timeout_ms: operatorOnly(z.int().min(1).max(600_000))
    .default(10_000)
    .describe('Most milliseconds for one call, retries included. Keep it below the time limit of the handler.'),
  retries: operatorOnly(z.int().min(0).max(5))
    .default(2)
    .describe('Most further attempts after a status of 408, 425, 429 or 5xx or a broken connection.'),
  max_concurrent: operatorOnly(z.int().min(1).max(1000)).default(16).describe('Most calls at a time.'),
  max_queued: operatorOnly(z.int().min(0).max(100_000))
    .default(256)
    .describe('Most calls that wait for their turn; further ones count as without an answer.'),
  cache_seconds: operatorOnly(z.int().min(0).max(86_400))
    .default(300)
    .describe('How long an answer is remembered, by a hash of the text; 0 for not at all.'),
  cache_entries: operatorOnly(z.int().min(0).max(1_000_000))
    .default(10_000)
    .describe('Most answers that are remembered.'),
  budget: operatorOnly(
    z.strictObject({
      calls: z.int().min(1).optional().describe('Most calls in a time window, each attempt counted.'),
      tokens: z.int().min(1).optional().describe('Most tokens in a time window, as the service counts them.'),
      window_seconds: z.int().min(1).max(86_400).default(3600).describe('Length of a time window.'),
    }),
  )
    .optional()
    .describe('What the service may cost; beyond it, exchanges count as without an answer.'),
}

/** Values of {@link serviceParameters}. */
export type ServiceParameters = z.output<z.ZodObject<typeof serviceParameters>>

/** A service with what belongs to it: one for all exchanges, so that no caller gets a budget or a cache of its own. */
export interface SharedService<Answer> {
  readonly service: OutsideService
  readonly cache: AnswerCache<Answer>
  readonly spending: SpendingWindow
}

/** Most services that are kept for later; one that is dropped still serves who has it. */
const MAX_SHARED = 64

/**
 * Gives out services by their settings: the same one for the same settings, whatever else the parameters say.
 *
 * @param environment where API keys are looked up. Default `process.env`.
 */
export class ServiceRegistry<Answer> {
  readonly #environment: Readonly<Record<string, string | undefined>>
  readonly #services = new Map<string, SharedService<Answer>>()

  constructor(environment: Readonly<Record<string, string | undefined>> = process.env) {
    this.#environment = environment
  }

  /**
   * The service of these parameters; `undefined` when they name none.
   *
   * @throws ProcessorError when the environment does not have the API key.
   */
  find(parameters: ServiceParameters): SharedService<Answer> | undefined {
    const { url, budget = { window_seconds: 1 } } = parameters
    if (url === undefined) return undefined
    const headers = keyHeaders(parameters, this.#environment)
    const settings = Object.keys(serviceParameters).map((name) => parameters[name as keyof ServiceParameters])
    // Hashed, so that the key does not stand in one more place.
    const id = createHash('sha256')
      .update(JSON.stringify([settings, headers]))
      .digest('base64')
    const known = this.#services.get(id)
    if (known !== undefined) return known
    const made: SharedService<Answer> = {
      service: new OutsideService({
        url: new URL(url),
        headers,
        timeoutMs: parameters.timeout_ms,
        maxReplyBytes: MAX_REPLY_BYTES,
        retries: parameters.retries,
        maxRunning: parameters.max_concurrent,
        maxWaiting: parameters.max_queued,
      }),
      cache: new AnswerCache({ maxEntries: parameters.cache_entries, ttlMs: parameters.cache_seconds * 1000 }),
      spending: new SpendingWindow({ ...budget, windowMs: budget.window_seconds * 1000 }),
    }
    this.#services.set(id, made)
    const [oldest] = this.#services.keys()
    if (this.#services.size > MAX_SHARED && oldest !== undefined) this.#services.delete(oldest)
    return made
  }
}

function keyHeaders(
  { api_key, api_key_env, api_key_header }: ServiceParameters,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const key = api_key_env === undefined ? api_key : environment[api_key_env]
  if (key === undefined && api_key_env === undefined) return {}
  if (key === undefined || !/^[\x21-\x7e]{1,4096}$/.test(key)) {
    throw new ProcessorError({
      code: 'PARAMETERS_INVALID',
      detail: `"api_key_env" names the environment variable ${api_key_env}, which must hold 1 to 4096 visible ASCII characters; it does not.`,
    })
  }
  const name = api_key_header.toLowerCase()
  return { [name]: name === 'authorization' ? `Bearer ${key}` : key }
}

function isServiceUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hash } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '' && hash === ''
}
