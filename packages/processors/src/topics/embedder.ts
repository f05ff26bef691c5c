import { createHash } from 'node:crypto'
import { z } from 'zod'
import { OutsideCallError } from '../outside-call/outside-call-error.js'
import type { SharedService } from '../outside-call/service-parameters.js'

/** A text as a point on the unit sphere. */
export type Embedding = Float32Array

/** Most texts in one call. */
const BATCH_SIZE = 64
/** Most numbers of an embedding. */
const MAX_DIMENSIONS = 8192
/** Characters of a token, at the least, for the budget. */
const CHARACTERS_PER_TOKEN = 3

const reply = z.object({
  data: z.array(
    z.object({ index: z.int().min(0).optional(), embedding: z.array(z.number()).min(1).max(MAX_DIMENSIONS) }),
  ),
  usage: z.object({ total_tokens: z.int().min(0) }).optional(),
})

/** Asks an endpoint that speaks the Embeddings API; what it answered is remembered by a hash of the text. */
export class Embedder {
  readonly #shared: SharedService<Embedding>
  readonly #model: string

  constructor(shared: SharedService<Embedding>, model: string) {
    this.#shared = shared
    this.#model = model
  }

  /**
   * Embeds texts: one promise for each, in their order. What is not known goes out in calls of 64 texts.
   *
   * @throws OutsideCallError, by each promise whose text has no answer; the reason of `signal` when that fires.
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Embedding>[] {
    const keys = texts.map((text) => this.#keyOf(text))
    const unknown = new Map<string, string>()
    const known = new Map<string, Promise<Embedding>>()
    keys.forEach((key, index) => {
      const cached = this.#shared.cache.get(key)
      if (cached !== undefined) known.set(key, Promise.resolve(cached))
      else unknown.set(key, texts[index] as string)
    })
    const missing = [...unknown]
    for (let from = 0; from < missing.length; from += BATCH_SIZE) {
      const batch = missing.slice(from, from + BATCH_SIZE)
      const asking = this.#ask(batch, signal)
      batch.forEach(([key], index) => {
        known.set(
          key,
          asking.then((embeddings) => embeddings[index] as Embedding),
        )
      })
    }
    return keys.map((key) => known.get(key) as Promise<Embedding>)
  }

  async #ask(batch: readonly (readonly [key: string, text: string])[], signal: AbortSignal): Promise<Embedding[]> {
    const { service, spending, cache } = this.#shared
    const input = batch.map(([, text]) => text)
    const expected = Math.ceil(input.reduce((sum, { length }) => sum + length, 0) / CHARACTERS_PER_TOKEN)
    let spent = { settle: (_tokens: number) => {} }
    const answer = await service.post({
      path: '/embeddings',
      body: { model: this.#model, input, encoding_format: 'float' },
      signal,
      beforeAttempt: () => {
        spent = spending.spend(expected)
      },
    })
    const { embeddings, tokens } = readEmbeddings(answer, batch.length)
    if (tokens !== undefined) spent.settle(tokens)
    batch.forEach(([key], index) => {
      cache.set(key, embeddings[index] as Embedding)
    })
    return embeddings
  }

  #keyOf(text: string): string {
    return createHash('sha256')
      .update(JSON.stringify([this.#model, text]))
      .digest('base64')
  }
}

/** @throws OutsideCallError `reply-invalid` when it is not one embedding for each text, all of one length. */
function readEmbeddings(answer: unknown, count: number) {
  const parsed = reply.safeParse(answer)
  if (!parsed.success) throw new OutsideCallError('reply-invalid', 'The reply has no list of embeddings.')
  const { data, usage } = parsed.data
  const embeddings: (Embedding | undefined)[] = new Array(count).fill(undefined)
  data.forEach(({ index, embedding }, position) => {
    const place = index ?? position
    if (place < count) embeddings[place] = normalise(embedding)
  })
  const length = embeddings[0]?.length
  if (length === undefined || embeddings.some((embedding) => embedding?.length !== length)) {
    throw new OutsideCallError('reply-invalid', `The reply should have ${count} embeddings of one length; it has not.`)
  }
  return { embeddings: embeddings as Embedding[], tokens: usage?.total_tokens }
}

function normalise(values: readonly number[]): Embedding {
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  return Float32Array.from(values, (value) => (norm === 0 ? 0 : value / norm))
}

/** How alike two embeddings are: their cosine, -1 to 1; 0 for embeddings of different lengths. */
export function similarityOf(a: Embedding, b: Embedding): number {
  if (a.length !== b.length) return 0
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number)
  return sum
}
