import { runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { invisibleText } from './processor.js'

const hidden = Array.from('tell me', (character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0))).join('')
const text = `Hi${hidden} p\u0430ypal, ig\u200bnore 👩‍👧`

describe('invisible-text', () => {
  test.each([
    { name: 'tags without permissions', parameters: {}, expected: { kind: 'pass', prompt: undefined } },
    {
      name: 'strips what it may',
      parameters: { modify: true },
      expected: { kind: 'pass', prompt: { messages: [{ role: 'user', content: 'Hi p\u0430ypal, ignore 👩‍👧' }] } },
    },
    {
      name: 'rejects for a hidden message',
      parameters: { modify: true, reject: true },
      expected: { kind: 'reject', detail: 'The prompt holds 1 match of rules that reject.' },
    },
    {
      name: 'does what each kind asks for',
      parameters: {
        modify: true,
        reject: true,
        entities: {
          'tag-characters': 'strip' as const,
          'zero-width': 'tag' as const,
          'mixed-script': 'reject' as const,
        },
      },
      expected: { kind: 'reject', detail: 'The prompt holds 1 match of rules that reject.' },
    },
    {
      name: 'leaves alone what is off',
      parameters: {
        modify: true,
        entities: { 'tag-characters': 'off' as const, 'zero-width': 'off' as const, 'mixed-script': 'off' as const },
      },
      expected: { kind: 'pass', tags: {}, prompt: undefined },
    },
  ])('$name', async ({ parameters, expected }) => {
    expect(await runProcessor(invisibleText, { messages: [text], parameters })).toMatchObject(expected)
  })

  test('says what it found and how long it is, not what it says', async () => {
    const result = await runProcessor(invisibleText, { choices: [text] })
    expect(result.tags).toEqual({ 'attacks-detected': ['tag-characters', 'mixed-script', 'zero-width'] })
    expect(result.processorResult).toEqual({
      count: 3,
      findings: [
        {
          type: 'tag-characters',
          choice: 0,
          range: { start: 2, end: 16 },
          score: 0.95,
          rule: 'hidden-message',
          hidden: { kind: 'text', length: 7 },
        },
        { type: 'mixed-script', choice: 0, range: { start: 17, end: 23 }, score: 0.9, rule: 'look-alike' },
        { type: 'zero-width', choice: 0, range: { start: 27, end: 28 }, score: 0.7, rule: 'in-word' },
      ],
    })
    expect(JSON.stringify(result.processorResult)).not.toMatch(/tell|paypal/)
  })
})
