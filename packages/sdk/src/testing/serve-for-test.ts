import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { ProcessorServerOptions } from '../fastify/index.js'
import type { ParameterSchema, Processor, Signature } from '../processor/index.js'
import type { Decision } from './decision.js'
import type { TestExchange } from './exchange.js'
import { decisionOf, executeRequest } from './execute-request.js'

/** A processor server on a free port of this machine. */
export interface TestServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly app: FastifyInstance
  /** Has a processor judge an exchange, over HTTP. */
  execute<P extends ParameterSchema>(processor: Processor<Signature, P>, exchange: TestExchange<P>): Promise<Decision>
}

/**
 * Serves processors on a real port until it is disposed of. For most tests `inject` is enough and faster; a port is for
 * what only a connection has: clients that go away, slow bodies, shutting down.
 *
 * ```ts
 * await using server = await serveForTest([cardNumber])
 * const decision = await server.execute(cardNumber, { messages: ['hello'] })
 * ```
 *
 * Needs the peer `fastify`.
 *
 * @since 0.1.0
 */
export async function serveForTest(
  processors: readonly Processor[],
  options: Omit<ProcessorServerOptions, 'processors'> = {},
): Promise<TestServer> {
  const { createProcessorServer } = await import('../fastify/index.js')
  const app = createProcessorServer({ ...options, processors })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return {
    url,
    app,
    async execute(processor, exchange) {
      const { url: path, method, headers, payload } = executeRequest(processor, exchange)
      const reply = await fetch(url + path, { method, headers, body: payload })
      return decisionOf({
        statusCode: reply.status,
        headers: { 'content-type': reply.headers.get('content-type') ?? undefined },
        rawPayload: Buffer.from(await reply.arrayBuffer()),
      })
    },
    async [Symbol.asyncDispose]() {
      app.server.closeAllConnections()
      await app.close()
    },
  }
}
