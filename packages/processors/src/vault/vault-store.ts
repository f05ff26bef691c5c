import { ProcessorError } from '@gatehouse/sdk'

/** Where a vault keeps values. Both calls may answer at once or later. */
export interface VaultStore {
  /**
   * Keeps values by the ids of their placeholders, with those that are kept for this exchange already; all of them from now
   * for so many milliseconds.
   *
   * @throws ProcessorError (413) when an exchange has more to keep than the store takes.
   */
  add(exchange: string, values: ReadonlyMap<string, string>, expiresAfterMs: number): void | Promise<void>
  /** What is kept for an exchange; empty when nothing is, or not any more. */
  read(exchange: string): ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>
  /** Lets go of connections and timers. */
  close(): void | Promise<void>
}

/** Most values of one exchange; one with more is refused, so that it fills no store. */
export const MAX_VALUES_PER_EXCHANGE = 10_000

/** The refusal of an exchange with more to keep than `limit`, such as "10000 values". */
export function tooMuchToKeep(limit: string): ProcessorError {
  return new ProcessorError({
    code: 'TOO_MUCH_TO_KEEP',
    status: 413,
    detail: `The exchange has more than ${limit} to keep in the vault.`,
  })
}
