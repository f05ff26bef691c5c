import { Command } from 'commander'

/** `gatehouse check`: does everything that a start does before it listens, and prints what would be served. */
export function checkCommand(): Command {
  return new Command('check')
    .description('Check a configuration file: settings, modules, parameters, tokens and certificates.')
    .argument('<file>', 'the configuration file')
    .addHelpText('after', HELP)
    .action(check)
}

async function check(file: string): Promise<void> {
  const { checkConfiguration, exitCodes } = await import('@gatehouse/processor-server')
  // A script that was named in place of a module may end the process with 0, which would say that the file is right.
  const explainExit = () => {
    process.stderr.write(`${file}: a module that it names ended the process while it was loaded\n`)
    process.exitCode = exitCodes.configuration
  }
  process.once('exit', explainExit)
  const { configuration, served, warnings, tokenHashes, tls } = await checkConfiguration(file).finally(() => {
    process.off('exit', explainExit)
  })
  const scheme = tls === undefined ? 'http' : 'https'
  const guards = [
    ...(tokenHashes.length === 0 ? [] : ['a bearer token']),
    ...(tls?.ca === undefined ? [] : ['a client certificate']),
  ]
  const lines = [
    `${file} is right.`,
    `It listens on ${scheme}://${configuration.listen.host}:${configuration.listen.port} and asks for ${guards.join(' and ') || 'neither token nor client certificate'}.`,
    `It serves ${served.length} ${served.length === 1 ? 'processor' : 'processors'}:`,
    ...served.map(({ path, id, version }) => `  /api/v1/execute/${path}  ${id} ${version}`),
    ...warnings.map((warning) => `warning: ${warning}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const HELP = `
Every problem is printed at once, as FILE:LINE:COLUMN SETTING: what was expected and what came, and the exit code is 78, else 0.

Examples:
  $ gatehouse check gatehouse.yaml
  $ gatehouse check next.yaml && mv next.yaml gatehouse.yaml     a server that runs takes it over
`
