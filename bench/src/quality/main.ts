import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { describeEnvironment, formatMarkdown, type Progress } from '@gatehouse/evaluation'
import { catalogueBenchmarks } from '../catalogue/index.js'
import { readPositive, runCommandLine } from '../command-line.js'
import type { Outcome } from '../report.js'
import { comparedLanguages, measureQuality } from './measure-quality.js'
import { qualityTargets } from './targets.js'
import { qualityVerdict, speedVerdict, verdictTable } from './verdicts.js'

const help = `Usage: npm run quality -- --data PATH [options]

Measures the built-in processors on labelled data and on a clock, and prints what they should reach beside what they do.

Options:
  --data PATH      JSONL files and folders with them; may be given more than once
  --markdown FILE  also write the page of figures, with the tables of \`gatehouse eval\`
  --rounds N       how often each side of a timing is measured; the median counts (default 5)
  --check          exit with 1 when a target is missed
  --help           this text
`

/** The command line. @returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', multiple: true },
      markdown: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || values.data === undefined) {
    process.stdout.write(help)
    return values.help ? 0 : 2
  }
  const rounds = Math.ceil(readPositive('--rounds', values.rounds))
  const quality = await measureQuality(values.data, showProgress())
  const outcomes = await timeAll(rounds)
  const verdicts = [...qualityTargets.map((target) => qualityVerdict(target, quality)), ...outcomes.map(speedVerdict)]
  const table = verdictTable(verdicts)
  process.stdout.write(`${table}\n`)
  if (values.markdown !== undefined) {
    const command = 'npm run quality -- --data DATA --markdown docs/reference/quality.md'
    const page = formatMarkdown(quality.detectors, { command, environment: await describeEnvironment() })
    writeFileSync(
      values.markdown,
      page.replace(/^How to read the tables:$/m, (heading) => `${aimsSection(table)}\n${heading}`),
    )
  }
  return values.check && verdicts.some(({ isReached }) => isReached === false) ? 1 : 0
}

async function timeAll(rounds: number): Promise<Outcome[]> {
  const effort = { rounds, roundMs: 800, warmUp: { replies: 0, ms: 0 } }
  const outcomes: Outcome[] = []
  for (const benchmark of catalogueBenchmarks) {
    process.stderr.write(`timing ${benchmark.name}\n`)
    outcomes.push({ benchmark, result: await benchmark.measure(effort) })
  }
  return outcomes
}

function aimsSection(table: string): string {
  return `## Aims

What the catalogue aims at, and where it is. A row that is missed is known to be missed. The languages of the comparison are
${comparedLanguages.join(', ')}.

${table}

## Figures
`
}

/** Tells of each tenth of the rows. */
function showProgress(): (progress: Progress) => void {
  let told = -1
  return ({ step, rows, totalRows }) => {
    const tenth = Math.floor((10 * rows) / totalRows)
    if (step !== 'judge' || tenth === told) return
    told = tenth
    process.stderr.write(`judged ${rows} of ${totalRows} rows\n`)
  }
}

await runCommandLine('quality', main)
