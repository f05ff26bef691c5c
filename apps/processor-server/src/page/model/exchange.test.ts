import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCurlCommand } from './curl-command.js'
import { type Exchange, endpointPath, writeRequestParts } from './exchange.js'

const run = promisify(execFile)

const exchange: Exchange = {
  stage: 'input',
  messages: [{ role: 'user', content: 'hi' }],
  sendsPrompt: true,
  response: 'hello',
  metadata: {},
  parameters: {},
}
const prompt = ['input.messages', '{"messages":[{"role":"user","content":"hi"}]}']
const response = [
  'response.choices',
  '{"choices":[{"index":0,"message":{"role":"assistant","content":"hello"},"finish_reason":"stop"}]}',
]

describe('writeRequestParts', () => {
  test.each([
    { name: 'input', change: {}, expected: [['metadata', '{}'], prompt] },
    {
      name: 'input with parameters',
      change: { parameters: { modify: true } },
      expected: [['metadata', '{}'], ['input.parameters', '{"modify":true}'], prompt],
    },
    {
      name: 'response with parameters',
      change: { stage: 'response', parameters: { modify: true } },
      expected: [['metadata', '{}'], ['response.parameters', '{"modify":true}'], prompt, response],
    },
    {
      name: 'response without the prompt',
      change: { stage: 'response', sendsPrompt: false, metadata: { request_id: 'r' } },
      expected: [['metadata', '{"request_id":"r"}'], response],
    },
  ] as const)('$name', ({ change, expected }) => {
    expect(writeRequestParts({ ...exchange, ...change })).toEqual(expected)
  })

  test('paths are in lower case', () => {
    const processor = { id: '', namespace: 'ACME', name: 'Card-Scrubber', version: '', description: undefined }
    expect(endpointPath('execute', processor)).toBe('execute/acme/card-scrubber')
  })
})

describe('writeCurlCommand', () => {
  const url = 'http://127.0.0.1:8000/api/v1/execute/acme/echo'

  test('a token is a variable', () => {
    expect(writeCurlCommand(url, [], true).text).toBe(
      `curl --include '${url}' \\\n  --header "Authorization: Bearer $TOKEN"`,
    )
  })

  test('a shell hands curl the parts as they are', async () => {
    const text = fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', ';', '\n', '@', '<', ' ', 'a', 'é', '!') })
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const { text: command } = writeCurlCommand(url, [['input.messages', JSON.stringify({ content })]], false)
        const { stdout } = await run('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`])
        expect(stdout.split('\0').slice(0, -1)).toEqual([
          '--include',
          url,
          '--form-string',
          `input.messages=${JSON.stringify({ content })}`,
        ])
      }),
      { numRuns: 25 },
    )
  })

  test.each([
    [131_072, true],
    [131_071, false],
  ])('an argument of %i bytes is too long: %s', (bytes, isTooLong) => {
    const json = `"${'é'.repeat((bytes - 'p='.length - 2 - (bytes % 2)) / 2)}${'a'.repeat(bytes % 2)}"`
    expect(writeCurlCommand(url, [['p', json]], false).isTooLong).toBe(isTooLong)
  })
})
