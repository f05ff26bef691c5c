import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSeal } from './seal.js'

const key = Buffer.alloc(32, 7)

describe('createSeal', () => {
  test('opens what it closed, whatever the text', () => {
    const seal = createSeal(key, 'test')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, label) => {
        expect(seal.open(label, seal.close(label, text))).toBe(text)
      }),
    )
  })

  test.each([
    { name: 'another label', open: (sealed: Buffer) => createSeal(key, 'test').open('b', sealed) },
    { name: 'another purpose', open: (sealed: Buffer) => createSeal(key, 'other').open('a', sealed) },
    { name: 'another key', open: (sealed: Buffer) => createSeal(Buffer.alloc(32, 8), 'test').open('a', sealed) },
    { name: 'a byte changed', open: (sealed: Buffer) => createSeal(key, 'test').open('a', damage(sealed)) },
    { name: 'too short a text', open: (sealed: Buffer) => createSeal(key, 'test').open('a', sealed.subarray(0, 20)) },
  ])('does not open with $name', ({ open }) => {
    expect(() => open(createSeal(key, 'test').close('a', 'text'))).toThrow()
  })

  test('closes a text differently each time', () => {
    const seal = createSeal(key, 'test')
    expect(seal.close('a', 'text')).not.toEqual(seal.close('a', 'text'))
  })
})

function damage(sealed: Buffer): Buffer {
  const damaged = Buffer.from(sealed)
  damaged[damaged.length - 1] = (damaged.at(-1) as number) ^ 1
  return damaged
}
