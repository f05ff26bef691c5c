import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENCODINGS } from './payload-encodings.js'
import { holdsWords, listWords } from './payload-traces.js'

function runs(text: string, name: string): [string, number][] {
  const encoding = ENCODINGS.find((each) => each.name === name)
  if (encoding === undefined) throw new RangeError(name)
  const { pattern, findTrace } = encoding
  const found: [string, number][] = []
  for (let at = findTrace(text, 0); at >= 0; ) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) break
    found.push([match[0], match.index])
    at = findTrace(text, pattern.lastIndex)
  }
  pattern.lastIndex = 0
  return found
}

const pieces = [
  'a',
  'F0',
  '01',
  '0110',
  '1',
  '0x4f',
  '\\x4f',
  'x',
  'Zz/+',
  '-',
  '_',
  '=',
  ' ',
  ',',
  ':',
  '\n',
  'é',
  '😀',
  '%41',
  '&#65;',
]

describe('a search from trace to trace', () => {
  test.each(ENCODINGS.map(({ name }) => name))('finds what the pattern finds: %s', (name) => {
    const unit = fc.constantFrom(...pieces)
    const { pattern } = ENCODINGS.find((each) => each.name === name) ?? { pattern: /$./g }
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        expect(runs(text, name)).toEqual(Array.from(text.matchAll(pattern), (match) => [match[0], match.index]))
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    { name: 'base64', run: 'A'.repeat(20_000) },
    { name: 'hex', run: '4f '.repeat(9000) },
    { name: 'binary', run: '01101001'.repeat(9000) },
  ])('cuts a run of $name as the pattern does', ({ name, run }) => {
    const text = `x, ${run}; ${run.slice(0, 48)}`
    const { pattern } = ENCODINGS.find((each) => each.name === name) ?? { pattern: /$./g }
    expect(runs(text, name)).toEqual(Array.from(text.matchAll(pattern), (match) => [match[0], match.index]))
  })
})

describe('holdsWords', () => {
  const list = listWords('eht dna metsys')

  test.each([
    { text: 'Eht METSYS', least: 2, holds: true },
    { text: 'eht eht', least: 2, holds: true },
    { text: 'eht, and dna.', least: 3, holds: false },
    { text: 'ehtx _dna xmetsys', least: 1, holds: false },
    { text: 'éht edna', least: 1, holds: false },
    { text: 'ädna', least: 1, holds: true },
    { text: '', least: 1, holds: false },
  ])('$text, $least: $holds', ({ text, least, holds }) => {
    expect(holdsWords(text, list, least)).toBe(holds)
  })
})
