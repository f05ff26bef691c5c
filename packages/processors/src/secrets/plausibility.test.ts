import { describe, expect, test } from 'vitest'
import { entropyOf, isWord, judgePlausibility, judgeToken } from './plausibility.js'

describe('judgePlausibility', () => {
  test.each([
    ...[
      `\${API_KEY}`,
      '$PASSWORD',
      '{{ token }}',
      '<token>',
      '%PASSWORD%',
      '[PASSWORD]',
      '__TOKEN__',
      '$(cat file)',
      '%s',
    ],
    ...['changeme', 'your-api-key', 'my-fake-token', 'EXAMPLEKEY', 'xxxxxxxx', '********', 'aaaaaaaa', 'abababab'],
    ...['abcdefghijklmnopqrstuvwxyz', '00000000-0000', 'abc...xyz'],
  ])('%s is an example', (value) => {
    expect(judgePlausibility(value)).toBe('example')
  })

  test.each(['12345678', 'abcd1234abcd1234', '1234567890abcdef', 'qwerqwer'])('%s is patterned', (value) => {
    expect(judgePlausibility(value)).toBe('patterned')
  })

  test.each(['hunter2', 'p4$$w0rd', 'Zq7Kx2mPvR9t', `a\${b]c}`, 'blueberry', '$2 for tea'])(
    '%s is plausible',
    (value) => {
      expect(judgePlausibility(value)).toBe('plausible')
    },
  )
})

test('a token by chance holds no word that a value of free choice may be an example by', () => {
  expect(judgeToken('Zq7fakeKx2mPvR9t')).toBe('plausible')
  expect(judgePlausibility('Zq7fakeKx2mPvR9t')).toBe('example')
})

test.each(['b'.repeat(36), `00-${'a'.repeat(13)}-${'a'.repeat(25)}`])(
  'a token of one letter is typed, whatever signs of its format stand between: %s',
  (token) => {
    expect(judgeToken(token)).toBe('patterned')
    expect(isWord(token)).toBe(false)
  },
)

test('a token of the letter or digit of masks is an example', () => {
  expect(judgeToken('x'.repeat(36))).toBe('example')
  expect(judgeToken('0'.repeat(36))).toBe('example')
})

test('entropy is 0 for one character, and the bits of a choice among different ones', () => {
  expect(entropyOf('aaaa')).toBe(0)
  expect(entropyOf('abcd')).toBe(2)
})
