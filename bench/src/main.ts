import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Benchmark, Effort } from './benchmark.js'
import { benchmarks } from './benchmarks.js'
import { readPositive, runCommandLine, UsageError } from './command-line.js'
import { updatePage } from './markdown.js'
import { meetsTarget, type Outcome, tableHead, tableRow, toReport } from './report.js'
import { isPinned, pinClient } from './servers/start-server.js'

const help = `Usage: npm run bench -- [options]

Measures Gatehouse beside a floor, in turn and in the same run, and prints a table.
ratio is ours / floor. requests/s are for one second of the server's processor time.
Servers run in processes of their own; this process is the client.

Options:
  --only NAME     run one benchmark; may be given more than once
  --json FILE     also write {"results":[{"name","ours","floor","ratio","unit"}]}
  --markdown FILE also put the figures into a page that has the marks for them
  --rounds N      how often each side is measured; the median counts (default 5)
  --seconds S     length of one round of one side (default 0.8)
  --check         exit with 1 when a target is missed
  --help          this text

Benchmarks:
${benchmarks.map(({ name, about }) => `  ${name.padEnd(26)}${about}`).join('\n')}

Environment:
  GATEHOUSE_BENCH_PYTHON   the Python of "python-sdk" and "python-sdk-tags" (default python3)

Examples:
  $ npm run bench
  $ npm run bench -- --only execute-1kb --rounds 15
  $ npm run bench -- --json results.json
  $ npm run bench -- --markdown docs/reference/performance.md
`

/** Counted before this process is pinned, which takes cores away from it. */
const cores = availableParallelism()

/** The command line. @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      markdown: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '0.8' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return 0
  }
  const roundMs = readPositive('--seconds', values.seconds) * 1000
  const rounds = Math.ceil(readPositive('--rounds', values.rounds))
  const effort = { rounds, roundMs, warmUp: { replies: 20_000, ms: 6 * roundMs } }
  const selected = select(values.only)
  // Read first, so that a page that is not there does not cost a run.
  const page = values.markdown === undefined ? '' : readFileSync(values.markdown, 'utf8')
  const measured = `${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`
  const outcomes = await runAll(selected, effort)
  if (values.markdown !== undefined) {
    const names = benchmarks.map(({ name }) => name)
    writeFileSync(values.markdown, updatePage(page, outcomes, { machine: describeMachine(), measured }, names))
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(toReport(outcomes), null, 2)}\n`)
  return values.check && outcomes.some((outcome) => meetsTarget(outcome) === false) ? 1 : 0
}

function select(names: readonly string[] | undefined): readonly Benchmark[] {
  const known = benchmarks.map(({ name }) => name)
  const unknown = names?.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new UsageError(`There is no benchmark "${unknown}". There are:\n  ${known.join('\n  ')}`)
  }
  return benchmarks.filter(({ name }) => names?.includes(name) ?? true)
}

function describeMachine(): string {
  const pinning = isPinned() ? 'servers on one core, client on another' : 'not pinned to cores'
  return `Node ${process.version}, ${cores} x ${cpus()[0]?.model}, ${pinning}.`
}

async function runAll(selected: readonly Benchmark[], effort: Effort): Promise<Outcome[]> {
  console.log(describeMachine())
  pinClient()
  console.log(`${effort.rounds} rounds of ${effort.roundMs} ms a side, in turn; medians.\n`)
  console.log(tableHead())
  const outcomes: Outcome[] = []
  for (const benchmark of selected) {
    const outcome = { benchmark, result: await benchmark.measure(effort) }
    console.log(tableRow(outcome))
    outcomes.push(outcome)
  }
  return outcomes
}

await runCommandLine('bench', main)
