import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Configuration } from '../configuration/schema.js'
import { exitCodes, StartupError } from '../startup-error.js'
import { answerClientError, hasManyHosts, refuseManyHosts } from './client-error.js'
import type { TlsMaterial } from './read-tls.js'

/** Answers a request; Fastify's `routing` is one. */
export type RequestHandler = (request: IncomingMessage, reply: ServerResponse) => void

/** Time for the last bytes to leave before what is still open is closed, in milliseconds. */
const FLUSH_MS = 100

/** How long dropped connections are counted before they are told, in milliseconds. */
const REPORT_MS = 1000

/** How often Node looks for senders that are over their time, in milliseconds. */
const CHECK_INTERVAL_MS = 1000

/** A handler and the requests that began with it. */
class Lane {
  readonly running = new Set<ServerResponse>()
  #onIdle: (() => void) | undefined

  constructor(readonly handler: RequestHandler) {}

  answer(request: IncomingMessage, reply: ServerResponse): void {
    this.running.add(reply)
    reply.once('close', () => {
      this.running.delete(reply)
      if (this.running.size === 0) this.#onIdle?.()
    })
    this.handler(request, reply)
  }

  /** Waits until every request of the lane is answered or gone. No request may join any more. */
  async idle(): Promise<void> {
    if (this.running.size === 0) return
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve
    })
  }
}

/** The settings that a listener needs. */
export interface ListenerSettings extends Pick<Configuration, 'limits' | 'timeouts'> {
  /** The longest time that a handler of any processor may take, in milliseconds. */
  readonly longestHandlerMs: number
}

/** What a listener tells while it goes on listening. */
export interface ListenerEvents {
  /** The listening socket has a fault, such as too many open files. */
  onFault(error: Error): void
  /** Connections were closed at once, since there were too many; told once a second at most. */
  onDropped(connections: number): void
}

/**
 * The one HTTP or HTTPS server of the process. It outlives configurations: what answers is exchanged under it, while
 * requests that run go on with the handler they began with.
 */
export class Listener {
  readonly #server: Server | TlsServer
  readonly #lanes = new Set<Lane>()
  #lane: Lane
  readonly #events: ListenerEvents
  readonly #clientCa: Buffer | undefined
  #isDraining = false
  #dropped = 0

  /** @param handler answers the requests until {@link setHandler} exchanges it. */
  constructor(
    settings: ListenerSettings,
    tls: TlsMaterial | undefined,
    handler: RequestHandler,
    events: ListenerEvents,
  ) {
    this.#events = events
    this.#clientCa = tls?.ca
    this.#lane = this.#openLane(handler)
    const options: ServerOptions = {
      maxHeaderSize: settings.limits.maxHeaderBytes,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      noDelay: true,
    }
    const onRequest: RequestHandler = (request, reply) => this.#answer(request, reply)
    this.#server =
      tls === undefined
        ? createServer(options, onRequest)
        : createTlsServer(
            {
              ...options,
              ...tls,
              requestCert: tls.ca !== undefined,
              rejectUnauthorized: tls.ca !== undefined,
              handshakeTimeout: settings.timeouts.headersMs,
            },
            onRequest,
          )
    this.#server.on('clientError', answerClientError)
    this.#server.on('drop', () => this.#countDropped())
    this.configure(settings)
  }

  /** Takes over the time limits and the connection limit, for connections from now on. */
  configure({ limits, timeouts, longestHandlerMs }: ListenerSettings): void {
    this.#server.headersTimeout = timeouts.headersMs
    this.#server.requestTimeout = timeouts.requestMs
    this.#server.keepAliveTimeout = timeouts.keepAliveMs
    // A socket on which nothing moves for this long has a peer that neither sends nor takes what it asked for.
    this.#server.timeout = timeouts.requestMs + longestHandlerMs
    this.#server.maxConnections = limits.maxConnections
  }

  /**
   * Takes over another certificate, key and authorities, for connections from now on. Whether clients need a certificate
   * stays as it is; without new authorities the first ones count on, since Node would otherwise take those of the system.
   */
  setTls(material: TlsMaterial): void {
    if (!('setSecureContext' in this.#server)) return
    const ca = material.ca ?? this.#clientCa
    this.#server.setSecureContext({ ...material, ...(ca === undefined ? {} : { ca }) })
  }

  /** Takes over another handler, for requests from now on. @returns when the last request of the one before is answered. */
  async setHandler(handler: RequestHandler): Promise<void> {
    const before = this.#lane
    this.#lane = this.#openLane(handler)
    await before.idle()
    this.#lanes.delete(before)
  }

  /** @throws StartupError when the address cannot be had. */
  async listen(host: string, port: number): Promise<AddressInfo> {
    await listenOn(this.#server, host, port)
    this.#server.on('error', this.#events.onFault)
    return this.#server.address() as AddressInfo
  }

  /** From now on each answer is the last of its connection. */
  startDraining(): void {
    this.#isDraining = true
    for (const { running } of this.#lanes) for (const reply of running) refuseMore(reply)
  }

  /**
   * Stops accepting, waits until the running requests are answered, but no longer than `drainMs`, and closes the rest.
   *
   * @returns how many requests were cut.
   */
  async close(drainMs: number): Promise<number> {
    this.startDraining()
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
    const limit = new AbortController()
    const idle = Promise.all([...this.#lanes].map((lane) => lane.idle()))
    await Promise.race([idle, delay(drainMs, undefined, { signal: limit.signal }).catch(() => {})])
    limit.abort()
    const cut = [...this.#lanes].reduce((count, { running }) => count + running.size, 0)
    await Promise.race([closed, delay(FLUSH_MS)])
    this.#server.closeAllConnections()
    return cut
  }

  #countDropped(): void {
    this.#dropped++
    if (this.#dropped > 1) return
    setTimeout(() => {
      this.#events.onDropped(this.#dropped)
      this.#dropped = 0
    }, REPORT_MS).unref()
  }

  #openLane(handler: RequestHandler): Lane {
    const lane = new Lane(handler)
    this.#lanes.add(lane)
    return lane
  }

  #answer(request: IncomingMessage, reply: ServerResponse): void {
    if (hasManyHosts(request)) {
      refuseManyHosts(reply)
      return
    }
    // Node takes a limit of 0 for none.
    if (this.#isDraining || this.#server.keepAliveTimeout === 0) refuseMore(reply)
    this.#lane.answer(request, reply)
  }
}

function refuseMore(reply: ServerResponse): void {
  if (!reply.headersSent) reply.setHeader('connection', 'close')
}

/** What decides on an address, as an operator knows it. */
export interface AddressSettings {
  readonly host: string
  readonly port: string
}

const ownSettings: AddressSettings = { host: 'HOST or "listen.host"', port: 'PORT or "listen.port"' }

/** Listens, with failures in words that name the settings to change. @throws StartupError */
export async function listenOn(server: Server, host: string, port: number, settings = ownSettings): Promise<void> {
  try {
    await once(server.listen({ host, port }), 'listening')
  } catch (error) {
    throw explainListenError(error as NodeJS.ErrnoException, host, port, settings)
  }
}

function explainListenError(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  settings: AddressSettings,
): StartupError {
  const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `the port is in use by another process. Stop it, or choose another one with ${settings.port}`,
    EADDRNOTAVAIL: `this machine has no such address. Choose another one with ${settings.host}`,
    ENOTFOUND: `no such host is known. Choose another one with ${settings.host}`,
    EAI_AGAIN: `the name of the host cannot be looked up. Choose another one with ${settings.host}`,
    EACCES: `this user may not listen on this port. Ports below 1024 mostly need a privilege; choose another one with ${settings.port}`,
  }
  const reason = reasons[error.code ?? ''] ?? `the system refuses (${error.code ?? 'no code'})`
  return new StartupError(`Cannot listen on ${address}: ${reason}.`, exitCodes.unavailable, error)
}
