import { describe, expect, expectTypeOf, test } from 'vitest'
import { pass, Reject, type RejectOptions, Result, type ResultOptions, reject, rejectCodes, Tags } from './index.js'
import { readRejectCode, writeRejectCode } from './reject-code.js'

const prompt = { messages: [] }
const response = { choices: [] }

describe('a Result', () => {
  test('is empty without options', () => {
    const { tags, metadata, processorResult, prompt, response } = pass()
    expect({ tags: [...tags], metadata, processorResult, prompt, response }).toEqual({ tags: [] })
  })

  test('holds what it is given', () => {
    const result = pass({ prompt, tags: { A: 'B' }, metadata: { m: 1 }, processorResult: { n: 1 } })
    expect(result).toMatchObject({ prompt, metadata: { m: 1 }, processorResult: { n: 1 } })
    expect(result.tags.get('a')).toEqual(['b'])
    expect(pass({ response })).toMatchObject({ response })
  })

  test('takes its own copy of tags', () => {
    const tags = new Tags({ a: 'b' })
    const result = pass({ tags })
    tags.add('a', 'c')
    expect(result.tags.get('a')).toEqual(['b'])
  })

  test.each<{ name: string; options: object; reason: string }>([
    {
      name: '[protocol 69] both documents',
      options: { prompt, response },
      reason: 'A Result changes the prompt or the response; it has both.',
    },
    {
      name: 'a misspelt option',
      options: { tag: {} },
      reason: 'A Result has no option "tag"; it takes tags, metadata, processorResult, prompt, response.',
    },
    {
      name: 'a prompt without messages',
      options: { prompt: {} },
      reason: '"prompt" must be an object with an array "messages"; it is an object.',
    },
    {
      name: 'text as a prompt',
      options: { prompt: 'x' },
      reason: '"prompt" must be an object with an array "messages"; it is a string.',
    },
    {
      name: 'a prompt as a response',
      options: { response: prompt },
      reason: '"response" must be an object with an array "choices"; it is an object.',
    },
    { name: 'a list as metadata', options: { metadata: [] }, reason: '"metadata" must be an object; it is an array.' },
    {
      name: 'null as findings',
      options: { processorResult: null },
      reason: '"processorResult" must be an object; it is null.',
    },
  ])('is not made from $name', ({ options, reason }) => {
    expect(() => new Result(options)).toThrow(new TypeError(reason))
  })

  test('has the type of what it changes', () => {
    expectTypeOf(pass()).toEqualTypeOf<Result>()
    expectTypeOf(pass({ tags: { a: 'b' } })).toEqualTypeOf<Result>()
    expectTypeOf(pass({ prompt })).toEqualTypeOf<Result<'prompt'>>()
    expectTypeOf(pass({ response })).toEqualTypeOf<Result<'response'>>()
    expectTypeOf<Result>().toExtend<Result<'prompt'>>()
    expectTypeOf<Result<'response'>>().not.toExtend<Result<'prompt'>>()
    // @ts-expect-error a Result changes one of the two
    expect(() => pass({ prompt, response })).toThrow()
    // @ts-expect-error no such option
    expect(() => pass({ tagss: {} })).toThrow()
  })
})

describe('a Reject', () => {
  const minimal = { code: 'AIGW_POLICY_VIOLATION', detail: '' } as const

  test('needs a code and a detail, which may be empty', () => {
    expect(reject(minimal)).toMatchObject({
      code: 'AIGW_POLICY_VIOLATION',
      detail: '',
      metadata: {},
      processorResult: undefined,
    })
  })

  test.each<{ name: string; options: object; reason: RegExp }>([
    {
      name: 'no code',
      options: { detail: 'x' },
      reason: /"code" must be one of AIGW_AUTHENTICATION, .*; it is nothing\./,
    },
    { name: 'an unknown code', options: { code: 'NO', detail: 'x' }, reason: /it is a string\.$/ },
    { name: 'the stray spelling', options: { code: 'fAIGW_TIMEOUT', detail: 'x' }, reason: /"code"/ },
    { name: 'a code from the prototype', options: { code: 'constructor', detail: 'x' }, reason: /"code"/ },
    { name: 'no detail', options: { code: 'AIGW_TIMEOUT' }, reason: /"detail" must be a string; it is nothing\./ },
    { name: 'a document', options: { ...minimal, prompt }, reason: /no option "prompt"/ },
    {
      name: 'text as findings',
      options: { ...minimal, processorResult: 'x' },
      reason: /"processorResult" must be an object/,
    },
    {
      name: 'null as metadata',
      options: { ...minimal, metadata: null },
      reason: /"metadata" must be an object; it is null/,
    },
  ])('is not made from $name', ({ options, reason }) => {
    expect(() => new Reject(options as RejectOptions)).toThrow(reason)
    expect(() => new Reject(options as RejectOptions)).toThrow(TypeError)
  })
})

test('marks tell results and rejects of any copy of the package, and nothing else', () => {
  expect([Result.isResult(pass()), Reject.isReject(pass())]).toEqual([true, false])
  const rejected = reject({ code: 'AIGW_TIMEOUT', detail: 'x' })
  expect([Result.isResult(rejected), Reject.isReject(rejected)]).toEqual([false, true])
  expect(Result.isResult({ [Symbol.for('gatehouse.result')]: true })).toBe(true)
  expect(Reject.isReject({ [Symbol.for('gatehouse.reject')]: true })).toBe(true)
  for (const value of [undefined, null, 'x', {}, { tags: {} }]) {
    expect([Result.isResult(value), Reject.isReject(value)]).toEqual([false, false])
  }
})

describe('reject codes', () => {
  test('are the seven of the protocol', () => {
    expect(Object.values(rejectCodes)).toEqual([
      'AIGW_AUTHENTICATION',
      'AIGW_AUTHORIZATION',
      'AIGW_POLICY_VIOLATION',
      'AIGW_RATE_LIMIT',
      'AIGW_RESOURCE_AVAILABILITY',
      'AIGW_TIMEOUT',
      'AIGW_VALIDATION',
    ])
  })

  test.each([
    { code: 'AIGW_TIMEOUT', stray: 'fAIGW_TIMEOUT' },
    { code: 'AIGW_VALIDATION', stray: 'fAIGW_VALIDATION' },
    { code: 'AIGW_RATE_LIMIT', stray: 'AIGW_RATE_LIMIT' },
  ] as const)('[protocol 67] $code is written clean or as $stray, and read from both', ({ code, stray }) => {
    expect(writeRejectCode(code, 'clean')).toBe(code)
    expect(writeRejectCode(code, 'stray')).toBe(stray)
    expect([readRejectCode(code), readRejectCode(stray)]).toEqual([code, code])
  })

  test.each(['AIGW_OTHER', 'fAIGW_RATE_LIMIT', 'toString', '', undefined, 7])('%s is none', (text) => {
    expect(readRejectCode(text)).toBeUndefined()
  })
})

test('options are the same for every kind of result', () => {
  expectTypeOf<RejectOptions>().toExtend<ResultOptions>()
})
