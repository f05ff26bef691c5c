import { createHash } from 'node:crypto'
import { OutsideCallError } from '../outside-call/outside-call-error.js'
import type { SharedService } from '../outside-call/service-parameters.js'
import { type ChatMessage, type Guideline, judgePrompt, type Question } from './judge-prompt.js'
import { readVerdict, type Verdict, verdictSchema } from './verdict.js'

/** How a judge is asked. */
export interface JudgeSettings extends Guideline {
  readonly model: string
  readonly instructions: string
  readonly maxOutputTokens: number
  /** How the server is asked for JSON; `auto` takes the strictest way that it knows. */
  readonly responseFormat: 'auto' | ResponseFormat
  /** Further members of the request, in place of ours; null takes one out. */
  readonly body: Readonly<Record<string, unknown>>
}

/** From strict to loose. */
const responseFormats = ['json_schema', 'json_object', 'text'] as const
type ResponseFormat = (typeof responseFormats)[number]

/** A server that does not know a `response_format` answers so. */
const UNKNOWN_FORMAT_STATUSES: ReadonlySet<number | undefined> = new Set([400, 404, 415, 422, 501])

/** Characters of a token, at the least: English has about 4, and an estimate that is too high only spares the budget. */
const CHARACTERS_PER_TOKEN = 3

/** The loosest format that a service needed, once it has answered; services are shared, so that one call finds out for all. */
const knownFormats = new WeakMap<SharedService<Verdict>, Map<string, ResponseFormat>>()

/** Has a model judge texts, over an endpoint that speaks the Chat Completions API. */
export class Judge {
  readonly #shared: SharedService<Verdict>
  readonly #settings: JudgeSettings
  readonly #categories: readonly string[]
  readonly #id: string

  constructor(shared: SharedService<Verdict>, settings: JudgeSettings) {
    this.#shared = shared
    this.#settings = settings
    const names = settings.categories.map(({ name }) => name)
    this.#categories = names.length === 0 ? ['violation'] : names
    this.#id = JSON.stringify(settings)
  }

  /** @throws OutsideCallError without a verdict; the reason of `signal` when that fires. */
  async judge(question: Question, signal: AbortSignal): Promise<Verdict> {
    const key = createHash('sha256')
      .update(JSON.stringify([this.#id, question]))
      .digest('base64')
    const known = this.#shared.cache.get(key)
    if (known !== undefined) return known
    const verdict = await this.#ask(judgePrompt(this.#settings.instructions, this.#settings, question), signal)
    this.#shared.cache.set(key, verdict)
    return verdict
  }

  async #ask(messages: readonly ChatMessage[], signal: AbortSignal): Promise<Verdict> {
    const { responseFormat, model } = this.#settings
    if (responseFormat !== 'auto') return this.#askIn(responseFormat, messages, signal)
    const formats = knownFormats.get(this.#shared) ?? new Map<string, ResponseFormat>()
    knownFormats.set(this.#shared, formats)
    const first = responseFormats.indexOf(formats.get(model) ?? 'json_schema')
    for (const format of responseFormats.slice(first)) {
      try {
        const verdict = await this.#askIn(format, messages, signal)
        formats.set(model, format)
        return verdict
      } catch (error) {
        const isUnknown = error instanceof OutsideCallError && UNKNOWN_FORMAT_STATUSES.has(error.status)
        // What it has answered before is known, so the status has another reason.
        if (!isUnknown || formats.has(model) || format === 'text') throw error
      }
    }
    throw new OutsideCallError('reply-invalid', 'The server takes no response format.')
  }

  async #askIn(format: ResponseFormat, messages: readonly ChatMessage[], signal: AbortSignal): Promise<Verdict> {
    const { service, spending } = this.#shared
    const { maxOutputTokens } = this.#settings
    const characters = messages.reduce((sum, { content }) => sum + content.length, 0)
    const expected = Math.ceil(characters / CHARACTERS_PER_TOKEN) + maxOutputTokens
    let spent = { settle: (_tokens: number) => {} }
    const reply = await service.post({
      path: '/chat/completions',
      body: this.#bodyOf(format, messages),
      signal,
      beforeAttempt: () => {
        spent = spending.spend(expected)
      },
    })
    const { verdict, tokens } = readVerdict(reply, this.#categories)
    if (tokens !== undefined) spent.settle(tokens)
    return verdict
  }

  #bodyOf(format: ResponseFormat, messages: readonly ChatMessage[]): Record<string, unknown> {
    const { model, maxOutputTokens, body } = this.#settings
    const own = { temperature: 0, max_tokens: maxOutputTokens, ...this.#formatOf(format), ...body, model, messages }
    return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null))
  }

  #formatOf(format: ResponseFormat): object {
    if (format === 'text') return {}
    if (format === 'json_object') return { response_format: { type: 'json_object' } }
    const schema = verdictSchema(this.#categories)
    return { response_format: { type: 'json_schema', json_schema: { name: 'verdict', strict: true, schema } } }
  }
}
