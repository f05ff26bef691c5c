import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Tells the process that started it where a server is; ends with that process. */
export function announce(server: Server): void {
  process.send?.({ port: (server.address() as AddressInfo).port })
  process.on('disconnect', () => process.exit())
}
