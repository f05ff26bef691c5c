import { createHash } from 'node:crypto'
import type { Stage } from '@gatehouse/sdk'
import type { ExchangePiece } from '../outside-call/exchange-pieces.js'
import type { SharedService } from '../outside-call/service-parameters.js'
import { fillTemplate } from './request-template.js'
import { type AnswerMapping, readMapped, readModerations, type ServiceAnswer } from './service-answer.js'

/** What the service speaks. */
export type Dialect =
  | { readonly kind: 'openai-moderations'; readonly model: string | undefined }
  | {
      readonly kind: 'http-check'
      readonly request: unknown
      readonly mapping: AnswerMapping
      readonly isBatched: boolean
    }

/** Asks a service about texts, several in one call where it takes them. */
export class TextService {
  readonly #shared: SharedService<ServiceAnswer>
  readonly #dialect: Dialect
  readonly #batchSize: number
  readonly #id: string

  constructor(shared: SharedService<ServiceAnswer>, dialect: Dialect, batchSize: number) {
    this.#shared = shared
    this.#dialect = dialect
    this.#batchSize = dialect.kind === 'openai-moderations' || dialect.isBatched ? batchSize : 1
    this.#id = JSON.stringify(dialect)
  }

  /**
   * One promise for each piece, in their order. What is remembered is not asked again, nor is a text that occurs twice.
   * Each fails with an OutsideCallError, or with the reason of `signal`.
   */
  ask(pieces: readonly ExchangePiece[], stage: Stage, signal: AbortSignal): Promise<ServiceAnswer>[] {
    const byKey = new Map<string, Promise<ServiceAnswer>>()
    const unknown = new Map<string, ExchangePiece>()
    const keys = pieces.map((piece) => this.#keyOf(piece, stage))
    for (const [index, key] of keys.entries()) {
      const known = this.#shared.cache.get(key)
      if (known !== undefined) byKey.set(key, Promise.resolve(known))
      else unknown.set(key, pieces[index] as ExchangePiece)
    }
    const open = [...unknown]
    for (let from = 0; from < open.length; from += this.#batchSize) {
      const batch = open.slice(from, from + this.#batchSize)
      const asking = this.#askBatch(batch, stage, signal)
      for (const [index, [key]] of batch.entries()) {
        byKey.set(
          key,
          asking.then((answers) => answers[index] as ServiceAnswer),
        )
      }
    }
    return keys.map((key) => byKey.get(key) as Promise<ServiceAnswer>)
  }

  async #askBatch(batch: readonly (readonly [string, ExchangePiece])[], stage: Stage, signal: AbortSignal) {
    const { service, spending, cache } = this.#shared
    const pieces = batch.map(([, piece]) => piece)
    const reply = await service.post({
      ...(this.#dialect.kind === 'openai-moderations' ? { path: '/moderations' } : {}),
      body: this.#bodyOf(pieces, stage),
      signal,
      beforeAttempt: () => spending.spend(0),
    })
    const answers =
      this.#dialect.kind === 'openai-moderations'
        ? readModerations(reply, pieces.length)
        : readMapped(reply, this.#dialect.mapping, pieces.length)
    for (const [index, [key, { text }]] of batch.entries()) {
      const answer = answers[index] as ServiceAnswer
      // A text in place of another is content, and as long as that: not for a cache that counts entries.
      if ((answer.replacement ?? text) === text) cache.set(key, { ...answer, replacement: undefined })
    }
    return answers
  }

  #bodyOf(pieces: readonly ExchangePiece[], stage: Stage): unknown {
    const texts = pieces.map(({ text }) => text)
    if (this.#dialect.kind === 'openai-moderations') {
      const { model } = this.#dialect
      return { input: texts, ...(model === undefined ? {} : { model }) }
    }
    const [{ text, role } = { text: '', role: '' }] = pieces
    return fillTemplate(this.#dialect.request, { stage, texts, text, role })
  }

  #keyOf({ role, text }: ExchangePiece, stage: Stage): string {
    const asked = this.#dialect.kind === 'openai-moderations' ? [text] : [text, role, stage]
    return createHash('sha256')
      .update(JSON.stringify([this.#id, asked]))
      .digest('base64')
  }
}
