import { MAX_VALUES_PER_EXCHANGE, tooMuchToKeep, type VaultStore } from './vault-store.js'

interface KeptExchange {
  readonly values: Map<string, string>
  units: number
  expiresAt: number
}

/** How a {@link memoryStore} is limited. */
export interface MemoryStoreOptions {
  /** Most text that is kept, in UTF-16 code units of all values. Default 33,554,432 (about 64 MB). */
  readonly maxUnits?: number
  /** The clock, in milliseconds. Default `Date.now`. */
  readonly now?: () => number
}

/**
 * Keeps values in this process, for gateways that come back to the same one. When it is full, the exchange that was touched
 * longest ago is forgotten first; its placeholders then stay as they are.
 */
export function memoryStore({ maxUnits = 33_554_432, now = Date.now }: MemoryStoreOptions = {}): VaultStore {
  /** In the order in which they were touched. */
  const exchanges = new Map<string, KeptExchange>()
  let keptUnits = 0

  const forget = (exchange: string): void => {
    keptUnits -= exchanges.get(exchange)?.units ?? 0
    exchanges.delete(exchange)
  }
  const makeRoom = (): void => {
    for (const [exchange, { expiresAt }] of exchanges) {
      if (expiresAt > now() && keptUnits <= maxUnits) return
      forget(exchange)
    }
  }

  return {
    add(exchange, values, expiresAfterMs) {
      const kept = exchanges.get(exchange) ?? { values: new Map(), units: 0, expiresAt: 0 }
      const added = [...values.keys()].filter((id) => !kept.values.has(id))
      if (kept.values.size + added.length > MAX_VALUES_PER_EXCHANGE) {
        throw tooMuchToKeep(`${MAX_VALUES_PER_EXCHANGE} values`)
      }
      const units = added.reduce((sum, id) => sum + id.length + (values.get(id) as string).length, kept.units)
      if (units > maxUnits) throw tooMuchToKeep(`${maxUnits} UTF-16 code units`)
      forget(exchange)
      for (const id of added) kept.values.set(id, values.get(id) as string)
      kept.units = units
      kept.expiresAt = now() + expiresAfterMs
      exchanges.set(exchange, kept)
      keptUnits += kept.units
      makeRoom()
    },
    read(exchange) {
      const kept = exchanges.get(exchange)
      if (kept === undefined || kept.expiresAt <= now()) return new Map()
      return new Map(kept.values)
    },
    close() {
      exchanges.clear()
      keptUnits = 0
    },
  }
}
