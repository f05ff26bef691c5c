import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { decisionOf, executeRequest, runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { languageId } from './processor.js'

const english = 'Where is the nearest railway station from here, please?'
const french = "Où se trouve la gare la plus proche d'ici, s'il vous plaît ?"
const norwegian = 'Hvor er den nærmeste jernbanestasjonen herfra, vær så snill? Jeg skal til Oslo i ettermiddag.'
const code = 'function next(stations) {\n  return stations.at(0);\n}'

describe('language-id over HTTP', () => {
  test.each([
    {
      name: 'tags the languages of all messages',
      messages: [english, french],
      parameters: {},
      expected: { kind: 'pass', tags: { language: ['en', 'fr'] } },
    },
    {
      name: 'reports how sure it is',
      messages: [english],
      parameters: {},
      expected: { processorResult: { detected_languages: { en: expect.closeTo(1, 1) } } },
    },
    {
      name: 'code is code when asked for',
      messages: [code],
      parameters: { code_detect: true },
      expected: { tags: { language: ['code'] }, processorResult: { detected_languages: { code: 1 } } },
    },
    {
      name: 'what it does not know is unknown',
      messages: ['zxqj'],
      parameters: {},
      expected: { tags: { language: ['unknown'] } },
    },
    {
      name: 'text without letters has no language',
      messages: ['1 + 1'],
      parameters: { reject: true, allowed_languages: ['en' as const] },
      expected: { kind: 'pass', metadata: undefined },
    },
    {
      name: 'a language that is not allowed is rejected, however long the conversation',
      messages: [english, english, french, english],
      parameters: { reject: true, allowed_languages: ['en' as const] },
      expected: {
        kind: 'reject',
        code: 'AIGW_POLICY_VIOLATION',
        detail: 'The prompt holds languages that are not allowed: fr.',
        tags: { language: ['en', 'fr'] },
      },
    },
    {
      name: 'unknown is not allowed unless it is listed',
      messages: ['zxqj'],
      parameters: { reject: true, allowed_languages: ['en' as const] },
      expected: { kind: 'reject' },
    },
    {
      name: 'unknown is allowed when it is listed',
      messages: ['zxqj'],
      parameters: { reject: true, allowed_languages: ['en' as const, 'unknown' as const] },
      expected: { kind: 'pass' },
    },
    {
      name: 'a language that is reported under another code may be listed under either',
      messages: [norwegian],
      parameters: { reject: true, allowed_languages: ['nb' as const] },
      expected: { kind: 'pass', tags: { language: ['no'] } },
    },
    {
      name: 'without the permission to reject it tags',
      messages: [french],
      parameters: { allowed_languages: ['en' as const] },
      expected: { kind: 'pass', tags: { language: ['fr'] } },
    },
    {
      name: 'only the chosen messages',
      messages: [english, french],
      parameters: { last_messages: 1 },
      expected: { tags: { language: ['fr'] } },
    },
  ])('$name', async ({ messages, parameters, expected }) => {
    await using app = createProcessorServer({ processors: [languageId] })
    const reply = await app.inject(executeRequest(languageId, { messages, parameters }))
    expect(decisionOf(reply)).toMatchObject(expected)
  })

  test('judges responses', async () => {
    const parameters = { reject: true, allowed_languages: ['en' as const] }
    const decision = await runProcessor(languageId, { choices: [french], parameters })
    expect(decision).toMatchObject({ kind: 'reject', detail: 'The response holds languages that are not allowed: fr.' })
  })

  test.each([
    { parameters: { threshold: 1.5 } },
    { parameters: { threshold: '0.5' } },
    { parameters: { allowed_languages: ['tlh'] } },
  ])('$parameters is a fault of the parameters', async ({ parameters }) => {
    const decision = await runProcessor(languageId, { messages: ['a'], parameters: parameters as object })
    expect(decision.error).toMatchObject({ status: 400 })
  })
})
