import { runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { length } from './processor.js'

describe('length', () => {
  test.each([
    { name: 'characters of a message', parameters: { message: { characters: 4 } }, limit: 'message.characters' },
    { name: 'words of a message', parameters: { message: { words: 1 } }, limit: 'message.words' },
    { name: 'tokens of a message', parameters: { message: { tokens: 1 } }, limit: 'message.tokens' },
    { name: 'characters of all', parameters: { total: { characters: 14 } }, limit: 'total.characters' },
    { name: 'words of all', parameters: { total: { words: 2 } }, limit: 'total.words' },
    { name: 'tokens of all', parameters: { total: { tokens: 2 } }, limit: 'total.tokens' },
    { name: 'messages', parameters: { total: { messages: 1 } }, limit: 'total.messages' },
  ])('limits $name', async ({ parameters, limit }) => {
    const messages = ['Hello world', 'Nice']
    const result = await runProcessor(length, { messages, parameters: { ...parameters, reject: true } })
    expect(result).toMatchObject({ kind: 'reject', tags: { 'limits-exceeded': [limit] } })
    expect(result.processorResult).toMatchObject({ count: 1, exceeded: [{ limit }] })
  })

  test('passes what is just as long as allowed', async () => {
    const parameters = {
      message: { characters: 11, words: 2, tokens: 2 },
      total: { characters: 15, words: 3, tokens: 4, messages: 2, attachments: 0 },
      reject: true,
    }
    const result = await runProcessor(length, { messages: ['Hello world', 'Nice'], parameters })
    expect(result).toMatchObject({ kind: 'pass', tags: {} })
  })

  test('says by how much, and of which message', async () => {
    const result = await runProcessor(length, { messages: ['Hi', 'Hello'], parameters: { message: { characters: 3 } } })
    expect(result.processorResult).toEqual({
      count: 1,
      exceeded: [{ limit: 'message.characters', message: 1, allowed: 3, measured: 5 }],
    })
  })

  test('counts attachments of multimodal messages once', async () => {
    const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } }
    const text = (text: string) => ({ type: 'text', text })
    const messages = [
      { role: 'user', content: [text('a'), image, text('b'), image] },
      { role: 'user', content: [image] },
      { role: 'user', content: 'none' },
    ]
    const limited = (attachments: number) =>
      runProcessor(length, { messages, content: 'multimodal', parameters: { total: { attachments } } })
    expect((await limited(3)).processorResult).toBeUndefined()
    expect((await limited(2)).processorResult).toMatchObject({ exceeded: [{ allowed: 2, measured: 3 }] })
  })

  test('counts only what is in scope', async () => {
    const messages = [{ role: 'system', content: 'A long instruction' }, 'Hi']
    const parameters = { roles: ['user'], total: { characters: 2, messages: 1 } }
    expect((await runProcessor(length, { messages, parameters })).processorResult).toBeUndefined()
  })

  test('limits responses by their choices', async () => {
    const choice = (content: string) => ({ message: { role: 'assistant', content } })
    const result = await runProcessor(length, {
      response: { choices: [choice('ok'), choice('too long')] },
      parameters: { message: { characters: 2 } },
    })
    expect(result.processorResult).toMatchObject({ exceeded: [{ choice: 1, measured: 8 }] })
  })

  test('refuses a limit below nothing', async () => {
    const { error } = await runProcessor(length, { messages: ['a'], parameters: { total: { words: -1 } } })
    expect(error?.status).toBe(400)
  })
})
