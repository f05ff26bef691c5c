import { createHash, randomBytes } from 'node:crypto'
import { type Metadata, ProcessorError, type RequestInput } from '@gatehouse/sdk'
import { memoryStore } from './memory-store.js'
import { type Keep, placeholderId } from './placeholder.js'
import type { KeptValues } from './restore.js'
import type { VaultStore } from './vault-store.js'

/** Shortest key of a vault, in bytes. */
export const MIN_KEY_BYTES = 32

/** How a vault keeps what was masked. */
export interface VaultOptions {
  /** Where values are kept. Default: in the memory of this process. */
  readonly store?: VaultStore
  /** Key from which placeholders are made, 32 bytes or more. Default: a random one, for the life of this process. */
  readonly key?: Uint8Array
  /** How long the values of an exchange are kept behind its last prompt, in milliseconds. Default 600,000 (10 minutes). */
  readonly expiresAfterMs?: number
}

/** What one run of a processor masks, until it is saved. */
export interface VaultSession {
  readonly keep: Keep
  /** Keeps the values in the store; does nothing when there is none. */
  save(): void | Promise<void>
}

/** Keeps what was masked, so that it can be put back into the response to the same exchange. */
export interface Vault {
  /** @throws ProcessorError (400) when the metadata does not say which exchange it is. */
  open(exchange: { readonly metadata: Metadata; readonly prompt: RequestInput }): VaultSession
  /** What is kept for an exchange; empty when the metadata does not say for which. */
  read(metadata: Metadata): KeptValues | Promise<KeptValues>
  close(): void | Promise<void>
}

/**
 * Makes a vault.
 *
 * @throws RangeError when the key is too short.
 */
export function createVault({ store = memoryStore(), key, expiresAfterMs = 600_000 }: VaultOptions = {}): Vault {
  const own = key ?? randomBytes(MIN_KEY_BYTES)
  if (own.length < MIN_KEY_BYTES) {
    throw new RangeError(`The key of a vault must have ${MIN_KEY_BYTES} bytes or more; it has ${own.length}.`)
  }
  return {
    open({ metadata, prompt }) {
      const exchange = exchangeOf(metadata)
      if (exchange === undefined) throw withoutExchange()
      const conversation = conversationOf(prompt)
      const values = new Map<string, string>()
      return {
        keep(type, value) {
          const id = placeholderId(own, conversation, type, value)
          values.set(id, value)
          return id
        },
        save: () => (values.size === 0 ? undefined : store.add(exchange, values, expiresAfterMs)),
      }
    },
    read(metadata) {
      const exchange = exchangeOf(metadata)
      return exchange === undefined ? new Map() : store.read(exchange)
    },
    close: () => store.close(),
  }
}

function withoutExchange(): ProcessorError {
  return new ProcessorError({
    code: 'METADATA_INVALID',
    detail: 'The vault needs "request_id" in the metadata, the same at both stages of an exchange.',
  })
}

/** `request_id` may be any JSON value; `undefined` when there is none, or an empty one. */
function exchangeOf({ request_id: id }: Metadata): string | undefined {
  return id === undefined || id === null || id === '' ? undefined : JSON.stringify(id)
}

/**
 * A hash of what stays the same in all turns of a conversation and seldom is in another: its first message of a user. The
 * protocol has no id of a conversation, but callers send the whole of it with every turn.
 */
function conversationOf({ messages }: RequestInput): string {
  const first = messages.find(({ role }) => role === 'user') ?? messages[0]
  return createHash('sha256')
    .update(first?.content ?? '', 'utf16le')
    .digest('base64')
}

/** The session for an exchange whose parameters ask for the redaction style `vault`. */
export function openSession(
  { redaction }: { readonly redaction: { readonly style: string } },
  exchange: Parameters<Vault['open']>[0],
): VaultSession | undefined {
  return redaction.style === 'vault' ? currentVault().open(exchange) : undefined
}

let current: Vault | undefined

/** The vault of the processors in this process; in memory unless {@link useVault} gave another one. */
export function currentVault(): Vault {
  current ??= createVault()
  return current
}

/** Makes the processors of this process use a vault. Gives the one before, if there was one; closing it is up to the caller. */
export function useVault(vault: Vault): Vault | undefined {
  const before = current
  current = vault
  return before
}
