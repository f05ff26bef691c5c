import { expect, test } from 'vitest'
import { z } from 'zod'
import { configureProcessor, defineProcessor, pass, signatures } from '../index.js'

const loaded = new Set<string>()
const definition = {
  namespace: 'acme',
  name: 'slow-start',
  version: '1',
  signature: signatures.inputOnly,
  prepare: ({ model }: { readonly model: string }) => model,
  isReady: (model: string) => loaded.has(model),
  processInput: () => pass(),
} as const

test('a processor is ready once what its default parameters need is loaded', () => {
  const parameters = z.strictObject({ model: z.string().default('small') })
  const processor = defineProcessor({ ...definition, parameters })
  const large = configureProcessor(processor, { parameters: { model: 'large' } })
  expect([processor.isReady(), large.isReady()]).toEqual([false, false])
  loaded.add('large')
  expect([processor.isReady(), large.isReady()]).toEqual([false, true])
})

test('one that has nothing to load is ready from the start', () => {
  const { isReady: _, ...rest } = definition
  const parameters = z.strictObject({ model: z.string() })
  expect(defineProcessor({ ...rest, parameters }).isReady()).toBe(true)
  expect(defineProcessor({ ...definition, parameters }).isReady()).toBe(true)
})
