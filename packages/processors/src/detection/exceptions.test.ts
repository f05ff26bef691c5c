import { describe, expect, test } from 'vitest'
import { compileAllow, compileDeny } from './exceptions.js'

describe('compileAllow', () => {
  const isAllowed = compileAllow(['abc', { pattern: '^test-' }, { pattern: 'x$', flags: 'i' }])

  test.each(['abc', 'test-1', 'X'])('%s is allowed', (value) => {
    expect(isAllowed(value)).toBe(true)
  })

  test.each(['ABC', 'abcd', ' test-1', 'xy'])('%s is not', (value) => {
    expect(isAllowed(value)).toBe(false)
  })
})

describe('compileDeny', () => {
  const find = compileDeny(['blue heron', { pattern: 'E-\\d+' }, { pattern: 'heron E' }])

  test.each([
    { text: 'a blue heron, E-12', ranges: ['blue heron', 'E-12'] },
    { text: 'a blue heron E-12', ranges: ['blue heron E-12'] },
    { text: 'Blue heron e-12', ranges: [] },
  ])('$text', ({ text, ranges }) => {
    expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(ranges)
  })
})
