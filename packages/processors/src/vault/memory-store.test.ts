import { describe, expect, test } from 'vitest'
import { memoryStore } from './memory-store.js'
import { MAX_VALUES_PER_EXCHANGE } from './vault-store.js'

const values = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries))

describe('memoryStore', () => {
  test('keeps the values of each exchange apart, and adds to them', () => {
    const store = memoryStore()
    store.add('a', values({ x: '1' }), 1000)
    store.add('a', values({ y: '2' }), 1000)
    store.add('b', values({ x: '3' }), 1000)
    expect(store.read('a')).toEqual(values({ x: '1', y: '2' }))
    expect(store.read('b')).toEqual(values({ x: '3' }))
    expect(store.read('c')).toEqual(values({}))
  })

  test('forgets an exchange after its time, counted from the last addition', () => {
    let now = 0
    const store = memoryStore({ now: () => now })
    store.add('a', values({ x: '1' }), 1000)
    now = 900
    store.add('a', values({ y: '2' }), 1000)
    now = 1899
    expect(store.read('a')).toEqual(values({ x: '1', y: '2' }))
    now = 1900
    expect(store.read('a')).toEqual(values({}))
  })

  test('forgets the exchange touched longest ago when it is full', () => {
    const store = memoryStore({ maxUnits: 19 })
    store.add('a', values({ x: '12345' }), 1000)
    store.add('b', values({ x: '12345' }), 1000)
    store.add('a', values({ y: '12345' }), 1000)
    store.add('c', values({ x: '1' }), 1000)
    expect(store.read('b')).toEqual(values({}))
    expect(store.read('a')).toEqual(values({ x: '12345', y: '12345' }))
    expect(store.read('c')).toEqual(values({ x: '1' }))
  })

  test('refuses an exchange that alone is too much', () => {
    const store = memoryStore({ maxUnits: 5 })
    expect(() => store.add('a', values({ x: '12345' }), 1000)).toThrow('more than 5 UTF-16 code units')
    const many = new Map(Array.from({ length: MAX_VALUES_PER_EXCHANGE + 1 }, (_, index) => [String(index), '']))
    expect(() => memoryStore().add('a', many, 1000)).toThrow('more than 10000 values')
  })

  test('keeps nothing once it is closed', () => {
    const store = memoryStore()
    store.add('a', values({ x: '1' }), 1000)
    store.close()
    expect(store.read('a')).toEqual(values({}))
  })
})
