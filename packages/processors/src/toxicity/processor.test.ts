import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { toxicity } from './processor.js'

const messages = ['You are a pathetic idiot.', 'Muslims are vermin.', 'Good morning!']

describe('toxicity over HTTP', () => {
  test.each([
    {
      name: 'without permissions it tags',
      parameters: {},
      expected: {
        kind: 'pass',
        tags: { 'attacks-detected': ['insult', 'hate'] },
        processorResult: {
          count: 3,
          findings: [
            { type: 'insult', message: 0, range: { start: 10, end: 18 }, rule: 'insult medium' },
            { type: 'insult', message: 0, range: { start: 19, end: 24 }, rule: 'insult medium' },
            { type: 'hate', message: 1, range: { start: 0, end: 18 }, rule: 'dehumanising high religion' },
          ],
        },
      },
    },
    {
      name: 'with modify it masks',
      parameters: { modify: true },
      expected: {
        prompt: {
          messages: [
            { role: 'user', content: 'You are a [INSULT] [INSULT].' },
            { role: 'user', content: '[HATE].' },
            { role: 'user', content: 'Good morning!' },
          ],
        },
      },
    },
    {
      name: 'a kind may reject while others tag',
      parameters: { reject: true, entities: { hate: 'reject' as const, others: 'tag' as const } },
      expected: { kind: 'reject', detail: 'The prompt holds 1 match of rules that reject.' },
    },
    {
      name: 'severity leaves out what is less bad',
      parameters: { severity: 'high' as const },
      expected: { tags: { 'attacks-detected': ['hate'] } },
    },
    {
      name: 'the score stands there also when nothing counts',
      parameters: { threshold: 1 },
      expected: { kind: 'pass', tags: {}, processorResult: { score: expect.closeTo(0.9, 1) } },
    },
    {
      name: 'what is allowed does not count',
      parameters: { allow: [{ pattern: 'idiot|pathetic|vermin' }], reject: true },
      expected: { kind: 'pass', tags: {} },
    },
    {
      name: 'what is denied does',
      parameters: { severity: 'high' as const, deny: ['Good morning'], roles: ['user'], last_messages: 1 },
      expected: { tags: { 'attacks-detected': ['denied'] } },
    },
  ])('$name', async ({ parameters, expected }) => {
    await using app = createProcessorServer({ processors: [toxicity] })
    const reply = await app.inject(executeRequest(toxicity, { messages, parameters }))
    expect(decisionOf(reply)).toMatchObject(expected)
  })

  test('answers are judged too', async () => {
    const decision = await runProcessor(toxicity, { choices: ['I hate all women.'], parameters: { reject: true } })
    expect(decision).toMatchObject({ kind: 'reject', tags: { 'attacks-detected': ['hate'] } })
  })

  test('a language without a lexicon is a fault of the parameters', async () => {
    const decision = await runProcessor(toxicity, { messages, parameters: { languages: ['xx'] } })
    expect(decision.error).toMatchObject({ status: 400 })
  })
})
