import { describe, expect, test } from 'vitest'
import { type Decision, readDecision, readFault, silentPass } from './decision.js'
import { readProblem } from './parameter-problem.js'
import { explainKeptBack } from './permissions.js'

const partsOf = (parts: Readonly<Record<string, unknown>>) =>
  new Map(Object.entries(parts).map(([name, value]) => [name, JSON.stringify(value)]))

describe('readDecision', () => {
  const prompt = { messages: [] }
  const reject = { code: 'AIGW_POLICY_VIOLATION', detail: 'no', processor_result: null }

  test.each([
    { parts: { metadata: {} }, expected: { effect: 'pass', findings: undefined } },
    { parts: { metadata: { processor_result: { n: 1 } } }, expected: { effect: 'pass', findings: { n: 1 } } },
    { parts: { metadata: { tags: { a: ['b', 'c'] } } }, expected: { effect: 'annotate', tags: [['a', ['b', 'c']]] } },
    { parts: { metadata: { tags: { a: ['b'] } }, 'input.messages': prompt }, expected: { effect: 'modify', prompt } },
    { parts: { metadata: {}, 'response.choices': { choices: [] } }, expected: { effect: 'modify' } },
    { parts: { metadata: {}, reject }, expected: { effect: 'reject', reject: { code: reject.code, detail: 'no' } } },
    {
      parts: { metadata: {}, reject: { ...reject, processor_result: { n: 2 } } },
      expected: { effect: 'reject', findings: { n: 2 } },
    },
  ])('$parts', ({ parts, expected }) => {
    expect(readDecision(partsOf(parts))).toMatchObject(expected)
  })

  test.each([
    ['no metadata', new Map()],
    ['metadata that is no JSON', new Map([['metadata', '{']])],
    ['metadata that is no object', new Map([['metadata', '[]']])],
  ])('refuses %s', (_, parts) => {
    expect(() => readDecision(parts)).toThrow(TypeError)
  })
})

describe('readFault', () => {
  test.each([
    ['{"detail":"d","messages":["m",5]}', { status: 400, detail: 'd', messages: ['m'] }],
    ['{"message":"Not Found","status_code":404}', { status: 400, detail: 'Not Found', messages: [] }],
    ['<html>', { status: 400, detail: 'The server gave no reason.', messages: [] }],
    ['', { status: 400, detail: 'The server gave no reason.', messages: [] }],
  ])('%j', (body, expected) => {
    expect(readFault(400, body)).toEqual(expected)
  })
})

describe('readProblem', () => {
  const isParameter = (name: string) => ['rules', 'mask'].includes(name)
  test.each([
    ['expected a string: mask', { reason: 'expected a string', path: ['mask'] }],
    [
      'pattern "a: b": too long: rules,0,pattern',
      { reason: 'pattern "a: b": too long', path: ['rules', '0', 'pattern'] },
    ],
    ['the document is not JSON: line 2', { reason: 'the document is not JSON: line 2', path: [] }],
    ['mask', { reason: 'mask', path: [] }],
    [': mask', { reason: ': mask', path: [] }],
  ])('%j', (text, expected) => {
    expect(readProblem(text, isParameter)).toEqual(expected)
  })
})

describe('explainKeptBack', () => {
  const tagged: Decision = { ...silentPass, effect: 'annotate', tags: [['a', ['b', 'c']]] }
  const modified: Decision = { ...silentPass, effect: 'modify', prompt: {} }
  const rejected: Decision = { ...silentPass, effect: 'reject', reject: { code: 'C', detail: 'no' } }

  test.each([
    ['annotate', silentPass, tagged, 'would add the tags a:b, a:c.'],
    ['annotate', tagged, tagged, undefined],
    ['annotate', { ...tagged, tags: [['a', ['b']]] }, tagged, 'would add the tag a:c.'],
    ['modify', tagged, modified, 'would change the text.'],
    ['modify', tagged, tagged, undefined],
    ['reject', modified, rejected, 'would reject with C: no'],
    ['reject', rejected, rejected, undefined],
  ] as const)('%s, case %#', (permission, without, withIt, expected) => {
    expect(explainKeptBack(permission, without, withIt)).toBe(expected)
  })
})
