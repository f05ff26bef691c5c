import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeDetect } from './processor.js'

const fenced = 'Look:\n```python\nprint(1)\n```\nDoes it work?'
const loose = 'function next(stations) {\n  return stations.at(0);\n}'
const messages = [fenced, loose, 'How do I sort a list?']

describe('code-detect over HTTP', () => {
  test.each([
    {
      name: 'without permissions it tags, with the languages',
      parameters: {},
      expected: {
        kind: 'pass',
        prompt: undefined,
        tags: { code: ['python', 'javascript'] },
        processorResult: {
          count: 2,
          findings: [
            { type: 'python', message: 0, range: { start: 16, end: 24 }, score: 1, rule: 'fenced' },
            { type: 'javascript', message: 1, range: { start: 0, end: 52 }, rule: 'loose' },
          ],
        },
      },
    },
    {
      name: 'with modify it removes',
      parameters: { modify: true },
      expected: {
        prompt: { messages: [{ content: 'Look:\n```python\n[CODE]\n```\nDoes it work?' }, { content: '[CODE]' }, {}] },
      },
    },
    {
      name: 'with reject it rejects',
      parameters: { reject: true },
      expected: { code: 'AIGW_POLICY_VIOLATION', detail: 'The prompt holds 2 matches of rules that reject.' },
    },
    {
      name: 'an action weaker than the permissions',
      parameters: { reject: true, modify: true, action: 'tag' as const },
      expected: { kind: 'pass', prompt: undefined, tags: { code: ['python', 'javascript'] } },
    },
    {
      name: 'an allowed language is no finding',
      parameters: { languages: { allowed: ['python' as const] } },
      expected: { tags: { code: ['javascript'] } },
    },
    {
      name: 'with denied languages, only those are',
      parameters: { languages: { denied: ['python' as const, 'sql' as const] } },
      expected: { tags: { code: ['python'] } },
    },
    { name: 'only fences', parameters: { fenced_only: true }, expected: { tags: { code: ['python'] } } },
    { name: 'only what is sure', parameters: { threshold: 1 }, expected: { tags: { code: ['python'] } } },
    { name: 'another tag', parameters: { tag: 'program' }, expected: { tags: { program: ['python', 'javascript'] } } },
    {
      name: 'only the last message',
      parameters: { last_messages: 1 },
      expected: { kind: 'pass', metadata: undefined },
    },
  ])('$name', async ({ parameters, expected }) => {
    await using app = createProcessorServer({ processors: [codeDetect] })
    const reply = await app.inject(executeRequest(codeDetect, { messages, parameters }))
    expect(decisionOf(reply)).toMatchObject(expected)
  })

  test('judges responses', async () => {
    const decision = await runProcessor(codeDetect, { choices: [loose], parameters: { modify: true } })
    expect(decision.response?.choices[0]?.message.content).toBe('[CODE]')
  })

  test.each([{ languages: { allowed: ['klingon'] } }, { threshold: 2 }, { action: 'hide' }])(
    '%j is a fault of the parameters',
    async (parameters) => {
      const decision = await runProcessor(codeDetect, { messages: ['a'], parameters: parameters as never })
      expect(decision.error).toMatchObject({ status: 400 })
    },
  )
})

test('masking twice is masking once', async () => {
  const line = fc.constantFrom(
    '```',
    '```js',
    'const a = f(1);',
    '}',
    'Some words of prose, and no more than that.',
    '',
    'x = 1',
    '[CODE]',
    '- name: a',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
      const content = lines.join('\n')
      const mask = async (text: string) =>
        String(
          (await runProcessor(codeDetect, { messages: [text], parameters: { modify: true } })).prompt?.messages[0]
            ?.content ?? text,
        )
      const once = await mask(content)
      expect(await mask(once)).toBe(once)
    }),
  )
})
