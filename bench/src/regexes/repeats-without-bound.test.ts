import { expect, test } from 'vitest'
import { repeatsWithoutBound } from './repeats-without-bound.js'

test.each([
  { source: 'a+', expected: true },
  { source: '(?:ab)*?c', expected: true },
  { source: 'a{2,}', expected: true },
  { source: String.raw`\\+`, expected: true },
  { source: String.raw`[\]]+`, expected: true },
  { source: '[[a]+]', expected: true },
  { source: 'a{2,300}b?', expected: false },
  { source: 'a{2}', expected: false },
  { source: String.raw`\+\*\{1,\}`, expected: false },
  { source: String.raw`[*+\]+]{1,8}`, expected: false },
])('/$source/ repeats without bound: $expected', ({ source, expected }) => {
  expect(repeatsWithoutBound(source)).toBe(expected)
})
