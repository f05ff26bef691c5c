import { expect, test } from 'vitest'
import { showJson } from './show.js'

test.each([
  { value: { a: 1 }, shown: '{"a":1}' },
  { value: undefined, shown: 'nothing' },
  { value: 'x'.repeat(400), shown: `"${'x'.repeat(299)}…` },
])('shows $shown', ({ value, shown }) => {
  expect(showJson(value)).toBe(shown)
})

test('shows a value of any depth: its beginning, or where the engine gives up that it is too deep', () => {
  const value = JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000))
  expect(showJson(value)).toMatch(/^(?:\[{300}…|a value nested too deep to show)$/)
})
