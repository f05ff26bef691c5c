import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, diffText } from './diff-text.js'

const write = (changes: readonly Change[]) =>
  changes.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'removed' ? '-' : '+'}{${text}}`)).join('')

const without = (changes: readonly Change[], kind: Change['kind']) =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('diffText', () => {
  test.each([
    { name: 'nothing', before: '', after: '', expected: '' },
    { name: 'no change', before: 'a b', after: 'a b', expected: 'a b' },
    { name: 'everything put in', before: '', after: 'a b', expected: '+{a b}' },
    { name: 'everything taken out', before: 'a b', after: '', expected: '-{a b}' },
    { name: 'a word', before: 'the sky is blue', after: 'the sky is grey', expected: 'the sky is -{blue}+{grey}' },
    {
      name: 'a mask',
      before: 'to mia@example.com now',
      after: 'to [EMAIL] now',
      expected: 'to -{mia@example.com}+{[EMAIL]} now',
    },
    {
      name: 'words that became one',
      before: 'on Project Blue and',
      after: 'on [NAME] and',
      expected: 'on -{Project Blue}+{[NAME]} and',
    },
    { name: 'words far apart', before: 'a b c d e', after: 'x b c y e', expected: '-{a}+{x} b c -{d}+{y} e' },
    { name: 'letters of a word', before: 'organisation', after: 'organization', expected: 'organi-{s}+{z}ation' },
    { name: 'a line put in', before: 'a\nc\n', after: 'a\nb\nc\n', expected: 'a\n+{b\n}c\n' },
    {
      name: 'a word of one line',
      before: 'one two\nthree\n',
      after: 'one 2\nthree\n',
      expected: 'one -{two}+{2}\nthree\n',
    },
    { name: 'an emoji as one', before: 'ok 👩‍👧', after: 'ok 👩‍👦', expected: 'ok -{👩‍👧}+{👩‍👦}' },
  ])('$name', ({ before, after, expected }) => {
    expect(write(diffText(before, after))).toBe(expected)
  })

  const piece = fc.oneof(fc.constantFrom('a', 'b', ' ', '\n', 'word', '👍', '\ud800', 'é'), fc.string())
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  test('the kept and removed pieces are the text before, the kept and added ones the text after', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffText(before, after)
        expect(without(changes, 'added')).toBe(before)
        expect(without(changes, 'removed')).toBe(after)
      }),
    )
  })

  test('a text does not differ from itself, and a part that was put in is all that differs', () => {
    fc.assert(
      fc.property(text, text, text, (start, added, end) => {
        expect(diffText(start, start).every(({ kind }) => kind === 'same')).toBe(true)
        const changes = diffText(`${start}\n${end}`, `${start}\n${added}\n${end}`)
        expect(changes.some(({ kind }) => kind === 'removed')).toBe(false)
      }),
    )
  })
})
