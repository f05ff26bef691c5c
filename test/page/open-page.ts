import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadPage, type RunningServer, startServer } from '@gatehouse/processor-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from './find-chromium.js'
import { fixtureProcessors } from './fixture-processors.js'

/** A page in a real browser, and what it did. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page
  /** Errors and warnings of the console, and exceptions that nobody caught. */
  readonly complaints: readonly string[]
  /** URLs of everything that the page asked for. */
  readonly requests: readonly string[]
}

/** Starts a Chromium without a network of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() as string,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Starts a server of the fixture processors, with the page. */
export async function startFixtureServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const page = await loadPage()
  if (page === undefined) throw new Error('The scripts of the page are not built.')
  return startServer({
    page,
    environment: { HOST: '127.0.0.1', PORT: '0', ...environment },
    additional: fixtureProcessors,
    output: { write: () => true },
  })
}

/** Opens a URL in a context of its own, with everything recorded. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  context.on('request', (sent) => requests.push(sent.url()))
  await page.goto(url)
  return { page, complaints, requests, [Symbol.asyncDispose]: () => context.close() }
}

/** A proxy that puts a server below `/inner/`, as an ingress does. */
export async function startPrefixProxy(target: string): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith('/inner/')) {
      outgoing.writeHead(404).end()
      return
    }
    const { method, headers } = incoming
    const forwarded = request(
      new URL(incoming.url.slice('/inner'.length), target),
      { method, headers } as object,
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(outgoing)
      },
    )
    incoming.pipe(forwarded)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/inner/`, server }
}
