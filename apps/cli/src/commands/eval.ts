import { Command, InvalidArgumentError, Option } from 'commander'
import type { ReportFlags } from './eval-report.js'
import type { SubjectFlags } from './eval-subjects.js'

interface EvalFlags extends SubjectFlags, ReportFlags {
  readonly source?: readonly string[]
  readonly language?: readonly string[]
  readonly threshold?: number
  readonly fpr: number
  readonly concurrency: number
  readonly repeat: number
  readonly quiet?: boolean
}

/** `gatehouse eval`: measures processors on labelled data. */
export function evalCommand(): Command {
  return new Command('eval')
    .description('Measure processors on labelled data: quality by source and language, and speed.')
    .argument('<processor...>', 'names of built-in processors, of those in --config, or paths of modules')
    .requiredOption('-d, --data <path...>', 'JSONL files and folders with them, gzipped or not')
    .option('-c, --config <file>', 'take the processors from this configuration file')
    .option('-p, --parameters <json>', 'parameters, as JSON or a file; by name when there are several processors')
    .option('--profile <name>', 'what of the data is about the processors: of a built-in one by name, or a JSON file')
    .option('--positive <labels>', 'labels that should be found, with commas between', readList)
    .option('--negative <labels>', 'labels that should not be found, with commas between', readList)
    .addOption(
      new Option('--stage <stage>', 'the stage to run (default: input, where there is one)').choices([
        'input',
        'response',
      ]),
    )
    .option('--source <sources>', 'only rows of these sources, with commas between', readList)
    .option('--language <languages>', 'only rows in these languages, with commas between', readList)
    .option(
      '-t, --threshold <score>',
      'count as found from this score on (default: as the processor decides)',
      readNumber,
    )
    .option('--fpr <rate>', 'false-positive rate at which to propose a threshold, 0 to 1', readRate, 0.01)
    .option('--concurrency <rows>', 'rows judged at a time, for processors that wait for others', readPositive, 1)
    .option('--repeat <times>', 'judge each text so often and take its shortest time', readPositive, 1)
    .option('-b, --baseline <file>', 'fail when a figure is worse than in this report')
    .option('--tolerance <rate>', 'how much worse a figure may be than the baseline, 0 to 1', readRate, 0)
    .option('--diff <old>', 'compare row by row with an earlier report (a .json file), or with another processor')
    .option('--details', 'also print types of ranges and categories of rows')
    .option('--errors [count]', 'also print the ids of rows that were judged wrongly (20 of each kind)', readPositive)
    .option('--show-text', 'print the texts of listed rows, cut at 200 characters')
    .option('--json <file>', 'write the report as JSON')
    .option('--markdown <file>', 'write the report as a page in Markdown')
    .option('-q, --quiet', 'no progress on standard error')
    .addHelpText('after', HELP)
    .action(evaluateProcessors)
}

async function evaluateProcessors(names: readonly string[], flags: EvalFlags, command: Command): Promise<void> {
  const evaluation = await import('@gatehouse/evaluation')
  const { loadSubjects } = await import('./eval-subjects.js')
  const { EvalOptionError } = await import('./eval-error.js')
  const { readReferences, writeReport } = await import('./eval-report.js')
  const { showProgress } = await import('./eval-progress.js')
  try {
    const references = await readReferences(flags)
    const subjects = await loadSubjects(names, flags)
    const progress = showProgress(flags.quiet !== true)
    const report = await evaluation
      .evaluate({
        subjects: subjects.all,
        data: flags.data,
        threshold: flags.threshold,
        falsePositiveRate: flags.fpr,
        sources: flags.source,
        languages: flags.language,
        concurrency: flags.concurrency,
        repetitions: flags.repeat,
        onProgress: progress.show,
      })
      .finally(progress.end)
    const isKept = await writeReport(report, references, subjects, flags)
    process.exitCode = isKept ? 0 : 1
  } catch (error) {
    // Each of these says what is wrong with the data, a file that was named, or a processor's parameters.
    const isNamed =
      error instanceof evaluation.DatasetError ||
      error instanceof evaluation.IncomparableError ||
      error instanceof EvalOptionError
    if (isNamed) command.error(`error: ${error.message}`, { exitCode: 1 })
    throw error
  }
}

function readList(text: string): string[] {
  const values = text.split(',').map((value) => value.trim())
  if (values.includes('')) throw new InvalidArgumentError('Expected words with commas between.')
  return values
}

function readNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Expected a number.')
  return value
}

function readRate(text: string): number {
  const value = readNumber(text)
  if (value < 0 || value > 1) throw new InvalidArgumentError('Expected a number from 0 to 1.')
  return value
}

function readPositive(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Expected an integer from 1 to 999,999.')
  return Number(text)
}

const HELP = `
Prints a table for each processor: all rows, each source, each part and language of it. Processors of the catalogue know which
labels are about them; for your own say --positive, or write a profile. The format of the data, of profiles and of the report
is in docs/reference/labelled-data.md.

A file train.jsonl in a folder is not measured: sources that it does not have are marked as unseen, and the threshold is proposed
from those that it has.

Exit codes: 0 done; 1 worse than the baseline, a processor failed on a row, or something that was named cannot be used (data,
processor, parameters, report); 2 wrong usage.

Examples:
  $ gatehouse eval language-id --data labelled/
  $ gatehouse eval prompt-injection secrets --data labelled/ --json report.json --markdown quality.md
  $ gatehouse eval prompt-injection --data traffic.jsonl.gz --baseline report.json --tolerance 0.005
  $ gatehouse eval secrets --data labelled/ --diff report.json --show-text
  $ gatehouse eval ./my-processor.js --data mine.jsonl --positive leak,abuse --errors
`
