import { expect, test } from 'vitest'
import { beforePair } from './before-pair.js'

test('steps back from the middle of a surrogate pair, and from nowhere else', () => {
  const text = 'a💳\udcb3\ud83d'
  expect(Array.from({ length: text.length + 1 }, (_, place) => beforePair(text, place))).toEqual([0, 1, 1, 3, 4, 5])
})
