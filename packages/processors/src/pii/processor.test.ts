import { runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { pii } from './processor.js'

const text = 'Mail ann.lee@example.com or pay with 4111 1111 1111 1111.'
const masked = (replacement: string, card = replacement) => `Mail ${replacement} or pay with ${card}.`

describe('pii', () => {
  test.each([
    { name: 'a placeholder', parameters: {}, expected: masked('[EMAIL]', '[PAYMENT-CARD]') },
    {
      name: 'asterisks and the last characters',
      parameters: { redaction: { style: 'partial' as const } },
      expected: masked('***************.com', '***************1111'),
    },
    {
      name: 'only what has the action',
      parameters: { entities: { email: 'tag' as const } },
      expected: 'Mail ann.lee@example.com or pay with [PAYMENT-CARD].',
    },
    {
      name: 'nothing that is off or allowed',
      parameters: { entities: { email: 'off' as const }, allow: [{ pattern: '^4111' }] },
      expected: undefined,
    },
    {
      name: 'what is denied, whatever it is',
      parameters: { entities: { email: 'off' as const, 'payment-card': 'off' as const }, deny: ['Mail'] },
      expected: text.replace('Mail', '[DENIED]'),
    },
  ])('masks with $name', async ({ parameters, expected }) => {
    const result = await runProcessor(pii, { messages: [text], parameters: { modify: true, ...parameters } })
    expect(result).toMatchObject(
      expected === undefined
        ? { kind: 'pass', prompt: undefined }
        : { kind: 'pass', prompt: { messages: [{ role: 'user', content: expected }] } },
    )
  })

  test('rejects without saying what stood there', async () => {
    const result = await runProcessor(pii, { messages: [text], parameters: { reject: true } })
    expect(result).toMatchObject({ kind: 'reject', tags: { 'sensitive-data': ['email', 'payment-card'] } })
    expect(JSON.stringify(result)).not.toMatch(/ann\.lee|4111/)
  })

  test.each([
    { countries: ['PL'], expected: ['pl-pesel'] },
    { countries: ['US'], expected: undefined },
  ])('looks for identifiers of $countries', async ({ countries, expected }) => {
    const result = await runProcessor(pii, { messages: ['my pesel is 44051401458'], parameters: { countries } })
    expect(result.tags?.['sensitive-data']).toEqual(expected)
  })

  test('takes the action of a kind for all of its types that have none of their own', async () => {
    const messages = ['PESEL 44051401458, NIP 123-456-32-18, BSN 111222333']
    const entities = { 'national-id': 'mask', 'tax-id': 'tag', 'nl-bsn': 'off' } as const
    const result = await runProcessor(pii, { messages, parameters: { entities, modify: true } })
    expect(result).toMatchObject({
      tags: { 'sensitive-data': ['pl-pesel', 'pl-nip'] },
      prompt: { messages: [{ content: 'PESEL [PL-PESEL], NIP 123-456-32-18, BSN 111222333' }] },
    })
  })

  test('finds web addresses and dates once they are asked for', async () => {
    const messages = ['On 2024-05-03 I saw https://example.com/a.']
    expect((await runProcessor(pii, { messages })).tags).toEqual({})
    const result = await runProcessor(pii, { messages, parameters: { entities: { url: 'tag', date: 'tag' } } })
    expect(result.tags).toEqual({ 'sensitive-data': ['date', 'url'] })
  })
})
