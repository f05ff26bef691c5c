/**
 * `npm test`: sets up what is missing, then types, lint, and every test.
 *
 * `npm test -- FILTER...` runs only the tests whose path holds one of the filters.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, setUp } from './setup.mjs'
import { countTests } from './test-counts.mjs'

const filters = process.argv.slice(2)
setUp()

const scratch = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
const report = join(scratch, 'vitest.json')
const node = process.execPath
const bin = (name, ...path) => [node, join(root, 'node_modules', name, ...path)]

const checks = [
  { name: 'types', command: [...bin('typescript', 'bin', 'tsc'), '-b'] },
  { name: 'types of tests', command: [...bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.tests.json'] },
  { name: 'lint', command: [...bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'] },
]
const tests = {
  name: 'tests',
  command: [
    ...bin('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ],
}

const outcomes = [...(filters.length === 0 ? checks : []), tests].map(run)
const { passed, failed, skipped } = countTests(readReport(), outcomes.at(-1).isGood)
rmSync(scratch, { recursive: true })

console.log('\nSummary')
for (const { name, isGood, seconds } of outcomes) {
  console.log(`  ${isGood ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)}${seconds.toFixed(1).padStart(7)} s`)
}
if (skipped.length > 0) console.log(`\nSkipped\n${skipped.map((title) => `  ${title}`).join('\n')}`)

const faultyChecks = outcomes.slice(0, -1).filter(({ isGood }) => !isGood).length
console.log(`\n${passed} passed, ${failed + faultyChecks} failed`)
process.exitCode = outcomes.every(({ isGood }) => isGood) ? 0 : 1

function run({ name, command: [file, ...args] }) {
  console.log(`\n== ${name}`)
  const startedAt = Date.now()
  const { status, error } = spawnSync(file, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, GATEHOUSE_BUILT: '1' },
  })
  if (error) console.error(error.message)
  return { name, isGood: status === 0, seconds: (Date.now() - startedAt) / 1000 }
}

/** Nothing when the run ended before it could write one. */
function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  }
}
