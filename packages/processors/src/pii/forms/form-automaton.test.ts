import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Identifier } from '../identifier.js'
import { identifiers } from '../identifiers/index.js'
import { DEAD, FormAutomaton } from './form-automaton.js'

const matches = (automaton: FormAutomaton, text: string) => {
  const state = automaton.walk(automaton.start, text, 0, text.length)
  return state === DEAD ? 'dead' : automaton.matchesAt(state)
}

describe('FormAutomaton', () => {
  const automaton = new FormAutomaton([
    /^[1-9]\d{2}-?[A-HJ]$/,
    /^(?:19|20)\d{2,4}$/,
    /^(?=[A-Z0-9]*\d)[A-Z0-9]{3}$/,
    /^(?:[Ñ&]\d|A(?:\.\d)?(?:[ -]\(\d\)){0,2})$/,
  ])

  test.each([
    { text: '', found: [] },
    { text: '9', found: [] },
    { text: '999', found: [2] },
    { text: '000A', found: [0] },
    { text: '000-z', found: [0] },
    { text: '000-A-', found: 'dead' },
    { text: '1234', found: [1] },
    { text: '123456', found: [1] },
    { text: '1234567', found: 'dead' },
    { text: 'AAA', found: [2] },
    { text: 'A', found: [3] },
    { text: 'A.1-(1) (1)', found: [3] },
    { text: 'A.1-(1)-(', found: [] },
    { text: 'A.1-(1) (1) ', found: 'dead' },
    { text: 'Ñ1', found: 'dead' },
    { text: '日', found: 'dead' },
    { text: '9 9', found: 'dead' },
  ])('$text may be $found', ({ text, found }) => {
    expect(matches(automaton, text)).toEqual(found)
  })

  test('goes on from a state', () => {
    const state = automaton.walk(automaton.start, 'x000', 1, 4)
    expect(automaton.matchesAt(automaton.walk(state, '-A', 0, 2))).toEqual([0])
  })

  test.each([
    /^\d+$/,
    /^\d*$/,
    /^\w$/,
    /^.$/,
    /^(\d)$/,
    /^[^0-9]$/,
    /^[\d]$/,
    /^[ -9]$/,
    /^(?!0)\d$/,
    /\d$/,
    /^\d/,
    /^\d$|^A$/,
  ])('refuses %s', (pattern) => {
    expect(() => new FormAutomaton([pattern])).toThrow(/^The form of the pattern .* cannot be read at character \d+\.$/)
  })

  test('what matches the pattern of an identifier has its form', () => {
    const all = new FormAutomaton(identifiers.map(({ pattern }) => pattern))
    const written = fc.nat(identifiers.length - 1).chain((index) => {
      // The generator knows nothing that looks ahead, and candidates have no other letters.
      const source = (identifiers[index] as Identifier).pattern.source.replace(/\(\?=[^()]*\)/, '').replace(/[&Ñ]/g, '')
      return fc.record({ index: fc.constant(index), text: fc.stringMatching(new RegExp(source)) })
    })
    fc.assert(
      fc.property(written, ({ index, text }) => {
        expect(matches(all, text)).toContain(index)
      }),
      { numRuns: 1500 },
    )
  })
})
