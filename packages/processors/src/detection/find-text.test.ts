import { expect, test } from 'vitest'
import { findText } from './find-text.js'

test.each([
  { text: 'aaa', sought: 'aa', found: [[0, 2]] },
  {
    text: 'a.b.',
    sought: '.',
    found: [
      [1, 2],
      [3, 4],
    ],
  },
  { text: 'ab', sought: 'c', found: [] },
])('$sought in $text', ({ text, sought, found }) => {
  expect(findText(text, sought).map(({ start, end }) => [start, end])).toEqual(found)
})
