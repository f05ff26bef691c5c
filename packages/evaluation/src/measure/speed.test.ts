import { expect, test } from 'vitest'
import { Timings } from './speed.js'

test('time is for a kilobyte of UTF-8, and a shorter text counts as one', () => {
  const timings = new Timings()
  timings.add('short', 0.01)
  timings.add('x'.repeat(2048), 0.04)
  timings.add('ü'.repeat(2048), 0.2)
  expect(Timings.speedOf([timings])).toEqual({
    microsecondsPerKb: 20,
    microsecondsPerKbP99: 50,
    megabytesPerSecond: (5 + 2048 + 4096) / 0.25 / 1000,
  })
})

test('several sets of texts have one median', () => {
  const sets = [[1, 1, 1], [9], [3]].map((times) => {
    const timings = new Timings()
    for (const time of times) timings.add('', time / 1000)
    return timings
  })
  expect(Timings.speedOf(sets).microsecondsPerKb).toBe(1)
  expect(Timings.speedOf(sets.slice(1)).microsecondsPerKb).toBe(3)
})

test('without texts there is none', () => {
  expect(Timings.speedOf([])).toEqual({
    microsecondsPerKb: undefined,
    microsecondsPerKbP99: undefined,
    megabytesPerSecond: undefined,
  })
})
