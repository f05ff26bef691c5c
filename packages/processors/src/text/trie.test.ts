import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildTrie, findSlot, ROOT, type Trie } from './trie.js'

const toUnits = (text: string) => Uint16Array.from(text, (character) => character.charCodeAt(0))

function follow({ edges, parent, unit }: Trie, sequence: Uint16Array): number {
  let node = ROOT
  for (const next of sequence) {
    node = edges[findSlot(edges, parent, unit, node, next)] as number
    if (node === ROOT) break
  }
  return node
}

test('equal beginnings are kept once, and equal sequences end at one node', () => {
  const { parent, ends } = buildTrie(['ab', 'ac', '', 'ab'].map(toUnits))
  expect(parent).toHaveLength(4)
  expect(ends[2]).toBe(ROOT)
  expect(ends[3]).toBe(ends[0])
  expect(new Set(ends).size).toBe(3)
})

test('every sequence and every beginning is there, and nothing else', () => {
  const sequences = fc.array(fc.uint16Array({ maxLength: 6, max: 3 }), { maxLength: 12 })
  fc.assert(
    fc.property(sequences, fc.uint16Array({ minLength: 1, maxLength: 6, max: 3 }), (all, other) => {
      const trie = buildTrie(all)
      expect(all.map((sequence) => follow(trie, sequence))).toEqual([...trie.ends])
      const isBeginning = all.some((sequence) => other.every((unit, at) => sequence[at] === unit))
      expect(follow(trie, other) !== ROOT).toBe(isBeginning)
      for (let node = 1; node < trie.parent.length; node++) expect(trie.parent[node]).toBeLessThan(node)
    }),
  )
})
