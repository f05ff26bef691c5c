import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TermAutomaton } from './term-automaton.js'

const toUnits = (text: string) => Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))

function scan(terms: readonly string[], text: string): [string, number, number][] {
  const found: [string, number, number][] = []
  TermAutomaton.of(terms.map(toUnits)).scan(toUnits(text), text.length, (term, start, end) => {
    found.push([terms[term] ?? '', start, end])
    return true
  })
  return found
}

/** Every occurrence of every distinct term, in the order that a scan promises. */
function search(terms: readonly string[], text: string): [string, number, number][] {
  const found = [...new Set(terms)].flatMap((term) =>
    Array.from({ length: text.length }, (_, start): [string, number, number] => [term, start, start + term.length]),
  )
  return found
    .filter(([term, start]) => term !== '' && text.startsWith(term, start))
    .sort(([, startA, endA], [, startB, endB]) => endA - endB || startA - startB)
}

describe('TermAutomaton', () => {
  test.each([
    { name: 'the example of the paper', terms: ['he', 'she', 'his', 'hers'], text: 'ushers' },
    { name: 'terms inside each other', terms: ['a', 'aa', 'aaa', 'aaaa'], text: 'aaaaa' },
    { name: 'a suffix two links away', terms: ['abcd', 'bc', 'c'], text: 'abcx' },
    { name: 'no terms', terms: [], text: 'abc' },
    { name: 'an empty term', terms: ['', 'b'], text: 'abc' },
    { name: 'no text', terms: ['a'], text: '' },
    { name: 'a term longer than the text', terms: ['abc'], text: 'ab' },
  ])('$name', ({ terms, text }) => {
    expect(scan(terms, text)).toEqual(search(terms, text))
  })

  test('finds what a search for each term finds', () => {
    const letters = fc.constantFrom('a', 'b', '你', '\ud83d')
    const term = fc.string({ unit: letters, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(term, { maxLength: 20 }), fc.string({ unit: letters, maxLength: 60 }), (terms, text) => {
        expect(scan(terms, text)).toEqual(search(terms, text))
      }),
      { numRuns: 500 },
    )
  })

  test('of equal terms the first counts', () => {
    const found: number[] = []
    TermAutomaton.of(['a', 'a'].map(toUnits)).scan(toUnits('a'), 1, (term) => found.push(term) > 0)
    expect(found).toEqual([0])
  })

  test('shorter terms are passed over when the visit says so', () => {
    const found: number[] = []
    TermAutomaton.of(['a', 'aa', 'aaa'].map(toUnits)).scan(toUnits('aaa'), 3, (term) => {
      found.push(term)
      return false
    })
    expect(found).toEqual([0, 1, 2])
  })

  test('the first `length` code units are scanned, no more', () => {
    const found: number[] = []
    TermAutomaton.of([toUnits('ab')]).scan(toUnits('abab'), 3, (_, start) => found.push(start) < 0)
    expect(found).toEqual([0])
  })

  test('a unit before the text is matched, and none behind it', () => {
    const found: [number, number][] = []
    const automaton = TermAutomaton.of([' ab', 'b '].map(toUnits))
    automaton.scan(toUnits('ab ab'), 5, (_, start, end) => found.push([start, end]) > 0, 0x20)
    expect(found).toEqual([
      [-1, 2],
      [1, 3],
      [2, 5],
    ])
  })
})
