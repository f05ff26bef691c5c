import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { benchmarks } from './benchmarks.js'

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** What is measured in so little time says nothing; that it comes out does. A round still takes many ticks of processor time. */
function run(...args: string[]) {
  return spawnSync(process.execPath, [program, '--rounds', '1', '--seconds', '0.4', ...args], { encoding: 'utf8' })
}

test('names are stable', () => {
  expect(benchmarks.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'execute-1kb',
      'execute-1kb-otel',
      'execute-16kb',
      'execute-1mb',
      'growth-10kb-10mb',
      'start-ms',
      'rss-mb',
    ]),
  )
})

test('one benchmark, as a table, as JSON and in the page', { timeout: 60_000 }, () => {
  const file = join(folder, 'results.json')
  const page = join(folder, 'page.md')
  writeFileSync(page, readFileSync(fileURLToPath(new URL('../../docs/reference/performance.md', import.meta.url))))
  const { status, stdout, stderr } = run('--only', 'execute-1kb-tags', '--json', file, '--markdown', page)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^execute-1kb-tags +[\d,.]+ +[\d,.]+ +[\d.]+ +requests\/s +ratio >= 0\.42: (met|MISSED)$/m)
  expect(stdout).toContain('replies: 200')
  expect(status).toBe(0)
  const { results } = JSON.parse(readFileSync(file, 'utf8'))
  expect(results).toEqual([
    {
      name: 'execute-1kb-tags',
      ours: expect.any(Number),
      floor: expect.any(Number),
      ratio: expect.any(Number),
      unit: 'requests/s',
    },
  ])
  expect(readFileSync(page, 'utf8')).toMatch(
    /^\| `execute-1kb-tags` \| [\d,.]+ \| [\d,.]+ \| [\d.]+ \| requests\/s \|/m,
  )
  expect(results[0].ratio).toBeCloseTo(results[0].ours / results[0].floor, 2)
})

describe('a wrong argument ends with 2', () => {
  test.each([
    { args: ['--only', 'nonsense'], says: 'There is no benchmark "nonsense". There are:\n  execute-1kb\n' },
    { args: ['--rounds', '0'], says: '--rounds must be a number above 0' },
    { args: ['--seconds', 'soon'], says: '--seconds must be a number above 0' },
    { args: ['--fast'], says: "Unknown option '--fast'" },
  ])('$args', ({ args, says }) => {
    const { status, stdout, stderr } = run(...args)
    expect(stderr).toContain(says)
    expect(stderr).toContain('npm run bench -- --help')
    expect([status, stdout]).toEqual([2, ''])
  })
})

test('--help names every benchmark', () => {
  const { status, stdout } = run('--help')
  expect(status).toBe(0)
  for (const { name, about } of benchmarks) expect(stdout).toContain(`${name.padEnd(26)}${about}`)
})
