import { runProcessor } from '@gatehouse/sdk/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { pii } from '../pii/processor.js'
import { memoryStore } from './memory-store.js'
import { vault } from './processor.js'
import { MAX_RESTORED_UNITS } from './restore-response.js'
import { createVault, useVault } from './vault.js'

const key = Buffer.alloc(32, 1)
const masking = { modify: true, redaction: { style: 'vault' as const } }

afterEach(() => {
  useVault(createVault())
})

async function mask(text: string, requestId: unknown, before: readonly string[] = []): Promise<string> {
  const { prompt } = await runProcessor(pii, {
    messages: [...before, text],
    metadata: { request_id: requestId },
    parameters: masking,
  })
  return String(prompt?.messages.at(-1)?.content ?? text)
}

function answer(message: Readonly<Record<string, unknown>>, requestId: unknown) {
  return runProcessor(vault, {
    response: { choices: [{ index: 0, message: { role: 'assistant', content: '', ...message } }] },
    metadata: { request_id: requestId },
  })
}

describe('vault', () => {
  test('puts back what was taken out of the prompt of the exchange', async () => {
    const masked = await mask('Write to ann.lee@example.com.', 'r1')
    expect(masked).toMatch(/^Write to \[EMAIL:[b-z]{18}\]\.$/)
    const { response, processorResult } = await answer({ content: `Done: ${masked}` }, 'r1')
    expect(response?.choices[0]?.message.content).toBe('Done: Write to ann.lee@example.com.')
    expect(processorResult).toEqual({ restored: 1, unknown: 0 })
  })

  test('puts it back into the arguments of tool calls too, as JSON needs it', async () => {
    const masked = await mask('Send "a" to ann.lee@example.com', 'r1')
    const arguments_ = JSON.stringify({ to: masked })
    const call = { id: 'c1', type: 'function', function: { name: 'send', arguments: arguments_ } }
    const { response } = await answer({ tool_calls: [call] }, 'r1')
    const restored = response?.choices[0]?.message.tool_calls as (typeof call)[] | undefined
    expect(restored?.map(({ id }) => id)).toEqual(['c1'])
    expect(JSON.parse(restored?.[0]?.function.arguments ?? '')).toEqual({ to: 'Send "a" to ann.lee@example.com' })
  })

  test('puts nothing back into the response to another exchange', async () => {
    const masked = await mask('Write to ann.lee@example.com.', 'r1')
    const { response, processorResult } = await answer({ content: masked }, 'r2')
    expect(response).toBeUndefined()
    expect(processorResult).toEqual({ restored: 0, unknown: 1 })
  })

  test('a value has the same placeholder in all turns of a conversation, and another one elsewhere', async () => {
    useVault(createVault({ key }))
    const mail = 'ann.lee@example.com'
    const first = await mask(mail, 'r1', ['Hello there'])
    expect(await mask(mail, 'r2', ['Hello there', 'Well?'])).toBe(first)
    expect(await mask(mail, 'r3', ['Good morning'])).not.toBe(first)
    expect(await mask('bob@example.com', 'r4', ['Hello there'])).not.toBe(first)
    useVault(createVault({ key: Buffer.alloc(32, 2) }))
    expect(await mask(mail, 'r5', ['Hello there'])).not.toBe(first)
  })

  test('masking again changes nothing', async () => {
    const masked = await mask('Write to ann.lee@example.com.', 'r1')
    expect(await mask(masked, 'r1')).toBe(masked)
  })

  test('masks what stands in something that only looks like a placeholder', async () => {
    const masked = await mask('[4111-1111-1111-1111:bbbbbbbbbbbbbbbbbb]', 'r1')
    expect(masked).toMatch(/^\[\[PAYMENT-CARD:[b-z]{18}\]:bbbbbbbbbbbbbbbbbb\]$/)
  })

  test('masks for good at the response stage', async () => {
    const { response } = await runProcessor(pii, {
      response: { choices: [{ message: { role: 'assistant', content: 'Ask ann.lee@example.com' } }] },
      parameters: masking,
    })
    expect(response?.choices[0]?.message.content).toBe('Ask [EMAIL]')
  })

  test('refuses to mask when nobody could tell the exchange again', async () => {
    const { error } = await runProcessor(pii, { messages: ['ann.lee@example.com'], parameters: masking, metadata: {} })
    expect(error).toMatchObject({ status: 400, code: 'METADATA_INVALID' })
  })

  test('takes a time that grows with the text when it has many values', async () => {
    const textWith = (values: number) =>
      Array.from({ length: values }, (_, index) => `ann${index}@example.com`).join(' ')
    const microseconds = async (values: number) => {
      const startedAt = process.cpuUsage()
      await mask(textWith(values), `many ${values}`)
      const { user, system } = process.cpuUsage(startedAt)
      return user + system
    }
    await microseconds(500)
    expect((await microseconds(8000)) / (await microseconds(1000))).toBeLessThan(24)
  })

  test('refuses a prompt with more values than are kept', async () => {
    const text = Array.from({ length: 10_001 }, (_, index) => `a${index}@example.com`).join(' ')
    const { error } = await runProcessor(pii, { messages: [text], metadata: { request_id: 'r1' }, parameters: masking })
    expect(error).toMatchObject({ status: 413, code: 'TOO_MUCH_TO_KEEP' })
  })

  test('puts back no more than a response may grow by, however often it names a long value', async () => {
    const value = 'x'.repeat(MAX_RESTORED_UNITS / 4)
    const store = memoryStore()
    useVault(createVault({ store }))
    await store.add(JSON.stringify('r1'), new Map([['b'.repeat(18), value]]), 60_000)
    const placeholder = `[TOKEN:${'b'.repeat(18)}]`
    const content = placeholder.repeat(1000)
    const { response, processorResult } = await answer({ content }, 'r1')
    expect(processorResult).toEqual({ restored: 4, unknown: 996 })
    expect(response?.choices[0]?.message.content).toBe(value.repeat(4) + placeholder.repeat(996))
  })

  test('a store that fails stops the prompt', async () => {
    const store = { ...memoryStore(), add: () => Promise.reject(new Error('no connection')) }
    useVault(createVault({ store }))
    const { kind, error } = await runProcessor(pii, {
      messages: ['ann.lee@example.com'],
      metadata: { request_id: 'r1' },
      parameters: masking,
    })
    expect(kind).toBe('error')
    expect(error?.status).toBe(500)
  })

  test.each([
    { name: 'an exchange that it does not know', metadata: { request_id: 'r9' } },
    { name: 'an exchange without an id', metadata: {} },
  ])('passes the response of $name', async ({ metadata }) => {
    const result = await runProcessor(vault, {
      response: { choices: [{ message: { role: 'assistant', content: 'Hi' } }] },
      metadata,
    })
    expect(result).toMatchObject({ kind: 'pass', response: undefined })
  })
})

describe('createVault', () => {
  test('refuses a short key', () => {
    expect(() => createVault({ key: Buffer.alloc(31) })).toThrow('32 bytes or more; it has 31')
  })
})
