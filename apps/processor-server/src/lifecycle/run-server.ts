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
export async function runServer({ file, overrides = [], conformance = false }: RunOptions): Promise<ExitCode> {
  const server = await startServer({
    file,
    overrides,
    conformance,
    additional: conformance ? await loadFixtures() : [],
    page: await loadPage(),
  })
  if (process.stdout.isTTY) process.stdout.write(suggestFirstSteps(server.url, server.loaded))
  watchForFaults(server)
  process.on('SIGHUP', () => server.reload('SIGHUP'))
  await untilStopped(server)
  return exitCodes.ok
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

function untilStopped(server: RunningServer): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined
    const stop = (signal: NodeJS.Signals, number: number) => {
      const now = performance.now()
      if (firstAt === undefined) {
        firstAt = now
        server.logger.info({ signal }, 'told to stop')
        server.stop().then(resolve)
      } else if (now - firstAt > SAME_SIGNAL_MS) {
        server.logger.warn({ signal }, 'ended at once by a second signal')
        process.exit(128 + number)
      }
    }
    process.on('SIGTERM', (signal) => stop(signal, 15))
    process.on('SIGINT', (signal) => stop(signal, 2))
  })
}

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
