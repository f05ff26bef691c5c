import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addRules } from './add-rules.js'

const system = (content: string) => ({ role: 'system', content })
const user = (content: string) => ({ role: 'user', content })

describe('addRules', () => {
  test.each([
    { name: 'an empty prompt', messages: [], rules: ['r'], expected: [system('r')] },
    {
      name: 'before the first user message',
      messages: [user('hi')],
      rules: ['r', 's'],
      expected: [system('r'), system('s'), user('hi')],
    },
    {
      name: 'behind the leading system and developer messages',
      messages: [system('a'), { role: 'developer', content: 'b' }, user('hi'), system('c')],
      rules: ['r'],
      expected: [system('a'), { role: 'developer', content: 'b' }, system('r'), user('hi'), system('c')],
    },
    { name: 'not again', messages: [system('r'), user('hi')], rules: ['r'], expected: [system('r'), user('hi')] },
    {
      name: 'only those missing',
      messages: [system('r'), user('hi')],
      rules: ['s', 'r'],
      expected: [system('r'), system('s'), user('hi')],
    },
    { name: 'again when only a user says it', messages: [user('r')], rules: ['r'], expected: [system('r'), user('r')] },
    {
      name: 'again when it stands behind the user',
      messages: [user('hi'), system('r')],
      rules: ['r'],
      expected: [system('r'), user('hi'), system('r')],
    },
    { name: 'the same rule once', messages: [user('hi')], rules: ['r', 'r'], expected: [system('r'), user('hi')] },
  ])('$name', ({ messages, rules, expected }) => {
    expect(addRules(messages, rules)).toEqual(expected)
  })

  test('adding twice is adding once, and no message is lost or changed', () => {
    const message = fc.record({
      role: fc.constantFrom('system', 'user', 'developer', 'tool'),
      content: fc.constantFrom('', 'r', 's', 'x'),
    })
    fc.assert(
      fc.property(fc.array(message), fc.array(fc.constantFrom('r', 's', 't')), (messages, rules) => {
        const once = addRules(messages, rules)
        expect(addRules(once, rules)).toBe(once)
        expect(once.filter((each) => messages.includes(each as never))).toEqual(messages)
      }),
    )
  })
})
