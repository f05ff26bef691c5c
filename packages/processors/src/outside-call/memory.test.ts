import { describe, expect, test } from 'vitest'
import { AnswerCache } from './answer-cache.js'
import { SpendingWindow } from './spending-window.js'

describe('AnswerCache', () => {
  test('forgets after a time', () => {
    let now = 0
    const cache = new AnswerCache<number>({ maxEntries: 2, ttlMs: 10 }, () => now)
    cache.set('a', 1)
    now = 9
    expect(cache.get('a')).toBe(1)
    now = 10
    expect(cache.get('a')).toBeUndefined()
  })

  test('forgets what was not asked for longest when it is full', () => {
    const cache = new AnswerCache<number>({ maxEntries: 2, ttlMs: 10 }, () => 0)
    cache.set('a', 1)
    cache.set('b', 2)
    cache.get('a')
    cache.set('c', 3)
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3])
  })

  test.each([
    { maxEntries: 0, ttlMs: 10 },
    { maxEntries: 2, ttlMs: 0 },
  ])('with %j it keeps nothing', (limits) => {
    const cache = new AnswerCache<number>(limits, () => 0)
    cache.set('a', 1)
    expect(cache.get('a')).toBeUndefined()
  })
})

describe('SpendingWindow', () => {
  test('counts what is expected until the service has told, and begins anew after a window', () => {
    let now = 0
    const window = new SpendingWindow({ tokens: 100, windowMs: 10 }, () => now)
    const first = window.spend(60)
    expect(() => window.spend(60)).toThrow('limit of 100 tokens')
    first.settle(20)
    const second = window.spend(60)
    now = 10
    window.spend(100)
    // Of the window before: neither gives back nor takes.
    second.settle(0)
    expect(() => window.spend(1)).toThrow('limit of 100 tokens')
  })

  test('counts calls', () => {
    const window = new SpendingWindow({ calls: 2, windowMs: 1000 }, () => 0)
    window.spend(0)
    window.spend(0)
    expect(() => window.spend(0)).toThrow('The limit of 2 calls in 1 s is reached.')
  })
})
