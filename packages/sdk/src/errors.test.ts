import { describe, expect, test } from 'vitest'
import { ProcessorError } from './index.js'

describe('a ProcessorError', () => {
  test.each([
    {
      options: { detail: 'd' },
      expected: { code: 'PROCESSOR_ERROR', status: 500, detail: 'd', messages: [], message: 'd' },
    },
    { options: { detail: 'd', code: 'CONTENT_INVALID' }, expected: { code: 'CONTENT_INVALID', status: 400 } },
    {
      options: { detail: 'd', code: 'CONTENT_INVALID', status: 422 },
      expected: { code: 'CONTENT_INVALID', status: 422 },
    },
    { options: { detail: 'd', code: 'MINE' }, expected: { code: 'MINE', status: 500 } },
    { options: { detail: 'd', code: 'constructor' }, expected: { code: 'constructor', status: 500 } },
    { options: { detail: 'd', messages: ['a: b'] }, expected: { messages: ['a: b'] } },
  ])('of $options', ({ options, expected }) => {
    expect(new ProcessorError(options)).toMatchObject(expected)
  })

  test.each([0, 200, 399, 600, 400.5, Number.NaN])('has no status %d', (status) => {
    expect(() => new ProcessorError({ detail: 'd', status })).toThrow(RangeError)
  })

  test('keeps its cause, and has none of its own', () => {
    const cause = new Error('inner')
    expect(new ProcessorError({ detail: 'd', cause }).cause).toBe(cause)
    expect('cause' in new ProcessorError({ detail: 'd' })).toBe(false)
  })

  test('is told across copies of the package', () => {
    expect(ProcessorError.isProcessorError(new ProcessorError({ detail: 'd' }))).toBe(true)
    expect(ProcessorError.isProcessorError({ [Symbol.for('gatehouse.processor-error')]: true })).toBe(true)
    for (const value of [undefined, null, 'x', new Error('x'), {}])
      expect(ProcessorError.isProcessorError(value)).toBe(false)
  })
})
