import { expect, test } from 'vitest'
import { mediaTypes, partNames } from './index.js'

test('names on the wire', () => {
  expect(Object.values(partNames)).toEqual([
    'metadata',
    'input.messages',
    'response.choices',
    'input.parameters',
    'response.parameters',
    'reject',
  ])
  expect(Object.values(mediaTypes)).toEqual(['multipart/form-data', 'application/json'])
})
