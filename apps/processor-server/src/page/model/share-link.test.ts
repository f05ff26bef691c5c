import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_FRAGMENT_LENGTH, readFragment, writeFragment } from './share-link.js'

describe('a link', () => {
  test('leads back to the set-up', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('input', 'response', undefined),
        fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
        (processor, stage, parameters) => {
          const written = JSON.parse(JSON.stringify(parameters))
          const fragment = writeFragment({ processor, stage, parameters })
          fc.pre(fragment.length <= MAX_FRAGMENT_LENGTH && fragment.includes('&parameters='))
          expect(readFragment(fragment)).toEqual({ processor, stage, parameters: written })
        },
      ),
    )
  })

  test('that would be too long goes without parameters', () => {
    const fragment = writeFragment({ processor: 'a:b', parameters: { text: 'x'.repeat(MAX_FRAGMENT_LENGTH) } })
    expect(fragment).toBe('#processor=a%3Ab')
  })

  test.each([
    ['', undefined],
    ['#', undefined],
    ['#setup', undefined],
    ['#processor=a%3Ab&stage=other&parameters=%7B', { processor: 'a:b', stage: undefined, parameters: undefined }],
    ['#processor=a%3Ab&parameters=[1]', { processor: 'a:b', stage: undefined, parameters: undefined }],
    ['#processor=%', { processor: '%', stage: undefined, parameters: undefined }],
  ])('%j', (fragment, expected) => {
    expect(readFragment(fragment)).toEqual(expected)
  })
})
