import type { Processor } from '@gatehouse/sdk'
import type { Override } from '../configuration/overrides.js'
import { loadPage } from '../page/load-page.js'
import { type ExitCode, exitCodes } from '../startup-error.js'
import { Signals } from './signals.js'
import { type RunningServer, startServer } from './start-server.js'
import { suggestFirstSteps } from './suggest-first-steps.js'

/** How the server is run as the main thing of a process. */
export interface RunOptions {
  /** The configuration file; see {@link findConfigurationFile}. */
  readonly file?: string | undefined
  /** Settings of the command line. */
  readonly overrides?: readonly Override[]
  /** Also serve the fixture processors of the conformance suite, and an empty server at `/empty`. */
  readonly conformance?: boolean
}

/**
 * Runs the server until a signal ends it: SIGHUP reloads, SIGTERM or SIGINT drains and stops, a second one ends the
 * process at once.
 *
 * @throws ConfigurationError, StartupError when it cannot start.
 */
export async function runServer({ file, overrides = [], conformance = false }: RunOptions): Promise<ExitCode> {
  const signals = new Signals()
  const server = await startServer({
    file,
    overrides,
    conformance,
    additional: conformance ? await loadFixtures() : [],
    page: await loadPage(),
  })
  if (process.stdout.isTTY) process.stdout.write(suggestFirstSteps(server.url, server.loaded))
  watchForFaults(server)
  await signals.obey(server)
  return exitCodes.ok
}

async function loadFixtures(): Promise<readonly Processor[]> {
  const { fixtureProcessors } = await import('@gatehouse/conformance/fixtures')
  return fixtureProcessors
}

/**
 * What a processor of the operator lets fall beside its handler. A promise that nobody waits for fails alone; after an
 * exception that nobody catches, the state of the process is unknown, so it ends. Texts stay out, as they may quote content.
 */
function watchForFaults({ logger }: RunningServer): void {
  process.on('unhandledRejection', (fault) => {
    logger.error({ thrown: describeFault(fault) }, 'a promise failed that nobody waits for')
  })
  process.on('uncaughtException', (fault) => {
    logger.fatal({ thrown: describeFault(fault) }, 'an exception was thrown that nobody catches; the server ends')
    process.exit(exitCodes.failure)
  })
}

function describeFault(fault: unknown): object {
  if (!(fault instanceof Error)) return { type: typeof fault }
  const { name, message, stack = '' } = fault
  // The frames begin behind the text, which may have lines that look like some.
  const start = stack.indexOf(message)
  const lines = start === -1 ? [] : stack.slice(start + message.length).split('\n')
  return { type: isIdentifier(name) ? name : 'Error', frames: lines.filter((line) => /^\s+at /.test(line)) }
}

/** A name that is none may quote content. */
function isIdentifier(name: unknown): boolean {
  return typeof name === 'string' && /^[\w$]{1,64}$/.test(name)
}
