import { processorLaws, runProcessor } from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { reviewMessage } from './review-message.js'
import { toolPolicy } from './tool-policy.js'

const call = (name: string, args = '{}') => ({ id: 'call_1', type: 'function', function: { name, arguments: args } })
const answer = (...calls: unknown[]) => ({
  index: 0,
  message: { role: 'assistant', content: null, refusal: null, tool_calls: calls },
  finish_reason: 'tool_calls',
})
const allow = ['search']

describe('reviewMessage', () => {
  const message = { role: 'assistant', content: '' }
  const policy = { allow: ['search', '__proto__'], pin: { search: { safe: true } } }

  test.each([
    { name: 'no calls', calls: undefined, refused: 0, pinned: 0 },
    { name: 'null calls', calls: null, refused: 0, pinned: 0 },
    { name: 'pinned already', calls: [call('search', '{"safe":true}')], refused: 0, pinned: 0 },
    { name: 'to be pinned', calls: [call('search', '{"q":"x"}')], refused: 0, pinned: 1 },
    { name: 'allowed, without pins', calls: [call('__proto__')], refused: 0, pinned: 0 },
    { name: 'not allowed', calls: [call('Search')], refused: 1, pinned: 0 },
    { name: 'one of each', calls: [call('search'), call('shell')], refused: 1, pinned: 1 },
    { name: 'arguments that are no JSON', calls: [call('search', '{')], refused: 1, pinned: 0 },
    { name: 'arguments that are no object', calls: [call('search', '[]')], refused: 1, pinned: 0 },
    { name: 'another shape', calls: [{ type: 'custom', custom: { name: 'search' } }], refused: 1, pinned: 0 },
    { name: 'no list', calls: call('search'), refused: 0, pinned: 1 },
    { name: 'a text', calls: 'search', refused: 1, pinned: 0 },
  ])('$name', ({ calls, refused, pinned }) => {
    expect(reviewMessage({ ...message, tool_calls: calls }, policy)).toMatchObject({ refused, pinned })
  })

  test('the older function_call is refused', () => {
    const legacy = { ...message, function_call: { name: 'search', arguments: '{}' } }
    expect(reviewMessage(legacy, policy)).toEqual({ message, refused: 1, pinned: 0 })
  })
})

describe('tool-policy', () => {
  test.each([
    { name: 'allowed', choice: answer(call('search')), parameters: { allow }, expected: { metadata: undefined } },
    {
      name: 'tagged',
      choice: answer(call('shell')),
      parameters: { allow },
      expected: { tags: { 'tool-call': ['refused'] }, processorResult: { refused: 1, pinned: 0 }, response: undefined },
    },
    {
      name: 'rejected',
      choice: answer(call('search'), call('shell')),
      parameters: { allow, reject: true },
      expected: { kind: 'reject', detail: '1 tool call(s) are not allowed.' },
    },
    {
      name: 'removed',
      choice: answer(call('shell')),
      parameters: { allow, modify: true },
      expected: {
        response: { choices: [{ finish_reason: 'stop', message: { content: 'A tool call was refused.' } }] },
      },
    },
    {
      name: 'pinned, with all other keys kept',
      choice: answer(call('search', '{"q":"x","safe":false}')),
      parameters: { allow, modify: true, pin: { search: { safe: true } } },
      expected: {
        response: {
          choices: [
            {
              index: 0,
              finish_reason: 'tool_calls',
              message: { content: null, refusal: null, tool_calls: [call('search', '{"q":"x","safe":true}')] },
            },
          ],
        },
      },
    },
  ])('$name', async ({ choice, parameters, expected }) => {
    expect(await runProcessor(toolPolicy, { choices: [choice], parameters })).toMatchObject(expected)
  })

  const samples = [{ choices: [answer(call('search', '{"q":"x"}'), call('shell'))] }]
  const parameters = { allow, pin: { search: { safe: true } } }
  test.each(processorLaws(toolPolicy, { samples, parameters, idempotent: true }))('$name', ({ check }) => check())
})
