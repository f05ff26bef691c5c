import { expect, test } from 'vitest'
import { scanText } from './scan-text.js'

test('the surest of a great many findings counts', () => {
  const text = 'password=x9Kq2!zP\n'.repeat(200_000)
  expect(scanText(text, { scan: ['secrets'], threshold: 0.8 })).toEqual([{ type: 'secret', score: 0.7 }])
})
