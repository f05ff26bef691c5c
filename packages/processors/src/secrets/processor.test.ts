import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secrets } from './processor.js'

/** Put together here, so that no whole token stands in this file. */
const token = ['sk', 'live', ['Zq7Kx2mPvR9', 'tLw4YbN8sDf'].join('')].join('_')
const messages = [`use ${token} here`, 'DB_PASSWORD=blueb3rry!', 'nothing to see']

describe('secrets over HTTP', () => {
  test.each([
    {
      name: 'without permissions it tags',
      parameters: {},
      expected: {
        kind: 'pass',
        prompt: undefined,
        tags: { 'sensitive-data': ['vendor-token', 'password'] },
        processorResult: {
          count: 2,
          findings: [
            { type: 'vendor-token', message: 0, range: { start: 4, end: 34 }, score: 0.9, rule: 'stripe-live-key' },
            { type: 'password', message: 1, range: { start: 12, end: 22 }, score: 0.8, rule: 'assigned-password' },
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
            { role: 'user', content: 'use [VENDOR-TOKEN] here' },
            { role: 'user', content: 'DB_PASSWORD=[PASSWORD]' },
            { role: 'user', content: 'nothing to see' },
          ],
        },
      },
    },
    {
      name: 'each entity has its action',
      parameters: { modify: true, reject: true, entities: { password: 'mask', 'vendor-token': 'off' } as const },
      expected: {
        kind: 'pass',
        tags: { 'sensitive-data': ['password'] },
        prompt: { messages: [{ content: messages[0] }, { content: 'DB_PASSWORD=[PASSWORD]' }, {}] },
      },
    },
    {
      name: 'with reject it rejects, and says how many, not what',
      parameters: { reject: true, entities: { password: 'tag' } as const },
      expected: { code: 'AIGW_POLICY_VIOLATION', detail: 'The prompt holds 1 match of rules that reject.' },
    },
    {
      name: 'a threshold leaves out what is less sure',
      parameters: { threshold: 0.85 },
      expected: { tags: { 'sensitive-data': ['vendor-token'] } },
    },
    {
      name: 'an allowed value, exact or by pattern, is no finding',
      parameters: { allow: [token, { pattern: '^BLUE', flags: 'i' }] },
      expected: { kind: 'pass', metadata: undefined },
    },
    {
      name: 'a rule can be switched off',
      parameters: { disabled_rules: ['assigned-password'] },
      expected: { tags: { 'sensitive-data': ['vendor-token'] } },
    },
    {
      name: 'what is denied is found whatever it looks like',
      parameters: { deny: ['nothing', { pattern: 'here$' }], threshold: 1, modify: true },
      expected: {
        tags: { 'sensitive-data': ['denied'] },
        prompt: {
          messages: [{ content: `use ${token} [DENIED]` }, { content: messages[1] }, { content: '[DENIED] to see' }],
        },
      },
    },
  ])('$name', async ({ parameters, expected }) => {
    await using app = createProcessorServer({ processors: [secrets] })
    const reply = await app.inject(executeRequest(secrets, { messages, parameters }))
    expect(decisionOf(reply)).toMatchObject(expected)
  })

  test.each([
    { style: 'mask' as const, content: `use ${'*'.repeat(30)} here` },
    { style: 'partial' as const, content: `use ${'*'.repeat(26)}8sDf here` },
  ])('the style $style', async ({ style, content }) => {
    const parameters = { modify: true, redaction: { style } }
    const decision = await runProcessor(secrets, { messages: messages.slice(0, 1), parameters })
    expect(decision.prompt?.messages[0]?.content).toBe(content)
  })

  test('the style hash is keyed: equal for equal values under one key, another under another', async () => {
    const contentWith = async (key: string) => {
      const parameters = { modify: true, redaction: { style: 'hash' as const, key } }
      return String(
        (await runProcessor(secrets, { messages: [`${token} ${token}`], parameters })).prompt?.messages[0]?.content,
      )
    }
    const content = await contentWith('a key of one exchange')
    expect(content).toMatch(/^(\[VENDOR-TOKEN#[\da-f]{16}\]) \1$/)
    expect(await contentWith('another key, as long')).not.toBe(content)
  })

  test.each([
    { parameters: { redaction: { style: 'hash' } }, error: /^expected a key for the style "hash": redaction,key$/ },
    { parameters: { allow: [{ pattern: 'a(' }] }, error: /allow,0/ },
    {
      parameters: { disabled_rules: ['assigned-key', 'asigned-password'] },
      error: /^expected the name of a rule, as "rule" of a finding has it: disabled_rules,1$/,
    },
  ])('$parameters is a fault of the parameters', async ({ parameters, error }) => {
    const decision = await runProcessor(secrets, { messages, parameters: parameters as never })
    expect(decision.error).toMatchObject({ status: 400, messages: [expect.stringMatching(error)] })
  })
})

describe('laws', () => {
  const piece = fc.constantFrom(
    token,
    'password: "',
    'blueb3rry!',
    '"',
    ' ',
    '\n',
    'postgres://ada:',
    '@db/x',
    '=',
    '[',
    ']',
    '*',
  )

  test('a value in which a token was masked is no secret any more', async () => {
    const parameters = { modify: true, redaction: { style: 'hash' as const, key: 'a key of one exchange' } }
    const text = `password: "[${token}]`
    const once = (await runProcessor(secrets, { messages: [text], parameters })).prompt?.messages[0]?.content
    expect(once).toMatch(/^password: "\[\[VENDOR-TOKEN#[\da-f]{16}\]\]$/)
    expect((await runProcessor(secrets, { messages: [String(once)], parameters })).prompt).toBeUndefined()
  })

  test.each(['placeholder', 'mask', 'partial', 'hash'] as const)('masking twice is masking once, %s', async (style) => {
    const parameters = { modify: true, redaction: { style, key: 'a key of one exchange' } }
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const content = pieces.join('')
        const once = (await runProcessor(secrets, { messages: [content], parameters })).prompt?.messages[0]?.content
        const twice = await runProcessor(secrets, { messages: [String(once ?? content)], parameters })
        expect(twice.prompt?.messages[0]?.content ?? once).toBe(once)
      }),
    )
  })
})
