import { createRequire } from 'node:module'
import { Command } from 'commander'
import { checkCommand } from './commands/check.js'
import { conformanceCommand } from './commands/conformance.js'
import { evalCommand } from './commands/eval.js'
import { schemaCommand } from './commands/schema.js'
import { serveCommand } from './commands/serve.js'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/**
 * The `gatehouse` command. A subcommand declares its options at once and imports what it does only when it runs, so that
 * `--help` and a wrong option answer without loading a server.
 */
export function createProgram(): Command {
  const program = new Command('gatehouse')
    .description('Serve guardrail processors to an LLM gateway, and test any server that does.')
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .addCommand(serveCommand())
    .addCommand(checkCommand())
    .addCommand(conformanceCommand())
    .addCommand(evalCommand())
    .addCommand(schemaCommand())
    .addHelpText('after', HELP)
  for (const command of [program, ...program.commands]) {
    command
      .helpOption('-h, --help', 'print this help')
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(text) })
  }
  return program
}

const HELP = `
Examples:
  $ gatehouse serve                       the whole built-in catalogue on http://127.0.0.1:8000
  $ gatehouse serve -c gatehouse.yaml     what the file says; a change of the file is taken over
  $ gatehouse check gatehouse.yaml        whether the file is right, for a pipeline
  $ gatehouse conformance http://127.0.0.1:8000
  $ gatehouse eval language-id --data labelled/
  $ gatehouse help serve                  all about one command

Exit codes:
  0  done            1  failed, or not conforming      2  wrong usage
  69 the listen address cannot be had                  78 wrong configuration
`
