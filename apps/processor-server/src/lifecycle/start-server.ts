import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Vault } from '@gatehouse/processors/vault'
import type { Processor } from '@gatehouse/sdk'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { type Environment, type Override, overridesFromEnvironment } from '../configuration/overrides.js'
import { ConfigurationError, formatProblem } from '../configuration/problem.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import { createApp } from '../http/create-app.js'
import { Listener, type ListenerSettings } from '../http/listener.js'
import { createLogger, type LogOutput } from '../log/create-logger.js'
import { logProgress } from '../log/log-progress.js'
import type { Page } from '../page/page.js'
import { openVault } from '../processors/open-vault.js'
import type { RunningTelemetry } from '../telemetry/running-telemetry.js'
import { startTelemetry } from '../telemetry/start-telemetry.js'
import { version } from '../version.js'
import { type LoadedConfiguration, loadConfiguration } from './load-configuration.js'
import { findRestartSettings } from './restart-settings.js'
import { type FileStates, type FileWatch, lookAt, watchFiles } from './watch-files.js'

/** How a server is started. */
export interface ServerOptions {
  /** The configuration file. Default: none, so that the whole built-in catalogue is served. */
  readonly file?: string | undefined
  /** Variables that the configuration may refer to. Default: `process.env`. */
  readonly environment?: Environment
  /** Settings of the command line; they win over the environment, which wins over the file. */
  readonly overrides?: readonly Override[]
  /** Processors that are served besides those of the configuration. */
  readonly additional?: readonly Processor[]
  /** Also answer below `/empty` as a server without processors, which the conformance suite asks for. Default: false. */
  readonly conformance?: boolean
  /** The page that browsers get at `/`. Default: none, so that they are redirected like everybody. */
  readonly page?: Page | undefined
  /** Where the log goes. Default: standard output. */
  readonly output?: LogOutput
}

/** A server that takes requests. */
export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:8000`. */
  readonly url: string
  readonly logger: Logger
  /** What is served now. */
  readonly loaded: LoadedConfiguration
  /** Reads the configuration again. When it is wrong, what runs goes on, and the problems are logged. Never fails. */
  reload(reason: string): Promise<boolean>
  /** Becomes not ready, waits for running requests within the configured limit, closes and flushes telemetry. */
  stop(): Promise<void>
}

/**
 * Starts the processor server.
 *
 * @throws ConfigurationError with every problem of the configuration; StartupError when an address cannot be had.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const before = await lookAt(options.file === undefined ? [] : [resolve(options.file)])
  const loaded = await load(options)
  const { configuration } = loaded
  const logger = createLogger(configuration.log, options.output ?? process.stdout)
  const telemetry = await startTelemetry(configuration, logger)
  const vault = openVault(configuration, loaded.vault, logger)
  const server = new ProcessorServer(options, loaded, logger, telemetry, vault)
  try {
    await server.start(before)
  } catch (error) {
    await vault.close()
    await telemetry.stop()
    throw error
  }
  return server
}

async function load({ file, environment = process.env, overrides = [], additional = [] }: ServerOptions) {
  const read = await readConfiguration({ file, overrides: [...overridesFromEnvironment(environment), ...overrides] })
  return loadConfiguration(read, environment, additional)
}

class ProcessorServer implements RunningServer {
  readonly #options: ServerOptions
  readonly #telemetry: RunningTelemetry
  readonly #vault: Vault
  readonly logger: Logger
  #loaded: LoadedConfiguration
  #running: { readonly app: FastifyInstance; readonly listener: Listener } | undefined
  #watch: FileWatch | undefined
  #progress: Disposable | undefined
  #url = ''
  #isReady = true
  #reloading: Promise<boolean> = Promise.resolve(true)

  constructor(
    options: ServerOptions,
    loaded: LoadedConfiguration,
    logger: Logger,
    telemetry: RunningTelemetry,
    vault: Vault,
  ) {
    this.#options = options
    this.#loaded = loaded
    this.logger = logger
    this.#telemetry = telemetry
    this.#vault = vault
  }

  get url(): string {
    return this.#url
  }

  get loaded(): LoadedConfiguration {
    return this.#loaded
  }

  async start(before: FileStates): Promise<void> {
    const { configuration, tls, files } = this.#loaded
    const { host, port } = configuration.listen
    const app = await this.#createApp(this.#loaded)
    const listener = new Listener(listenerSettings(this.#loaded), tls, app.routing, {
      onFault: ({ message }) => this.logger.error({ reason: message }, 'the listening socket has a fault'),
      onDropped: (connections) =>
        this.logger.warn({ connections }, 'connections were closed at once, since limits.maxConnections were open'),
    })
    this.#url = formatUrl(await listener.listen(host, port), tls !== undefined)
    this.#running = { app, listener }
    this.#logServed('serving')
    this.#progress = logProgress(this.logger)
    if (configuration.reload.watch) {
      this.#watch = watchFiles(configuration.reload.intervalMs, () => this.reload('a file changed'))
      await this.#watch.setFiles(files, before)
    }
  }

  /** One reload at a time; a further one waits and then reads the newest state. */
  reload(reason: string): Promise<boolean> {
    this.#reloading = this.#reloading.then(() => this.#reload(reason))
    return this.#reloading
  }

  async stop(): Promise<void> {
    if (this.#running === undefined || !this.#isReady) return
    this.#isReady = false
    this.#watch?.stop()
    const { app, listener } = this.#running
    const { shutdownDelayMs, drainMs } = this.#loaded.configuration.timeouts
    this.logger.info({ shutdownDelayMs, drainMs }, 'shutting down')
    listener.startDraining()
    if (shutdownDelayMs > 0) await delay(shutdownDelayMs)
    const cut = await listener.close(drainMs)
    if (cut > 0) this.logger.warn({ requests: cut }, 'requests were cut, since they ran longer than timeouts.drainMs')
    await app.close()
    this.#progress?.[Symbol.dispose]()
    await this.#vault.close()
    await this.#telemetry.stop()
    this.logger.info('stopped')
  }

  #createApp({ configuration, served, tokenHashes }: LoadedConfiguration): Promise<FastifyInstance> {
    return createApp({
      configuration,
      served,
      tokenHashes,
      logger: this.logger,
      isReady: () => this.#isReady,
      page: this.#options.page,
      hasEmptyServer: this.#options.conformance === true,
      metricsHandler: this.#telemetry.metricsHandler,
    })
  }

  async #reload(reason: string): Promise<boolean> {
    if (!this.#isReady) return false
    const before = await lookAt(this.#loaded.files)
    try {
      const loaded = await load(this.#options)
      const app = await this.#createApp(loaded)
      // A stop does not wait for a reload, whose modules may take their time.
      if (!this.#isReady) return false
      this.#replace(loaded, app, reason)
      await this.#watch?.setFiles(loaded.files, before)
      return true
    } catch (error) {
      if (error instanceof ConfigurationError) {
        const problems = error.problems.map(formatProblem)
        this.logger.error({ reason, problems }, 'reload refused: the configuration is wrong; what ran before goes on')
        if (error.files.length > 0) await this.#watch?.setFiles([...this.#loaded.files, ...error.files], before)
      } else {
        this.logger.error({ reason, error: String(error) }, 'reload failed; what ran before goes on')
      }
      return false
    }
  }

  #replace(loaded: LoadedConfiguration, app: FastifyInstance, reason: string): void {
    if (this.#running === undefined) return
    const { app: before, listener } = this.#running
    const needRestart = findRestartSettings(this.#loaded.configuration, loaded.configuration)
    this.#running = { app, listener }
    this.#loaded = loaded
    this.logger.level = loaded.configuration.log.level
    listener.configure(listenerSettings(loaded))
    if (loaded.tls !== undefined) listener.setTls(loaded.tls)
    listener.setHandler(app.routing).then(() => before.close())
    if (needRestart.length > 0) {
      this.logger.warn({ settings: needRestart }, 'these settings changed, but count from the next start only')
    }
    this.#logServed('reloaded', { reason })
  }

  #logServed(message: string, fields: object = {}): void {
    const { configuration, served, warnings, tokenHashes, tls } = this.#loaded
    for (const warning of warnings) this.logger.warn(warning)
    this.logger.info(
      {
        ...fields,
        version,
        url: this.#url,
        configuration: this.#options.file ?? 'none',
        processors: served.map(({ id, version }) => `${id}@${version}`),
        tokens: tokenHashes.length,
        tls: tls === undefined ? 'off' : tls.ca === undefined ? 'on' : 'mutual',
        rootPath: configuration.rootPath,
      },
      message,
    )
  }
}

function listenerSettings({ configuration: { limits, timeouts }, served }: LoadedConfiguration): ListenerSettings {
  const own = served.map(({ handlerTimeoutMs }) => handlerTimeoutMs ?? 0)
  return { limits, timeouts, longestHandlerMs: Math.max(timeouts.handlerMs, ...own) }
}

function formatUrl({ address, port, family }: AddressInfo, isTls: boolean): string {
  return `${isTls ? 'https' : 'http'}://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
