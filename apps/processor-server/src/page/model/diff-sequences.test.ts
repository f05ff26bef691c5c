import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffSequences } from './diff-sequences.js'

const edits = (before: readonly unknown[], after: readonly unknown[]) =>
  diffSequences(before, after).reduce((sum, { kind, length }) => sum + (kind === 'same' ? 0 : length), 0)

/** Fewest removed and added items, from the longest common subsequence by the textbook table. */
function fewestEdits(before: readonly unknown[], after: readonly unknown[]): number {
  let row = new Array<number>(after.length + 1).fill(0)
  for (const item of before) {
    const next = [0]
    for (const [index, other] of after.entries()) {
      next.push(item === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    }
    row = next
  }
  return before.length + after.length - 2 * (row.at(-1) ?? 0)
}

const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })

test('finds a shortest way', () => {
  fc.assert(
    fc.property(sequence, sequence, (a, b) => {
      expect(edits(a, b)).toBe(fewestEdits(a, b))
    }),
  )
})

test('runs alternate, and none is empty', () => {
  fc.assert(
    fc.property(sequence, sequence, (a, b) => {
      const runs = diffSequences(a, b)
      expect(runs.every(({ length }) => length > 0)).toBe(true)
      for (const [index, { kind }] of runs.entries()) expect(runs[index + 1]?.kind).not.toBe(kind)
    }),
  )
})

test('beyond the limit of edits, the way still leads from one to the other', () => {
  const limit = fc.integer({ min: 1, max: 8 })
  fc.assert(
    fc.property(sequence, sequence, limit, (a, b, maxEdits) => {
      let x = 0
      let y = 0
      for (const { kind, length } of diffSequences(a, b, maxEdits)) {
        if (kind === 'same') expect(a.slice(x, x + length)).toEqual(b.slice(y, y + length))
        if (kind !== 'added') x += length
        if (kind !== 'removed') y += length
      }
      expect([x, y]).toEqual([a.length, b.length])
    }),
  )
})

test('many changes in a long sequence are still told apart', () => {
  const before = Array.from({ length: 20_000 }, (_, index) => (index % 4 === 0 ? 'old' : `word ${index}`))
  const after = before.map((item) => item.replace('old', 'new'))
  expect(edits(before, after)).toBe(10_000)
})

test.each([
  { name: 'nothing in common', at: (index: number) => [`a${index}`, `b${index}`] },
  { name: 'one item over and over', at: (index: number) => ['a', index % 7 === 0 ? 'b' : 'a'] },
  { name: 'two items in turn', at: (index: number) => [index % 2, index % 3] },
])('work grows with the length: $name', ({ at }) => {
  const countReads = (length: number) => {
    let reads = 0
    const watch = (items: unknown[]) =>
      new Proxy(items, {
        get(target, key) {
          reads++
          return Reflect.get(target, key)
        },
      })
    const pairs = Array.from({ length }, (_, index) => at(index))
    diffSequences(watch(pairs.map(([item]) => item)), watch(pairs.map(([, item]) => item)), 100)
    return reads
  }
  expect(countReads(5_000) / countReads(1_000)).toBeLessThan(8)
})
