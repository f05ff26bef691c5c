import { expect, test } from 'vitest'
import { fuzzMultipart } from './fuzz-multipart.js'
import { stricterThanBusboy } from './multipart-model.js'

test('codec, model and busboy agree on 20,000 bodies', { timeout: 60_000 }, async () => {
  // A failure names the seed of the body.
  const seed = Math.floor(Math.random() * 1_000_000_000)
  const outcomes = await fuzzMultipart({ count: 20_000, seed })
  expect(outcomes.get('parts')).toBeGreaterThan(4000)
  // No generated body is as large as a limit of bytes.
  const unreached = ['header block too long', 'part too large']
  for (const fault of [...stricterThanBusboy, 'cut', 'broken header line']) {
    if (!unreached.includes(fault)) expect(outcomes.get(fault), fault).toBeGreaterThan(0)
  }
})
