import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regex } from './processor.js'

const badge = { name: 'badge', pattern: '\\bE-\\d{6}\\b' }
const login = { name: 'login', pattern: 'password\\s*[:=]\\s*(?<mask>\\S+)', flags: 'i', entity: 'password' }
const messages = ['I am E-123456, password: hunter2', 'and E-654321', 'but not E-12345']

describe('regex over HTTP', () => {
  test.each([
    { name: 'without patterns it has nothing to say', parameters: {}, expected: { kind: 'pass', metadata: undefined } },
    {
      name: 'without permissions it tags',
      parameters: { patterns: [badge, login] },
      expected: {
        kind: 'pass',
        prompt: undefined,
        tags: { 'sensitive-data': ['badge', 'password'] },
        processorResult: {
          count: 3,
          findings: [
            { type: 'badge', message: 0, range: { start: 5, end: 13 } },
            { type: 'password', message: 0, range: { start: 25, end: 32 } },
            { type: 'badge', message: 1, range: { start: 4, end: 12 } },
          ],
        },
      },
    },
    {
      name: 'with modify it masks',
      parameters: { patterns: [badge, { ...login, replacement: '***' }], modify: true },
      expected: {
        kind: 'pass',
        prompt: {
          messages: [
            { role: 'user', content: 'I am [BADGE], password: ***' },
            { role: 'user', content: 'and [BADGE]' },
            { role: 'user', content: 'but not E-12345' },
          ],
        },
      },
    },
    {
      name: 'with reject it rejects, and says how many, not what',
      parameters: { patterns: [badge, { ...login, action: 'detect' as const }], modify: true, reject: true },
      expected: {
        kind: 'reject',
        code: 'AIGW_POLICY_VIOLATION',
        detail: 'The prompt holds 2 matches of rules that reject.',
        tags: { 'sensitive-data': ['badge', 'password'] },
      },
    },
    {
      name: 'a rule that asks to reject masks nothing when it may not reject',
      parameters: { patterns: [{ ...badge, action: 'reject' as const }], modify: true },
      expected: { kind: 'pass', prompt: undefined, tags: { 'sensitive-data': ['badge'] } },
    },
    {
      name: 'another tag, and only the last message',
      parameters: { patterns: [badge], tag: 'staff', last_messages: 2 },
      expected: { tags: { staff: ['badge'] }, processorResult: { count: 1 } },
    },
    {
      name: 'no message of the role',
      parameters: { patterns: [badge], roles: ['tool'] },
      expected: { kind: 'pass', metadata: undefined },
    },
  ])('$name', async ({ parameters, expected }) => {
    await using app = createProcessorServer({ processors: [regex] })
    const reply = await app.inject(executeRequest(regex, { messages, parameters }))
    expect(decisionOf(reply)).toMatchObject(expected)
  })

  test('a response is judged choice by choice, and keeps what it holds besides', async () => {
    await using app = createProcessorServer({ processors: [regex] })
    const choices = [
      { index: 1, message: { role: 'assistant', content: 'E-123456', refusal: null }, finish_reason: 'stop' },
      { index: 0, message: { role: 'assistant', content: null, tool_calls: [{ id: 'c' }] } },
    ]
    const parameters = { patterns: [badge], modify: true }
    const reply = await app.inject(executeRequest(regex, { response: { choices, id: 'r' }, parameters }))
    expect(decisionOf(reply)).toMatchObject({
      response: {
        id: 'r',
        choices: [{ ...choices[0], message: { ...choices[0]?.message, content: '[BADGE]' } }, choices[1]],
      },
      processorResult: { findings: [{ type: 'badge', choice: 0, range: { start: 0, end: 8 } }] },
    })
  })

  test('a pattern that does not compile is a fault of the parameters that names it and the place', async () => {
    await using app = createProcessorServer({ processors: [regex] })
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/signature/gatehouse/regex',
      payload: JSON.stringify({ patterns: [badge, { name: 'broken', pattern: 'ab[z-a]' }] }),
    })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().validation.errors).toEqual([
      'pattern "broken": invalid character class range at character 3: patterns,1,pattern',
    ])
  })
})

describe('laws', () => {
  // None looks at what stands beside a match, since masking the one changes what the other stands beside.
  const patterns = [
    { name: 'badge', pattern: 'E-\\d{6}' },
    login,
    { name: 'word', pattern: '\\pL{2,}' },
    { name: 'line', pattern: '(?m)^x.*$' },
  ]
  const text = fc.string({
    unit: fc.constantFrom('a', 'x', 'E-123456', ' ', '\n', '😀', '\u0301', 'password=', '[', ']'),
  })

  test('masking twice is masking once', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const parameters = { patterns, modify: true }
        const once = (await runProcessor(regex, { messages: [content], parameters })).prompt?.messages[0]?.content
        const twice = await runProcessor(regex, { messages: [String(once ?? content)], parameters })
        expect(twice.prompt?.messages[0]?.content ?? once).toBe(once)
      }),
    )
  })

  test('what was matched stands in no tag, finding, detail, log or span', async () => {
    const content = 'my secret: Xk7Qz9'
    const parameters = { patterns: [{ name: 'key', pattern: 'Xk\\w+' }], reject: true }
    for (const permitted of [
      parameters,
      { ...parameters, reject: false },
      { ...parameters, modify: true, reject: false },
    ]) {
      const { prompt: _, ...decision } = await runProcessor(regex, { messages: [content], parameters: permitted })
      expect(decision.tags).toEqual({ 'sensitive-data': ['key'] })
      expect(JSON.stringify(decision)).not.toMatch(/Xk/)
    }
  })
})
