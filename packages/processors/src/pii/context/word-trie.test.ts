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

test('finds what was added, more than it had room for at first', () => {
  const trie = new WordTrie()
  const words = Array.from({ length: 9000 }, (_, index) => `w${index} of ${index * 7}`)
  expect(words.map((word) => trie.add(toUnits(word)))).toEqual(words.map((_, index) => index))
  expect(trie.add(toUnits('w3 of 21'))).toBe(3)
  expect(words.map((word) => find(trie, word))).toEqual(words.map((_, index) => index))
  expect(find(trie, 'w3 of')).toBe(-1)
  expect(find(trie, 'x')).toBe(-1)
})

test('knows where a blank goes on', () => {
  const trie = new WordTrie()
  trie.add(toUnits('a b'))
  const node = trie.child(trie.root, 0x61)
  expect([trie.root, node, trie.child(node, 0x20)].map((each) => trie.hasBlank(each))).toEqual([false, true, false])
})
