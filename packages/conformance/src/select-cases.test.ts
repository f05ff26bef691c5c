import { expect, test } from 'vitest'
import { parseSelection } from './select-cases.js'

test.each([
  { text: '41', ids: [41] },
  { text: ' 66 , 60 - 62,61', ids: [60, 61, 62, 66] },
  { text: '75-100', ids: [75, 76] },
  { text: '20-101', first: 20, ids: undefined },
])('$text', ({ text, ids }) => {
  if (ids !== undefined) expect(parseSelection(text)).toEqual(ids)
  else expect(parseSelection(text)).toContain(101)
})

test.each(['', 'a', '1,,2', '1-', '-1', '1-2-3', '0', '77-100', '9999999'])('refuses %j', (text) => {
  expect(() => parseSelection(text)).toThrow(RangeError)
})
