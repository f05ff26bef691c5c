import { expect, test } from 'vitest'
import { findPart } from './part.js'

test('[protocol 31] of two parts with one name the last one counts', () => {
  const part = (name: string, text: string) => ({ name, charset: undefined, bytes: Buffer.from(text) })
  const parts = [part('metadata', 'a'), part('metadata', 'b'), part('Metadata', 'c')]
  expect(findPart(parts, 'metadata')?.bytes.toString()).toBe('b')
  expect(findPart(parts, 'reject')).toBeUndefined()
})
