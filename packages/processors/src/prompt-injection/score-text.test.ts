import { describe, expect, test } from 'vitest'
import { deviations, softMaximum } from './deviation.js'
import { loadInjectionModel, parseInjectionModel } from './injection-model.js'
import { findBestWindow, windowNorm } from './windows.js'

describe('findBestWindow', () => {
  const sums = Float64Array.from([0, 1, -1, 4, 5, 5])

  test.each([
    { size: 1, window: { from: 2, to: 3, sum: 5 } },
    { size: 2, window: { from: 2, to: 4, sum: 6 } },
    { size: 5, window: { from: 0, to: 5, sum: 5 } },
    { size: 99, window: { from: 0, to: 5, sum: 5 } },
  ])('of $size words', ({ size, window }) => {
    expect(findBestWindow(sums, 5, size)).toEqual(window)
  })

  test('is divided by more when it is long', () => {
    expect([1, 12, 48].map(windowNorm)).toEqual([1, 1, 2])
  })
})

describe('deviations', () => {
  const usual = [
    { logWords: 2, medians: [0], spreads: [1] },
    { logWords: 4, medians: [2], spreads: [3] },
    { logWords: 5, medians: [4], spreads: [3] },
  ]

  test.each([
    { name: 'below the shortest', words: 1, deviation: 6 },
    { name: 'between two', words: Math.exp(3), deviation: 2.5 },
    { name: 'beyond the longest', words: 1e6, deviation: 2 / 3 },
  ])('$name', ({ words, deviation }) => {
    expect(deviations([6], words, usual)[0]).toBeCloseTo(deviation)
  })
})

test('the soft maximum is the value of equal ones, and near the highest of others', () => {
  expect(softMaximum([3, 3])).toBeCloseTo(3)
  expect(softMaximum([0, 10])).toBeCloseTo(10 - Math.log(2), 2)
})

describe('the model', () => {
  test('is loaded once', () => {
    expect(loadInjectionModel()).toBe(loadInjectionModel())
  })

  test.each([
    { name: 'empty', file: Buffer.alloc(0), says: /not a file of format 1/ },
    { name: 'of another kind', file: Buffer.from('GHLM'.padEnd(40, '\0')), says: /not a file of format 1/ },
    { name: 'cut', file: Buffer.from('GHPI\u0001\0\0\0'.padEnd(40, '\0')), says: /should have 50 bytes; it has 40/ },
  ])('a file that is $name is refused', ({ file, says }) => {
    expect(() => parseInjectionModel(file)).toThrow(says)
  })
})
