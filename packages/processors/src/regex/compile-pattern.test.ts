import { describe, expect, test } from 'vitest'
import { compilePattern, MAX_PATTERN_LENGTH, PatternError } from './compile-pattern.js'

describe('compilePattern', () => {
  test.each([
    { name: 'a group left open', pattern: 'a(b', message: 'missing closing )' },
    { name: 'a class turned round', pattern: 'ab[z-a]', message: 'invalid character class range at character 3' },
    { name: 'lookahead', pattern: 'a(?=b)', message: 'invalid or unsupported Perl syntax at character 1' },
    { name: 'a backreference', pattern: '(a)\\1', message: 'invalid escape sequence at character 3' },
    { name: 'a repeat of a repeat', pattern: '(a{50}){100}', message: 'invalid repeat count at character 7' },
    {
      name: 'two groups of one name',
      pattern: '(?<x>a)(?<x>b)',
      message: 'duplicate capture group name',
    },
    {
      name: 'a large program',
      pattern: '(abcdefgh){300}',
      message: 'expected at most 1000 instructions once compiled, got',
    },
    {
      name: 'one that matches nothing at all',
      pattern: 'a*',
      message: 'expected a pattern that needs at least one character',
    },
    {
      name: 'a long one',
      pattern: 'a'.repeat(MAX_PATTERN_LENGTH + 1),
      message: 'expected at most 1000 characters, got 1001',
    },
  ])('refuses $name, and says where', ({ pattern, message }) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError)
    expect(() => compilePattern(pattern)).toThrow(message)
  })

  test('no message holds the pattern', () => {
    for (const pattern of ['confidential(', 'confidential[z-a]', '(?<confidential', 'confidential**']) {
      expect(() => compilePattern(pattern)).toThrow(/^(?!.*confidential)/)
    }
  })

  test('knows the group to mask, in both spellings', () => {
    expect(compilePattern('a(b)(?<mask>c)').group).toBe(2)
    expect(compilePattern('a(?P<mask>c)').group).toBe(1)
    expect(compilePattern('a(c)').group).toBe(0)
  })
})
