import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { probe } from '../load/probe.js'
import { spawnServer, stop } from './start-server.js'

/** A server that was started as anybody starts it; disposing of it stops the process. */
export interface Started extends AsyncDisposable {
  readonly pid: number
  readonly port: number
  /** From the start of the process to the first 200, in milliseconds. */
  readonly readyMs: number
}

const gatehouse = fileURLToPath(new URL('../../../apps/cli/bin/gatehouse.js', import.meta.url))
const configuration = fileURLToPath(new URL('../../gatehouse.yaml', import.meta.url))
const floorProgram = fileURLToPath(new URL('./floor-server.js', import.meta.url))

/** `gatehouse serve` with the configuration of the benchmarks. */
export async function startApplication(): Promise<Started> {
  const port = await freePort()
  const args = ['serve', '--config', configuration, '--port', String(port), '--host', '127.0.0.1']
  return startAndWait(process.execPath, [gatehouse, ...args], port, '/readyz')
}

/** `node:http` with a constant reply. */
export async function startBareServer(status: number, bytes: number): Promise<Started> {
  const port = await freePort()
  return startAndWait(process.execPath, [floorProgram, String(status), String(bytes), String(port)], port, '/')
}

/** Starts a command, and waits until a GET of `path` is answered with 200 or 204. */
export async function startAndWait(
  command: string,
  args: readonly string[],
  port: number,
  path: string,
): Promise<Started> {
  const start = performance.now()
  const child = spawnServer(command, args, { quiet: true })
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
  for (;;) {
    const status = await probe(port, request)
      .then((reply) => reply.status)
      .catch(() => undefined)
    if (status === 200 || status === 204) break
    if (child.exitCode !== null) throw new Error(`${args[0]} ended with exit code ${child.exitCode}.`)
    if (performance.now() - start > 30_000) throw new Error(`${args[0]} was not ready within 30 s.`)
    await sleep(2)
  }
  return {
    pid: child.pid as number,
    port,
    readyMs: performance.now() - start,
    [Symbol.asyncDispose]: () => stop(child),
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
