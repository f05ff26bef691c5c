import { describe, expect, test } from 'vitest'
import { keccak256 } from './keccak.js'

describe('keccak256', () => {
  test.each([
    ['', 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
    ['abc', '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45'],
    ['The quick brown fox jumps over the lazy dog', '4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15'],
  ])('%j', (text, digest) => {
    expect(Buffer.from(keccak256(Buffer.from(text))).toString('hex')).toBe(digest)
  })

  test('takes messages of a block and more', () => {
    const digests = [135, 136, 137, 272].map((length) => Buffer.from(keccak256(new Uint8Array(length))).toString('hex'))
    expect(new Set(digests).size).toBe(4)
  })
})
