import { Command, InvalidArgumentError } from 'commander'

interface ServeFlags {
  readonly config?: string
  readonly host?: string
  readonly port?: string
  readonly conformance?: boolean
}

/** `gatehouse serve`: runs the processor server until a signal ends it. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve processors over HTTP.')
    .option(
      '-c, --config <file>',
      'configuration file (default: $GATEHOUSE_CONFIG, else ./gatehouse.yaml if there is one)',
      readFileName,
    )
    .option('-H, --host <address>', 'address to listen on; wins over HOST and the file (default: 127.0.0.1)')
    .option('-p, --port <number>', 'port to listen on, 0 for a free one; wins over PORT and the file (default: 8000)')
    .option('--conformance', 'also serve the fixture processors of the conformance suite')
    .addHelpText('after', HELP)
    .action(serve)
}

async function serve({ config, host, port, conformance }: ServeFlags): Promise<void> {
  const { findConfigurationFile, fromText, runServer } = await import('@gatehouse/processor-server')
  const flags = [
    { name: '--host', path: ['listen', 'host'], value: host },
    { name: '--port', path: ['listen', 'port'], value: port === undefined ? undefined : fromText(port) },
  ]
  const overrides = flags.flatMap(({ name, path, value }) =>
    value === undefined ? [] : [{ name, path, value, source: 'command line' as const }],
  )
  const exitCode = await runServer({
    file: await findConfigurationFile(config),
    overrides,
    conformance: conformance === true,
  })
  // What is still under way, such as another attempt to reach a collector, was given its time.
  process.exit(exitCode)
}

/** An empty name, as a variable that is not set leaves it, must not stand for no file: that would serve everything to everybody. */
function readFileName(text: string): string {
  if (text === '') throw new InvalidArgumentError('Expected the name of a file.')
  return text
}

const HELP = `
Without a configuration file the whole built-in catalogue is served. A change of the file, or of one that it names, is taken over.

Environment, wins over the file:
  HOST, PORT                    where to listen
  LOG_LEVEL                     trace, debug, info, warn, error, fatal or silent
  OTEL_EXPORTER_OTLP_ENDPOINT   where to send traces and metrics
  OTEL_SERVICE_NAME             the name of this server in them
  GATEHOUSE_CONFIG              the configuration file, when --config does not name one
  GATEHOUSE_TOKEN               a bearer token that callers need

Signals:
  SIGHUP            read the configuration again; when it is wrong, what runs goes on
  SIGTERM, SIGINT   not ready, answer what runs, stop; a second one ends at once

Exit codes:
  0   stopped in order             69        the listen address cannot be had
  1   an exception nobody caught   78        wrong configuration
  2   wrong usage                  130, 143  ended by a second SIGINT, SIGTERM

Examples:
  $ gatehouse serve
  $ PORT=9000 LOG_LEVEL=debug gatehouse serve --config /etc/gatehouse/gatehouse.yaml
  $ curl http://127.0.0.1:8000/api/v1/execute/gatehouse/language-id \\
      -F 'metadata={}' \\
      -F 'input.messages={"messages":[{"role":"user","content":"Guten Morgen, wie geht es dir heute?"}]}'
`
