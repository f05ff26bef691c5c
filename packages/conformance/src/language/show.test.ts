import { expect, test } from 'vitest'
import { showJson } from './show.js'

test.each([
  { value: { a: 1 }, shown: '{"a":1}' },
  { value: undefined, shown: 'nothing' },
  { value: 'x'.repeat(400), shown: `"${'x'.repeat(299)}…` },
  { value: JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000)), shown: 'a value nested too deep to show' },
])('shows $shown', ({ value, shown }) => {
  expect(showJson(value)).toBe(shown)
})
