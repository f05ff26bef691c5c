import { expect, test } from 'vitest'
import type { Benchmark, Measurement, Skipped } from './benchmark.js'
import { updatePage } from './markdown.js'

const START = '<!-- figures of `npm run bench -- --markdown`, do not edit -->'
const END = '<!-- end of the figures -->'
const empty = `# Title\n\n${START}\n${END}\n\nThe rest.\n`
const names = ['first', 'second', 'third']
const here = { machine: 'Node v20, 2 x A processor.', measured: '2026-01-31, load 0.1' }

function outcome(name: string, result: Measurement | Skipped) {
  const benchmark: Benchmark = {
    name,
    about: 'what it measures',
    unit: 'ms',
    target: { of: 'ratio', atMost: 1 },
    measure: async () => result,
  }
  return { benchmark, result }
}

const rowsOf = (page: string) => page.split('\n').filter((line) => line.startsWith('| `'))

test('figures stand between the marks, in the order of the benchmarks, under their conditions', () => {
  const page = updatePage(
    empty,
    [outcome('second', { ours: 3, floor: 2, notes: ['a | b', 'c'] }), outcome('first', { ours: 1234.5, floor: 5000 })],
    here,
    names,
  )
  expect(page).toMatch(/^# Title\n\n<!-- figures [\s\S]*\n<!-- end of the figures -->\n\nThe rest\.\n$/)
  expect(page).toContain(`\n${here.machine}\n`)
  expect(rowsOf(page)).toEqual([
    '| `first` | 1,235 | 5,000 | 0.25 | ms | ratio <= 1: met |  | 2026-01-31, load 0.1 |',
    '| `second` | 3.00 | 2.00 | 1.50 | ms | ratio <= 1: **missed** | a \\| b; c | 2026-01-31, load 0.1 |',
  ])
})

test('rows that were not measured again stay, those of another machine and of benchmarks that are gone do not', () => {
  const all = ['first', 'second', 'gone'].map((name) => outcome(name, { ours: 1, floor: 2 }))
  const first = updatePage(empty, all, here, [...names, 'gone'])
  const later = { ...here, measured: '2026-02-01, load 0.2' }
  const second = updatePage(first, [outcome('second', { skipped: 'no Python' })], later, names)
  expect(rowsOf(second)).toEqual([
    '| `first` | 1.00 | 2.00 | 0.50 | ms | ratio <= 1: met |  | 2026-01-31, load 0.1 |',
    '| `second` |  |  |  | ms |  | skipped: no Python | 2026-02-01, load 0.2 |',
  ])
  const elsewhere = updatePage(
    first,
    [outcome('third', { ours: 1, floor: 2 })],
    { ...later, machine: 'Another.' },
    names,
  )
  expect(rowsOf(elsewhere)).toHaveLength(1)
})

test('a page without the marks is refused', () => {
  expect(() => updatePage('# Title\n', [], here, names)).toThrow('The page must have the lines')
})
