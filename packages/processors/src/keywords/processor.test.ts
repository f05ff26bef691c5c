import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keywords } from './processor.js'

const rivals = { name: 'rivals', terms: ['Initech', 'Umbrella Corp'] }
const codenames = { name: 'codenames', terms: ['blue heron'], action: 'reject' as const }
const messages = ['Is INITECH better than umbrella\ncorp?', 'The Blue Heron flies.']

describe('keywords over HTTP', () => {
  test.each([
    { name: 'without lists it has nothing to say', parameters: {}, expected: { kind: 'pass', metadata: undefined } },
    {
      name: 'without permissions it tags',
      parameters: { lists: [rivals, codenames] },
      expected: {
        kind: 'pass',
        tags: { 'sensitive-data': ['rivals', 'codenames'] },
        processorResult: {
          count: 3,
          findings: [
            { type: 'rivals', message: 0, range: { start: 3, end: 10 } },
            { type: 'rivals', message: 0, range: { start: 23, end: 36 } },
            { type: 'codenames', message: 1, range: { start: 4, end: 14 } },
          ],
        },
      },
    },
    {
      name: 'with modify it masks the lists that may be masked',
      parameters: { lists: [rivals, codenames], modify: true },
      expected: {
        prompt: {
          messages: [
            { role: 'user', content: 'Is [RIVALS] better than [RIVALS]?' },
            { role: 'user', content: 'The Blue Heron flies.' },
          ],
        },
      },
    },
    {
      name: 'with reject it rejects',
      parameters: { lists: [{ ...rivals, action: 'detect' as const }, codenames], reject: true },
      expected: { kind: 'reject', detail: 'The prompt holds 1 match of rules that reject.' },
    },
    {
      name: 'an allowed phrase is no match',
      parameters: { lists: [codenames], allow: ['the blue heron flies'], reject: true },
      expected: { kind: 'pass', metadata: undefined },
    },
    {
      name: 'case can matter',
      parameters: { lists: [rivals, codenames], case_sensitive: true },
      expected: { kind: 'pass', metadata: undefined },
    },
    {
      name: 'parts of words can match',
      parameters: { lists: [{ name: 'birds', terms: ['hero'] }], match: 'substring' as const },
      expected: { tags: { 'sensitive-data': ['birds'] } },
    },
  ])('$name', async ({ parameters, expected }) => {
    await using app = createProcessorServer({ processors: [keywords] })
    const reply = await app.inject(executeRequest(keywords, { messages, parameters }))
    expect(decisionOf(reply)).toMatchObject(expected)
  })

  test.each([
    {
      name: 'an empty term',
      lists: [{ name: 'a', terms: ['b', ' \u200b '] }],
      error: /^expected a term .*: lists,0,terms,1$/,
    },
    { name: 'a list without terms', lists: [{ name: 'a', terms: [] }], error: /: lists,0,terms$/ },
    {
      name: 'a name that is no tag',
      lists: [{ name: 'a:b', terms: ['c'] }],
      error: /^expected 1 to 64 .*: lists,0,name$/,
    },
  ])('$name is a fault of the parameters', async ({ lists, error }) => {
    const decision = await runProcessor(keywords, { messages, parameters: { lists } })
    expect(decision.error).toMatchObject({ status: 400, messages: [expect.stringMatching(error)] })
  })

  test('ten thousand terms are prepared once and found in one pass', async () => {
    const terms = Array.from({ length: 10_000 }, (_, index) => `term${index}`)
    await using app = createProcessorServer({ processors: [keywords] })
    const parameters = { lists: [{ name: 'many', terms }] }
    for (const content of ['nothing', 'a term9999 and term1']) {
      const reply = await app.inject(executeRequest(keywords, { messages: [content], parameters }))
      expect(decisionOf(reply).processorResult?.count ?? 0).toBe(content === 'nothing' ? 0 : 2)
    }
  })
})

describe('laws', () => {
  test('masking twice is masking once', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'rivals', 'initech', ' ', '\n', '[', ']', '😀', '\u200b', '你'),
    })
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('word' as const, 'substring' as const), async (content, match) => {
        const parameters = { lists: [{ name: 'rivals', terms: ['initech', 'rivals', 'a a'] }], match, modify: true }
        const once = (await runProcessor(keywords, { messages: [content], parameters })).prompt?.messages[0]?.content
        const twice = await runProcessor(keywords, { messages: [String(once ?? content)], parameters })
        expect(twice.prompt?.messages[0]?.content ?? once).toBe(once)
      }),
    )
  })

  test('neither terms nor what was matched stand in a tag, finding, detail, log or span', async () => {
    const parameters = { lists: [{ name: 'names', terms: ['Xk7Qz9'] }], reject: true }
    for (const permitted of [parameters, { ...parameters, reject: false }]) {
      const decision = await runProcessor(keywords, { messages: ['my Xk7Qz9'], parameters: permitted })
      expect(decision.tags).toEqual({ 'sensitive-data': ['names'] })
      expect(JSON.stringify(decision)).not.toMatch(/Xk7Qz9/i)
    }
  })
})
