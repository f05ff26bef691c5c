import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { repetitionDetect } from './processor.js'

const poem = 'poem '.repeat(60)
const tag = { 'attacks-detected': ['repetition-detect'] }

describe('repetition-detect over HTTP', () => {
  test.each([
    {
      name: 'ordinary text',
      messages: ['Write a poem about a river.'],
      parameters: { reject: true },
      expected: { metadata: undefined },
    },
    {
      name: 'without the permission to reject it tags',
      messages: ['Hello', poem],
      parameters: {},
      expected: {
        kind: 'pass',
        tags: tag,
        processorResult: {
          findings: [{ type: 'repetition-detect', message: 1, range: { start: 0, end: poem.length } }],
        },
      },
    },
    {
      name: 'with it, it rejects',
      messages: [poem, poem],
      parameters: { reject: true },
      expected: {
        kind: 'reject',
        code: 'AIGW_POLICY_VIOLATION',
        detail: 'The prompt holds 2 texts that repeat themselves too much.',
        tags: tag,
      },
    },
    {
      name: 'a ratio above what the text has',
      messages: [poem],
      parameters: { max_ratio: 60 },
      expected: { metadata: undefined },
    },
    {
      name: 'only the last message of the user',
      messages: [poem, { role: 'assistant', content: poem }, 'Thanks'],
      parameters: { roles: ['user'], last_messages: 1 },
      expected: { metadata: undefined },
    },
  ])('$name', async ({ messages, parameters, expected }) => {
    await using app = createProcessorServer({ processors: [repetitionDetect] })
    const reply = await app.inject(executeRequest(repetitionDetect, { messages, parameters }))
    expect(decisionOf(reply)).toMatchObject(expected)
  })

  test('a response is measured choice by choice', async () => {
    const decision = await runProcessor(repetitionDetect, { choices: ['Fine.', poem], parameters: { reject: true } })
    expect(decision).toMatchObject({
      kind: 'reject',
      detail: 'The response holds 1 text that repeats itself too much.',
      processorResult: { count: 1, findings: [{ choice: 1 }] },
    })
  })

  test.each([0, -1, '2'])('max_ratio %j is a fault of the parameters', async (max_ratio) => {
    const decision = await runProcessor(repetitionDetect, {
      messages: ['a'],
      parameters: { max_ratio: max_ratio as number },
    })
    expect(decision.error).toMatchObject({ status: 400 })
  })
})
