import { configureProcessor } from '@gatehouse/sdk'
import { processorLaws, runProcessor } from '@gatehouse/sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LocalAnswer, type LocalService, type SeenRequest, startLocalService } from '../testing/local-service.js'
import { remote } from './processor.js'

const textsOf = ({ body }: SeenRequest) => (body as { input: string[] }).input

/** A moderations endpoint that knows two words. */
const moderate = (request: SeenRequest): LocalAnswer => ({
  json: {
    id: 'modr-1',
    model: 'm',
    results: textsOf(request).map((text) => {
      const scores = { violence: /stab/.test(text) ? 0.8 : 0.01, 'self-harm/intent': /cut me/.test(text) ? 0.9 : 0 }
      const categories = { violence: scores.violence > 0.5, 'self-harm/intent': scores['self-harm/intent'] > 0.5 }
      return { flagged: categories.violence || categories['self-harm/intent'], categories, category_scores: scores }
    }),
  },
})

let service: LocalService
beforeAll(async () => {
  service = await startLocalService(moderate)
})
beforeEach(() => {
  service.answer = moderate
  service.requests.length = 0
})
afterAll(() => service[Symbol.asyncDispose]())

let number = 0
/** A processor whose cache and budget nobody else has. */
const remoteWith = (settings: object = {}) =>
  configureProcessor(remote, {
    parameters: { url: `${service.url}/v1?test=${number++}`, timeout_ms: 15_000, ...settings },
  })

describe('a moderations endpoint', () => {
  test.each([
    { text: 'stab him', parameters: { reject: true }, expected: { kind: 'reject', code: 'AIGW_POLICY_VIOLATION' } },
    { text: 'stab him', parameters: {}, expected: { kind: 'pass', tags: { moderation: ['violence'] } } },
    { text: 'stab him', parameters: { threshold: 0.85, reject: true }, expected: { kind: 'pass', tags: {} } },
    {
      text: 'stab him, cut me',
      parameters: { reject: true, categories: { violence: { action: 'tag' }, 'self-harm/intent': { action: 'off' } } },
      expected: { kind: 'pass', tags: { moderation: ['violence'] } },
    },
    {
      text: 'pet a dog',
      parameters: { reject: true },
      expected: { kind: 'pass', processorResult: { judged: true, count: 0 } },
    },
  ])('"$text" with $parameters', async ({ text, parameters, expected }) => {
    expect(await runProcessor(remoteWith(), { messages: [text], parameters: parameters as never })).toMatchObject(
      expected,
    )
  })

  test('gets all texts that are not remembered in as few calls as it takes, each once', async () => {
    const processor = remoteWith({ batch_size: 2, model: 'omni' })
    const run = (choices: string[]) => runProcessor(processor, { choices, parameters: {} })
    const { processorResult } = await run(['a dog', 'stab', 'a dog', '', 'a cat'])
    expect(processorResult).toMatchObject({ findings: [{ type: 'violence', choice: 1, score: 0.8 }] })
    const bodies = () => service.requests.map(({ path, body }) => ({ path: path.split('?')[0], body }))
    expect(bodies()).toEqual([
      { path: '/v1/moderations', body: { input: ['a dog', 'stab'], model: 'omni' } },
      { path: '/v1/moderations', body: { input: ['a cat'], model: 'omni' } },
    ])
    await run(['stab', 'a fox'])
    expect(service.requests.map(textsOf).at(-1)).toEqual(['a fox'])
  })

  test('may name a category like a member that every object has', async () => {
    service.answer = () => ({
      json: { results: [{ flagged: true, categories: { constructor: true }, category_scores: {} }] },
    })
    const decision = await runProcessor(remoteWith(), { messages: ['hello'], parameters: { threshold: 0.5 } })
    expect(decision).toMatchObject({ tags: { moderation: ['constructor'] } })
  })

  test.each([
    { name: 'fewer results', json: { results: [] } },
    { name: 'no results', json: { flagged: false } },
    { name: 'a score above 1', json: { results: [{ flagged: false, categories: {}, category_scores: { a: 7 } }] } },
    {
      name: 'a category that is a sentence',
      json: { results: [{ flagged: true, categories: { 'you said: hello': true }, category_scores: {} }] },
    },
    { name: 'a flag as text', json: { results: [{ flagged: 'false', categories: {}, category_scores: {} }] } },
  ])('$name is no answer', async ({ json }) => {
    service.answer = () => ({ json })
    expect(await runProcessor(remoteWith(), { messages: ['hello'], parameters: {} })).toMatchObject({
      error: { status: 503, detail: 'Processor "remote" has no answer to go by (reply-invalid).' },
    })
  })
})

describe('an http-check', () => {
  const check = (settings: object) => remoteWith({ service: 'http-check', ...settings })
  const parameters = { reject: true, modify: true }

  test('is sent what the template says, and read by the mapping', async () => {
    service.answer = () => ({ json: { out: { bad: true, labels: ['Spam', 'scam'], p: 0.7 } } })
    const processor = check({
      request: { doc: { body: '{{text}}', by: '{{role}}', at: '{{stage}}' }, v: 2 },
      response: { flagged: '/out/bad', categories: '/out/labels', score: '/out/p' },
    })
    const decision = await runProcessor(processor, { messages: ['buy', ' '], parameters: {} })
    expect(decision).toMatchObject({ tags: { moderation: ['spam', 'scam'] }, processorResult: { count: 2 } })
    expect(service.requests).toMatchObject([
      { path: expect.stringMatching(/^\/v1\?test=/), body: { doc: { body: 'buy', by: 'user', at: 'input' }, v: 2 } },
    ])
  })

  test('may take several texts in one call', async () => {
    service.answer = (request) => {
      const { list } = request.body as { list: string[] }
      return { json: { all: list.map((text) => ({ risk: text.length / 10 })) } }
    }
    const settings = { request: { list: '{{texts}}' }, response: { results: '/all', score: '/risk' } }
    const messages = ['four', 'sixsix']
    expect(await runProcessor(check(settings), { messages, parameters })).toMatchObject({
      kind: 'reject',
      detail: 'The service objects to the prompt in 1 point.',
      processorResult: { findings: [{ type: 'flagged', message: 1, score: 0.6 }] },
    })
    expect(service.requests).toHaveLength(1)
  })

  describe('that offers another text', () => {
    const settings = { response: { flagged: '/bad', replacement: '/clean' } }
    beforeEach(() => {
      service.answer = ({ body }) => ({
        json: { bad: false, clean: (body as { text: string }).text.replaceAll('darn', '****') },
      })
    })

    test('gets it put in place, in either stage, when that is permitted', async () => {
      const prompt = await runProcessor(check(settings), { messages: ['darn it', 'fine'], parameters })
      expect(prompt).toMatchObject({
        tags: { moderation: ['replaced'] },
        prompt: { messages: [{ content: '**** it' }, { content: 'fine' }] },
      })
      const response = await runProcessor(check(settings), { choices: ['well', 'darn'], parameters })
      expect(response.response?.choices.map(({ message }) => message.content)).toEqual(['well', '****'])
      const tagged = await runProcessor(check(settings), { messages: ['darn'], parameters: {} })
      expect(tagged).toMatchObject({ prompt: undefined, tags: { moderation: ['replaced'] }, dropped: [] })
    })

    test('is asked again for it, since no other text than a hash is remembered', async () => {
      const processor = check(settings)
      for (const text of ['darn', 'fine', 'darn', 'fine']) {
        await runProcessor(processor, { messages: [text], parameters })
      }
      expect(service.requests.map(({ body }) => body)).toEqual([{ text: 'darn' }, { text: 'fine' }, { text: 'darn' }])
    })

    test('is no answer with half a surrogate pair, which no processor behind it takes', async () => {
      service.answer = () => ({ text: '{"bad":false,"clean":"\\ud83d"}' })
      expect(await runProcessor(check(settings), { messages: ['darn'], parameters })).toMatchObject({
        error: { detail: expect.stringContaining('(reply-invalid)') },
      })
    })

    test('cannot change a text that was sent in pieces', async () => {
      const long = { messages: ['darn '.repeat(300)], parameters: { ...parameters, max_characters: 1000 } }
      expect(await runProcessor(check(settings), long)).toMatchObject({
        error: { status: 503, detail: expect.stringContaining('(too-much-text)') },
      })
    })
  })

  test.each([
    { name: 'nothing at the pointer', json: {} },
    { name: 'another kind', json: { flagged: 'no' } },
    { name: 'null', json: { flagged: null } },
  ])('$name is no answer', async ({ json }) => {
    service.answer = () => ({ json })
    expect(await runProcessor(check({}), { messages: ['hello'], parameters })).toMatchObject({
      error: { detail: expect.stringContaining('(reply-invalid)') },
    })
  })

  test.each([
    { settings: { request: { text: 'all of it' } }, problem: /request: expected "\{\{text\}\}"/ },
    { settings: { response: { categories: '/c' } }, problem: /response: expected at least "flagged" or "score"/ },
    { settings: { response: { flagged: 'c' } }, problem: /response,flagged: expected a JSON Pointer/ },
  ])('$settings is refused', ({ settings, problem }) => {
    expect(() => check(settings)).toThrow(problem)
  })
})

describe('without an answer', () => {
  test('every policy holds', async () => {
    service.answer = () => ({ status: 500, json: {} })
    const run = (when_unavailable: string) =>
      runProcessor(remoteWith({ retries: 0 }), {
        messages: ['hello'],
        parameters: { when_unavailable, reject: true } as never,
      })
    expect(await run('fail')).toMatchObject({ error: { status: 503, code: 'OUTSIDE_CALL_FAILED' } })
    expect(await run('reject')).toMatchObject({ kind: 'reject', code: 'AIGW_RESOURCE_AVAILABILITY' })
    expect(await run('tag')).toMatchObject({ kind: 'pass', tags: { remote: ['unavailable'] } })
  })

  test('an objection to one text decides, though others were not judged', async () => {
    service.answer = (request) => (textsOf(request).includes('hello') ? { status: 404, json: {} } : moderate(request))
    const processor = remoteWith({ batch_size: 1 })
    const messages = ['hello', 'stab']
    expect(await runProcessor(processor, { messages, parameters: { reject: true } })).toMatchObject({ kind: 'reject' })
    expect(await runProcessor(processor, { messages, parameters: {} })).toMatchObject({ error: { status: 503 } })
  })

  test('no configuration, no pass', async () => {
    expect(await runProcessor(remote, { messages: ['hello'], parameters: {} })).toMatchObject({
      error: { code: 'NOT_CONFIGURED' },
    })
  })

  test.each([{ url: 'http://127.0.0.1:9' }, { service: 'http-check' }, { request: {} }, { response: {} }])(
    'a request cannot set %j',
    async (parameters) => {
      const decision = await runProcessor(remoteWith(), { messages: ['x'], parameters: parameters as never })
      expect(decision).toMatchObject({ error: { status: 400 } })
      expect(service.requests).toHaveLength(0)
    },
  )
})

describe('laws', () => {
  const lawsOf = () =>
    processorLaws(remoteWith({ max_queued: 100_000, timeout_ms: 20_000, batch_size: 256 }), {
      samples: ['stab him at 2041-77-1234', 'pet a dog'],
      parameters: { max_pieces: 10_000 },
      secrets: ['stab'],
      withinPermissions: true,
      linear: false,
    })
  test.each(['judges', 'does', 'decides', 'gives', 'writes', 'tells', 'leaves', 'keeps', 'takes', 'ends'])(
    '%s',
    async (name) => {
      for (const { check } of lawsOf().filter((law) => law.name.startsWith(`${name} `))) await check()
    },
    120_000,
  )
})
