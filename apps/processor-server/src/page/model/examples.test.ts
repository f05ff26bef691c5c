import { catalogue } from '@gatehouse/processors'
import { describe, expect, test } from 'vitest'
import { examplesOf } from './examples.js'
import { readSignature, stagesOf } from './signature.js'

describe('examples', () => {
  test.each(Object.values(catalogue))('of $id fit its signature and its parameters', (processor) => {
    const signature = readSignature(processor.signatureDocument)
    const listed = { ...processor, description: undefined }
    const examples = examplesOf(listed, signature.parameters, stagesOf(signature))
    for (const { title, stage, parameters } of examples) {
      expect(stagesOf(signature), title).toContain(stage)
      const outcome = processor.readParameters(JSON.stringify(parameters))
      expect(outcome.valid ? [] : outcome.problems, title).toEqual([])
    }
  })

  test.each(['language-id', 'repetition-detect', 'system-prompt', 'regex', 'keywords', 'pii', 'secrets'])(
    'there are some for %s',
    (name) => {
      const processor = { id: `gatehouse:${name}`, namespace: 'gatehouse', name, version: '', description: undefined }
      expect(examplesOf(processor, {}, ['input']).length).toBeGreaterThan(0)
    },
  )

  test('come from the schema of any other processor', () => {
    const processor = { id: 'a:constructor', namespace: 'a', name: 'constructor', version: '', description: undefined }
    const schema = { examples: [{ mask: 'x' }, 5, null] }
    expect(examplesOf(processor, schema, ['response'])).toMatchObject([
      { stage: 'response', parameters: { mask: 'x' } },
    ])
    expect(examplesOf(processor, schema, [])).toEqual([])
  })
})
