import { describe, expect, test } from 'vitest'
import {
  absent,
  anything,
  describeJson,
  exactly,
  inAnyOrder,
  inThisOrder,
  type JsonPattern,
  matchJson,
  nonemptyText,
  oneOf,
} from './json-pattern.js'

interface Row {
  readonly pattern: JsonPattern
  readonly matches: readonly unknown[]
  readonly misses: readonly unknown[]
}

const rows: readonly Row[] = [
  { pattern: 1, matches: [1], misses: [2, '1', null, undefined, [1], -1] },
  { pattern: null, matches: [null], misses: [undefined, 0, {}, ''] },
  { pattern: 'a', matches: ['a'], misses: ['A', ['a'], undefined] },
  { pattern: [1, 2], matches: [[1, 2]], misses: [[2, 1], [1], [1, 2, 3], { 0: 1, 1: 2 }] },
  { pattern: { a: 1 }, matches: [{ a: 1 }, { a: 1, b: 2 }], misses: [{}, { a: 2 }, [], null] },
  { pattern: { constructor: 1 }, matches: [{ constructor: 1 }], misses: [{}] },
  { pattern: exactly({ a: 1 }), matches: [{ a: 1 }], misses: [{ a: 1, b: 2 }, {}, null] },
  { pattern: { a: absent }, matches: [{}, { b: 1 }], misses: [{ a: null }] },
  { pattern: { a: anything }, matches: [{ a: null }], misses: [{}] },
  { pattern: nonemptyText, matches: ['a'], misses: ['', 1, undefined] },
  { pattern: inAnyOrder([1, 2]), matches: [[2, 1]], misses: [[1, 1], [1], [1, 2, 2]] },
  { pattern: inThisOrder([1, 2]), matches: [[0, 1, 3, 2]], misses: [[2, 1], [1], null] },
  { pattern: oneOf(1, { a: 1 }), matches: [1, { a: 1 }], misses: [2, {}] },
]

describe('matchJson', () => {
  test.each(rows)('$pattern', ({ pattern, matches, misses }) => {
    for (const value of matches) expect(matchJson(value, pattern)).toEqual([])
    for (const value of misses) expect(matchJson(value, pattern)).not.toEqual([])
  })

  test('says where, what was expected and what came', () => {
    expect(matchJson({ a: [{ b: 2 }], c: 3 }, exactly({ a: [{ b: 1 }] }))).toEqual([
      { at: '$.a[0].b', expected: '1', came: '2' },
      { at: '$.c', expected: 'absent', came: '3' },
    ])
  })
})

test('describeJson reads like JSON', () => {
  expect(describeJson(exactly({ a: [1, nonemptyText], b: oneOf('x', null), c: absent }))).toBe(
    'exactly {"a": [1, a non-empty string], "b": "x" or null, "c": absent}',
  )
})
