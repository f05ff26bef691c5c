import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { defaultRules, systemPrompt } from './processor.js'

describe('system-prompt over HTTP', () => {
  test('adds a system message for each rule, and keeps the rest of the prompt', async () => {
    await using app = createProcessorServer({ processors: [systemPrompt] })
    const prompt = {
      model: 'small-1',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi', name: 'mia' },
      ],
    }
    const parameters = { modify: true, rules: ['Answer in English.', 'No jokes.'] }
    const { prompt: changed } = decisionOf(await app.inject(executeRequest(systemPrompt, { prompt, parameters })))
    expect(changed).toEqual({
      model: 'small-1',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'system', content: 'Answer in English.' },
        { role: 'system', content: 'No jokes.' },
        { role: 'user', content: 'Hi', name: 'mia' },
      ],
    })
    const again = decisionOf(await app.inject(executeRequest(systemPrompt, { prompt: changed, parameters })))
    expect(again.metadata).toBeUndefined()
  })

  test('has rules of its own', async () => {
    const { prompt } = await runProcessor(systemPrompt, { messages: ['Hi'] })
    expect(prompt?.messages.map(({ content }) => content)).toEqual([...defaultRules, 'Hi'])
  })

  test('refuses to run without the permission to modify', async () => {
    const { error } = await runProcessor(systemPrompt, { messages: ['Hi'], parameters: { modify: false } })
    expect(error).toMatchObject({ status: 400, messages: ['expected true: adding rules changes the prompt: modify'] })
  })

  test('publishes the permission as a boolean that is on', () => {
    expect(systemPrompt.signatureDocument.parameters.properties.modify).toMatchObject({
      type: 'boolean',
      default: true,
    })
  })
})
