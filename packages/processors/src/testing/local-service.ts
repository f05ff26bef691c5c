import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request that a {@link LocalService} got. */
export interface SeenRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

/** What a {@link LocalService} answers: JSON, or bytes as they are, or whatever is done to the reply itself. */
export interface LocalAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly text?: string
  readonly delayMs?: number
  readonly act?: (reply: ServerResponse) => void
}

/** An HTTP service of this machine to test against. */
export interface LocalService extends AsyncDisposable {
  readonly url: string
  /** Every request so far, in order. */
  readonly requests: SeenRequest[]
  /** Most requests that were under way at a time. */
  mostAtOnce: number
  /** What it answers; may be changed while it runs. */
  answer: (request: SeenRequest, index: number) => LocalAnswer
}

/** Starts a service on a free port. */
export async function startLocalService(answer: LocalService['answer']): Promise<LocalService> {
  let running = 0
  const server = createServer(async (request, reply) => {
    service.mostAtOnce = Math.max(service.mostAtOnce, ++running)
    reply.on('close', () => running--)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const seen = { path: request.url ?? '', headers: request.headers, body: text === '' ? undefined : JSON.parse(text) }
    const {
      status = 200,
      headers = {},
      json,
      text: raw,
      delayMs = 0,
      act,
    } = service.answer(seen, service.requests.push(seen) - 1)
    if (delayMs > 0) await sleep(delayMs, undefined, { ref: false })
    if (act !== undefined) return act(reply)
    reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(raw ?? JSON.stringify(json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const service: LocalService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    mostAtOnce: 0,
    answer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return service
}
