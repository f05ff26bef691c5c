// The processor

export { vault } from './processor.js'

// The vault of this process, and where it keeps values

export { type MemoryStoreOptions, memoryStore } from './memory-store.js'
export { type RedisStoreOptions, redisStore } from './redis-store.js'
export { createVault, currentVault, MIN_KEY_BYTES, useVault, type Vault, type VaultOptions } from './vault.js'
export type { VaultStore } from './vault-store.js'

// Putting values back, in a text or in the chunks of a stream

export { MAX_PLACEHOLDER_LENGTH } from './find-placeholders.js'
export { type KeptValues, type RestoredText, restoreText, StreamRestorer } from './restore.js'
