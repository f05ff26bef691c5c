import { Command, InvalidArgumentError, Option } from 'commander'

interface ConformanceFlags {
  readonly level: 'MUST' | 'SHOULD'
  readonly only?: string
  readonly timeout: number
  readonly partLimit?: number
  readonly emptyUrl?: string
  readonly ca?: string
  readonly insecure?: boolean
  readonly format: 'text' | 'json' | 'junit'
  readonly output?: string
  readonly verbose?: boolean
}

/** `gatehouse conformance`: runs the conformance suite of the processor protocol against any server. */
export function conformanceCommand(): Command {
  return new Command('conformance')
    .description('Run the conformance suite of the processor protocol against a server.')
    .argument('[url]', 'the server under test, such as http://127.0.0.1:8000')
    .addOption(
      new Option('-l, --level <level>', 'what has to hold: every MUST, or every SHOULD as well')
        .choices(['MUST', 'SHOULD'])
        .default('SHOULD'),
    )
    .option('--only <cases>', 'run these cases alone, such as 41,60-66')
    .option('--timeout <ms>', 'time limit of one exchange, in milliseconds, at most 3600000', readPositive, 10_000)
    .option(
      '--part-limit <bytes>',
      'largest part that the server takes; without it the exact probes of it are skipped',
      readPositive,
    )
    .option('--empty-url <url>', 'a server without processors (default: /empty below the URL, if it answers)')
    .option('--ca <file>', "PEM certificates to trust in place of the system's")
    .option('--insecure', 'take any certificate')
    .addOption(new Option('-f, --format <format>', 'how to report').choices(['text', 'json', 'junit']).default('text'))
    .option('-o, --output <file>', 'write the report to a file; a summary is printed')
    .option('-v, --verbose', 'also list the probes of a case that passed, and what no client can see')
    .option('--contract', 'print which fixture processors a server under test must offer, and stop')
    .addHelpText('after', HELP)
    .action(runSuite)
}

async function runSuite(
  url: string | undefined,
  flags: ConformanceFlags & { readonly contract?: boolean },
  command: Command,
): Promise<void> {
  const suite = await import('@gatehouse/conformance')
  if (flags.contract === true) {
    process.stdout.write(suite.describeContract())
    return
  }
  if (url === undefined) command.error("error: missing required argument 'url'", { exitCode: 2 })
  const { readFile, writeFile } = await import('node:fs/promises')
  try {
    const report = await suite.runConformance({
      url,
      level: flags.level,
      timeoutMs: flags.timeout,
      only: flags.only === undefined ? undefined : suite.parseSelection(flags.only),
      partLimitBytes: flags.partLimit,
      emptyUrl: flags.emptyUrl,
      insecure: flags.insecure,
      ca: flags.ca === undefined ? undefined : await readFile(flags.ca),
      bearerToken: process.env.GATEHOUSE_TOKEN,
    })
    const text = {
      text: () => suite.formatText(report, { verbose: flags.verbose === true }),
      json: () => `${JSON.stringify(report, null, 2)}\n`,
      junit: () => suite.formatJunit(report),
    }[flags.format]()
    if (flags.output === undefined) process.stdout.write(text)
    else {
      await writeFile(flags.output, text)
      process.stdout.write(`${suite.formatSummary(report)}\n`)
    }
    process.exitCode = report.conforms ? 0 : 1
  } catch (error) {
    // What the suite throws on purpose says what is wrong with an option, or that nobody answers, or not to this token.
    if (error instanceof TypeError || error instanceof RangeError)
      command.error(`error: ${error.message}`, { exitCode: 2 })
    if (error instanceof suite.ExchangeError) command.error(`error: ${error.message}`, { exitCode: 1 })
    throw error
  }
}

function readPositive(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('Expected an integer above 0.')
  return Number(text)
}

const HELP = `
The server must offer the fixture processors of the contract; \`gatehouse serve --conformance\` does.
GATEHOUSE_TOKEN in the environment is sent as the bearer token.

Exit codes: 0 it conforms, 1 it does not, or does not answer (to this token), 2 wrong usage.

Examples:
  $ gatehouse serve --conformance                      a server to try it on; once it serves, in another terminal:
  $ gatehouse conformance http://127.0.0.1:8000
  $ gatehouse conformance https://processors.example.com --level MUST --only 21-33 --verbose
  $ gatehouse conformance http://127.0.0.1:8000 --format junit --output conformance.xml
  $ gatehouse conformance --contract
`
