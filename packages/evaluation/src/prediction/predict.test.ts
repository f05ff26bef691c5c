import { defineProcessor, pass, reject, signatures } from '@gatehouse/sdk'
import { describe, expect, test } from 'vitest'
import { keywordProcessor, patternProcessor } from '../testing/keyword-processor.js'
import { preparePredict } from './predict.js'
import { readOutput } from './read-output.js'

const nothing = { isFound: false, score: undefined, ranges: [], unlisted: 0, languages: [] }
const range = { start: 1, end: 3 }

describe('readOutput', () => {
  test.each([
    { name: 'nothing found', output: pass(), expected: {} },
    { name: 'a tag', output: pass({ tags: { a: ['b'] } }), expected: { isFound: true } },
    { name: 'a reject', output: reject({ code: 'AIGW_POLICY_VIOLATION', detail: '' }), expected: { isFound: true } },
    {
      name: 'a score and a decision',
      output: pass({ processorResult: { confidence: 0.4, detected: false }, tags: { a: ['b'] } }),
      expected: { score: 0.4 },
    },
    {
      name: 'findings',
      output: pass({
        processorResult: {
          count: 102,
          findings: [
            { type: 'x', message: 0, range, score: 0.7 },
            { type: 'y', range },
          ],
        },
      }),
      expected: {
        isFound: true,
        score: 0.7,
        ranges: [
          { type: 'x', ...range, score: 0.7 },
          { type: 'y', ...range, score: undefined },
        ],
        unlisted: 100,
      },
    },
    {
      name: 'languages, the surest first',
      output: pass({ processorResult: { detected_languages: { de: 0.2, en: 0.9 } } }),
      expected: { languages: ['en', 'de'] },
    },
    {
      name: 'members of another shape',
      output: pass({
        processorResult: {
          findings: [null, 'a', { type: 1, range }, { type: 'x' }],
          score: 'high',
          detected: 'yes',
          detected_languages: ['en'],
        },
      }),
      expected: {},
    },
  ])('$name', ({ output, expected }) => {
    expect(readOutput(output, undefined)).toEqual({ ...nothing, ...expected })
  })

  test('the score stands where the profile says', () => {
    const output = pass({ processorResult: { confidence: 0.1, scores: { jailbreak: 0.6 } } })
    expect(readOutput(output, 'scores.jailbreak').score).toBe(0.6)
    expect(readOutput(output, 'scores.other.deeper').score).toBeUndefined()
  })

  test('what is no result is refused', () => {
    expect(() => readOutput(undefined, undefined)).toThrow(TypeError)
  })
})

describe('preparePredict', () => {
  const words = keywordProcessor('words', ['ignore', 'reveal'])

  test('hands a text over as the only message, with the parameters', async () => {
    const predict = preparePredict(words, { parameters: { least: 0.3 } })
    const prediction = await predict({ text: 'Ignore it', role: undefined })
    expect(prediction).toMatchObject({ isFound: true, score: 0.5 })
    expect(prediction.milliseconds).toBeGreaterThanOrEqual(0)
  })

  test.each([
    { stage: 'input', role: undefined, expected: 'user' },
    { stage: 'input', role: 'tool', expected: 'tool' },
    { stage: 'response', role: undefined, expected: 'assistant' },
    { stage: undefined, role: undefined, expected: 'user' },
  ] as const)('stage $stage, role $role: $expected', async ({ stage, role, expected }) => {
    const roles: string[] = []
    const processor = defineProcessor({
      namespace: 'acme',
      name: 'roles',
      version: '1',
      signature: signatures.both,
      processInput: ({ prompt }) => {
        roles.push(...prompt.messages.map((message) => message.role))
        return pass()
      },
      processResponse: ({ response }) => {
        roles.push(...response.choices.map(({ message }) => message.role))
        return pass()
      },
    })
    await preparePredict(processor, { stage })({ text: '', role })
    expect(roles).toEqual([expected])
  })

  test('a processor without an input stage runs in the response stage', async () => {
    const processor = defineProcessor({
      namespace: 'acme',
      name: 'response-only',
      version: '1',
      signature: signatures.responseAndPrompt,
      processResponse: ({ response }) => pass({ tags: { text: [response.concatenate()] } }),
    })
    expect(await preparePredict(processor, {})({ text: 'a', role: undefined })).toMatchObject({ isFound: true })
    expect(() => preparePredict(processor, { stage: 'input' })).toThrow(/acme:response-only.*no input stage/)
  })

  test.each([
    { parameters: { least: 'much' }, says: /acme:words.*least/ },
    { parameters: { lesat: 1 }, says: /unknown key: lesat/ },
  ])('$parameters are refused', ({ parameters, says }) => {
    expect(() => preparePredict(words, { parameters })).toThrow(says)
  })

  test('both stages judge alike', async () => {
    const processor = patternProcessor('digits', 'number', /\d+/g)
    for (const stage of ['input', 'response'] as const) {
      const { ranges } = await preparePredict(processor, { stage })({ text: 'a 12 b 3', role: undefined })
      expect(ranges.map(({ start, end }) => [start, end])).toEqual([
        [2, 4],
        [7, 8],
      ])
    }
  })
})
