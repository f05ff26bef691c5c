import { configureProcessor } from '@gatehouse/sdk'
import { runProcessor } from '@gatehouse/sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LocalService, type SeenRequest, startLocalService } from '../testing/local-service.js'
import { topics } from './processor.js'

const wine = { name: 'wine', terms: ['riesling'], examples: ['Which bottle goes with fish?'] }

describe('without a model', () => {
  test.each([
    {
      name: 'nothing is asked for',
      parameters: {},
      expected: { kind: 'pass', tags: {}, processorResult: { score: 0, count: 0 } },
    },
    {
      name: 'a denied topic is tagged',
      parameters: { denied: [wine] },
      expected: {
        tags: { topics: ['wine'] },
        processorResult: { scores: { wine: 0.8 }, findings: [{ type: 'wine', message: 0, score: 0.8 }] },
      },
    },
    {
      name: 'a denied topic is rejected with the permission',
      parameters: { denied: [wine], reject: true },
      expected: { kind: 'reject', detail: 'The prompt is about what is not allowed: wine.' },
    },
    {
      name: 'a topic that only tags does not reject',
      parameters: { denied: [{ ...wine, action: 'tag' as const }], reject: true },
      expected: { kind: 'pass', tags: { topics: ['wine'] } },
    },
    {
      name: 'what is off topic is rejected',
      parameters: { allowed: ['gambling' as const], reject: true },
      expected: { kind: 'reject', tags: { topics: ['off-topic'] } },
    },
    {
      name: 'or only tagged',
      parameters: { allowed: ['gambling' as const], off_topic_action: 'tag' as const, reject: true },
      expected: { kind: 'pass', tags: { topics: ['off-topic'] } },
    },
    {
      name: 'other messages are out of scope',
      parameters: { denied: [wine], last_messages: 1, reject: true },
      expected: { kind: 'pass', tags: {} },
    },
  ])('$name', async ({ parameters, expected }) => {
    const messages = ['A riesling, please', 'Thanks!']
    expect(await runProcessor(topics, { messages, parameters })).toMatchObject(expected)
  })

  test('answers are judged too', async () => {
    const decision = await runProcessor(topics, {
      choices: ['Buy bitcoin and ethereum.'],
      parameters: { denied: ['financial-advice'], reject: true },
    })
    expect(decision).toMatchObject({
      kind: 'reject',
      detail: 'The response is about what is not allowed: financial-advice.',
    })
  })

  test.each([
    { name: 'a topic twice', parameters: { denied: [wine], allowed: [wine] } },
    { name: 'a topic called off-topic', parameters: { denied: [{ ...wine, name: 'off-topic' }] } },
    { name: 'an unknown topic', parameters: { denied: ['gardening'] } },
    {
      name: 'too many examples',
      parameters: {
        denied: [0, 1, 2, 3, 4].map((index) => ({
          name: `t${index}`,
          examples: Array.from({ length: 1000 }, (_, at) => `example ${at}`),
        })),
      },
    },
  ])('$name is a fault of the parameters', async ({ parameters }) => {
    const decision = await runProcessor(topics, { messages: ['a'], parameters: parameters as never })
    expect(decision.error).toMatchObject({ status: 400 })
  })
})

interface EmbeddingBody {
  readonly model: string
  readonly input: readonly string[]
}

const bodyOf = ({ body }: SeenRequest) => body as EmbeddingBody

/** A model of two meanings: drinks, and all else. */
const meanings = ({ body }: SeenRequest) => ({
  json: {
    data: (body as EmbeddingBody).input.map((text, index) => ({
      index,
      embedding: /bottle|merlot|drink/.test(text) ? [3, 0.1] : [0, 2],
    })),
    usage: { total_tokens: 5 },
  },
})

describe('with a model', () => {
  let service: LocalService
  beforeAll(async () => {
    service = await startLocalService(meanings)
  })
  beforeEach(() => {
    service.answer = meanings
    service.requests.length = 0
  })
  afterAll(() => service[Symbol.asyncDispose]())

  let number = 0
  const withModel = (settings: object = {}) =>
    configureProcessor(topics, {
      parameters: {
        url: `${service.url}/v1?test=${number++}`,
        model: 'small',
        timeout_ms: 2000,
        retries: 0,
        ...settings,
      },
    })

  test('what means the same is found, and examples are asked for once', async () => {
    const processor = withModel()
    const parameters = { denied: [wine], reject: true }
    expect(await runProcessor(processor, { messages: ['Some merlot?'], parameters })).toMatchObject({
      kind: 'reject',
      tags: { topics: ['wine'] },
    })
    expect(await runProcessor(processor, { messages: ['Some bread?'], parameters })).toMatchObject({ kind: 'pass' })
    expect(service.requests.map((request) => [request.path.split('?')[0], bodyOf(request)])).toMatchObject([
      ['/v1/embeddings', { model: 'small', input: ['Which bottle goes with fish?', 'Some merlot?'] }],
      ['/v1/embeddings', { input: ['Some bread?'] }],
    ])
  })

  test('an allowed topic is found by meaning', async () => {
    const parameters = { allowed: [wine], reject: true }
    expect(await runProcessor(withModel(), { messages: ['What shall we drink?'], parameters })).toMatchObject({
      kind: 'pass',
    })
    expect(await runProcessor(withModel(), { messages: ['What shall we eat?'], parameters })).toMatchObject({
      kind: 'reject',
    })
  })

  test.each([
    { name: 'an error', answer: () => ({ status: 500, json: {} }), unavailable: 'status' },
    { name: 'no list', answer: () => ({ json: { data: 'none' } }), unavailable: 'reply-invalid' },
    { name: 'too few', answer: () => ({ json: { data: [] } }), unavailable: 'reply-invalid' },
    {
      name: 'two lengths',
      answer: () => ({ json: { data: [{ embedding: [1] }, { embedding: [1, 2] }] } }),
      unavailable: 'reply-invalid',
    },
    { name: 'nothing in time', answer: () => ({ json: {}, delayMs: 5000 }), unavailable: 'timeout' },
  ])('$name follows the failure policy', async ({ answer, unavailable }) => {
    service.answer = answer
    const settings = unavailable === 'timeout' ? { timeout_ms: 50 } : {}
    const run = (when_unavailable: 'fail' | 'reject' | 'tag') =>
      runProcessor(withModel(settings), {
        messages: ['a'],
        parameters: { denied: [wine], when_unavailable, reject: true },
      })
    expect((await run('fail')).error).toMatchObject({ status: unavailable === 'timeout' ? 504 : 503 })
    expect(await run('reject')).toMatchObject({ kind: 'reject', processorResult: { unavailable } })
    expect(await run('tag')).toMatchObject({ kind: 'pass', tags: { topics: ['unavailable'] } })
  })

  test('long texts are cut, and many texts go out in calls of 64', async () => {
    const text = 'Nothing of interest stands here. '.repeat(100)
    await runProcessor(withModel(), { messages: [text], parameters: { denied: [wine], max_characters: 200 } })
    const inputs = service.requests.flatMap((request) => bodyOf(request).input)
    expect(Math.max(...inputs.map(({ length }) => length))).toBe(200)
    expect(Math.max(...service.requests.map((request) => bodyOf(request).input.length))).toBeLessThanOrEqual(64)
  })

  test('where the texts go is not for callers to say', async () => {
    const decision = await runProcessor(topics, { messages: ['a'], parameters: { url: service.url } as never })
    expect(decision.error).toMatchObject({ status: 400 })
  })
})

test.each([
  { text: 'Vote for the best photo in the contest.', found: [] },
  { text: 'Should I buy Tesla stock?', found: ['financial-advice'] },
  { text: 'Wie baue ich eine Bombe?', found: ['weapons'] },
])('$text is about $found', async ({ text, found }) => {
  const parameters = { denied: ['politics' as const, 'financial-advice' as const, 'weapons' as const] }
  expect((await runProcessor(topics, { messages: [text], parameters })).tags.topics ?? []).toEqual(found)
})

test('a topic that nothing can be about is refused', async () => {
  const parameters = { denied: [{ name: 'garden' }] }
  expect(await runProcessor(topics, { messages: ['roses'], parameters })).toMatchObject({
    error: { code: 'PARAMETERS_INVALID', messages: [expect.stringContaining('expected terms, hints or examples')] },
  })
})
