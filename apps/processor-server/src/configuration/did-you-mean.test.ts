import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean } from './did-you-mean.js'

const names = ['listen', 'processors', 'parameters', 'maxBodyBytes', 'maxPartBytes', 'warn', 'log', 'env']

test.each([
  { word: 'procesors', expected: 'processors' },
  { word: 'Processors', expected: 'processors' },
  { word: 'paramters', expected: 'parameters' },
  { word: 'parmaeters', expected: 'parameters' },
  { word: 'max_body_bytes', expected: 'maxBodyBytes' },
  { word: 'max-part-bytes', expected: 'maxPartBytes' },
  { word: 'warning', expected: 'warn' },
  { word: 'lisetn', expected: 'listen' },
  { word: 'lgo', expected: 'log' },
  { word: 'en', expected: 'env' },
  { word: 'xyz', expected: undefined },
  { word: 'telemetry', expected: undefined },
  { word: '', expected: undefined },
  { word: 'p'.repeat(41), expected: undefined },
])('$word: $expected', ({ word, expected }) => {
  expect(didYouMean(word, names)).toBe(expected)
})

test('a name means itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1 }), (candidates) => {
      for (const candidate of candidates) expect(didYouMean(candidate, candidates)).toBe(candidate)
    }),
  )
})

test('one letter swapped, dropped or doubled in a long name is found', () => {
  fc.assert(
    fc.property(fc.constantFrom('processors', 'maxBodyBytes', 'parameters'), fc.nat(8), (name, at) => {
      const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
      const dropped = name.slice(0, at) + name.slice(at + 1)
      const doubled = name.slice(0, at) + name.charAt(at) + name.slice(at)
      for (const word of [swapped, dropped, doubled]) expect(didYouMean(word, names)).toBe(name)
    }),
  )
})
