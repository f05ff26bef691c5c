import { describe, expect, test } from 'vitest'
import { selectMessages } from './scope.js'

const messages = ['system', 'user', 'assistant', 'user', 'tool'].map((role) => ({ role }))

describe('selectMessages', () => {
  test.each([
    { scope: { roles: [] }, selected: [0, 1, 2, 3, 4] },
    { scope: { roles: ['user'] }, selected: [1, 3] },
    { scope: { roles: ['user'], last_messages: 1 }, selected: [3] },
    { scope: { roles: [], last_messages: 2 }, selected: [3, 4] },
    { scope: { roles: [], last_messages: 9 }, selected: [0, 1, 2, 3, 4] },
    { scope: { roles: ['User'] }, selected: [] },
  ])('$scope', ({ scope, selected }) => {
    expect(selectMessages(messages, scope)).toEqual(selected)
  })
})
