import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** How the stand-in behaves; may be changed while it runs. */
export interface StandIn extends AsyncDisposable {
  readonly url: string
  /** Milliseconds before it answers. */
  delayMs: number
  /** Status of its answers. */
  status: number
}

/** A moderation service to test against: it flags texts that hold the word "weapon". */
export async function startStandInService(): Promise<StandIn> {
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { text } = JSON.parse(Buffer.concat(chunks).toString()) as { text: string }
    await wait(standIn.delayMs)
    const isFlagged = text.includes('weapon')
    reply
      .writeHead(standIn.status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ flagged: isFlagged, categories: isFlagged ? ['violence'] : [] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/moderate`,
    delayMs: 0,
    status: 200,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}
