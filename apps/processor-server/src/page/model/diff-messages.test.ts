import { describe, expect, test } from 'vitest'
import { diffMessages, readMessages } from './diff-messages.js'

const user = (content: string) => ({ role: 'user', content })
const system = (content: string) => ({ role: 'system', content })

describe('diffMessages', () => {
  test.each([
    { name: 'one kept', before: [user('a')], after: [user('a')], expected: ['same'] },
    { name: 'one put in front', before: [user('a')], after: [system('s'), user('a')], expected: ['added', 'same'] },
    { name: 'one put behind', before: [user('a')], after: [user('a'), user('b')], expected: ['same', 'added'] },
    { name: 'one taken out', before: [user('a'), user('b')], after: [user('b')], expected: ['removed', 'same'] },
    {
      name: 'two changed',
      before: [user('a'), user('b')],
      after: [user('c'), user('d')],
      expected: ['changed', 'changed'],
    },
    {
      name: 'one changed, one put in',
      before: [user('a')],
      after: [user('b'), user('c')],
      expected: ['changed', 'added'],
    },
    { name: 'another role', before: [user('a')], after: [system('a')], expected: ['changed'] },
    { name: 'none left', before: [user('a')], after: [], expected: ['removed'] },
  ])('$name', ({ before, after, expected }) => {
    expect(diffMessages(before, after).map(({ kind }) => kind)).toEqual(expected)
  })
})

describe('readMessages', () => {
  test.each([
    {
      document: { messages: [user('a'), { content: null }, 5] },
      expected: [user('a'), { role: '', content: '' }, { role: '', content: '' }],
    },
    { document: { choices: [{ message: user('a') }, {}] }, expected: [user('a'), { role: '', content: '' }] },
    { document: {}, expected: [] },
  ])('$document', ({ document, expected }) => {
    expect(readMessages(document)).toEqual(expected)
  })
})
