import { expect, test } from 'vitest'
import { WordTrie } from './word-trie.js'

const toUnits = (word: string) => Uint16Array.from(word, (character) => character.charCodeAt(0))

function find(trie: WordTrie, word: string): number {
  let node = trie.root
  for (const unit of toUnits(word)) {
    node = trie.child(node, unit)
    if (node === trie.root) return -1
  }
  return trie.wordAt(node)
}

test('finds each word, and nothing else', () => {
  const words = Array.from({ length: 9000 }, (_, index) => `w${index} of ${index * 7}`)
  const trie = new WordTrie(words.map(toUnits))
  expect(words.map((word) => find(trie, word))).toEqual(words.map((_, index) => index))
  expect(find(trie, 'w3 of')).toBe(-1)
  expect(find(trie, 'x')).toBe(-1)
})

test('equal words are found by the index of the first', () => {
  const trie = new WordTrie(['a', 'b', 'a'].map(toUnits))
  expect([...trie.indexes]).toEqual([0, 1, 0])
  expect(find(trie, 'a')).toBe(0)
})

test('knows where a blank goes on', () => {
  const trie = new WordTrie([toUnits('a b')])
  const node = trie.child(trie.root, 0x61)
  expect([trie.root, node, trie.child(node, 0x20)].map((each) => trie.hasBlank(each))).toEqual([false, true, false])
})
