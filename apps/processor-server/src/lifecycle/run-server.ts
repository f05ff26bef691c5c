import type { Processor } from '@gatehouse/sdk'
import type { Override } from '../configuration/overrides.js'
import { loadPage } from '../page/load-page.js'
import { type ExitCode, exitCodes } from '../startup-error.js'
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
export async function runServer(options: RunOptions): Promise<ExitCode> {
  const starting = start(options)
  // Listened for while it starts: as soon as it says that it serves, a signal may come.
  const stopped = untilStopped(starting)
  process.on('SIGHUP', () => starting.then((server) => server.reload('SIGHUP'), ignore))
  const server = await starting
  if (process.stdout.isTTY) process.stdout.write(suggestFirstSteps(server.url, server.loaded))
  watchForFaults(server)
  await stopped
  return exitCodes.ok
}

async function start({ file, overrides = [], conformance = false }: RunOptions): Promise<RunningServer> {
  return startServer({
    file,
    overrides,
    conformance,
    additional: conformance ? await loadFixtures() : [],
    page: await loadPage(),
  })
}

async function loadFixtures(): Promise<readonly Processor[]> {
  const { fixtureProcessors } = await import('@gatehouse/conformance/fixtures')
  return fixtureProcessors
}

/**
 * How long a further signal counts as the same one, in milliseconds: on Ctrl+C a process gets one from the terminal and
 * one more from npm, which passes on what it got itself.
 */
const SAME_SIGNAL_MS = 500

/** Ends when a signal has stopped the server; one that comes while it starts stops it as soon as it serves. */
function untilStopped(starting: Promise<RunningServer>): Promise<void> {
  return new Promise((resolve) => {
    let server: RunningServer | undefined
    let first: { readonly signal: NodeJS.Signals; readonly at: number } | undefined
    const stop = (running: RunningServer, signal: NodeJS.Signals) => {
      running.logger.info({ signal }, 'told to stop')
      running.stop().then(resolve)
    }
    const listen = (signal: NodeJS.Signals, number: number) => {
      const at = performance.now()
      if (first === undefined) {
        first = { signal, at }
        if (server !== undefined) stop(server, signal)
      } else if (at - first.at > SAME_SIGNAL_MS) {
        server?.logger.warn({ signal }, 'ended at once by a second signal')
        process.exit(128 + number)
      }
    }
    process.on('SIGTERM', (signal) => listen(signal, 15))
    process.on('SIGINT', (signal) => listen(signal, 2))
    // One that does not start is told of by whoever waits for it.
    starting.then((started) => {
      server = started
      if (first !== undefined) stop(started, first.signal)
    }, ignore)
  })
}

function ignore(): void {}

/**
 * What a processor of the operator lets fall beside its handler. A promise that nobody waits for fails alone; after an
 * exception that nobody catches, the state of the process is unknown, so it ends. Texts stay out, as they may quote content.
 */
function watchForFaults({ logger }: RunningServer): void {
  const describeFault = (fault: unknown) =>
    fault instanceof Error
      ? { type: fault.name, frames: fault.stack?.split('\n').filter((line) => /^\s+at /.test(line)) }
      : { type: typeof fault }
  process.on('unhandledRejection', (fault) => {
    logger.error({ thrown: describeFault(fault) }, 'a promise failed that nobody waits for')
  })
  process.on('uncaughtException', (fault) => {
    logger.fatal({ thrown: describeFault(fault) }, 'an exception was thrown that nobody catches; the server ends')
    process.exit(exitCodes.failure)
  })
}
