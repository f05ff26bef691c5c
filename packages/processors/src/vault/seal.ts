import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
/** NIST SP 800-38D, 8.2: nonce of 96 bits, tag of 128. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts what leaves the process (AES-256-GCM, NIST SP 800-38D). */
export interface Seal {
  /** `label` is not kept, but must be the same to open. */
  close(label: string, text: string): Buffer
  /** @throws Error when it was closed with another key or label, or is damaged. */
  open(label: string, sealed: Uint8Array): string
}

/** A seal with a key of its own for `purpose`, made from `key` (HKDF, RFC 5869). */
export function createSeal(key: Uint8Array, purpose: string): Seal {
  const own = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), purpose, KEY_BYTES))
  return {
    close(label, text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, own, nonce).setAAD(Buffer.from(label))
      const body = Buffer.concat([cipher.update(text, 'utf16le'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(label, sealed) {
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      const decipher = createDecipheriv(CIPHER, own, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(label)).setAuthTag(tag)
      const body = sealed.subarray(NONCE_BYTES + TAG_BYTES)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf16le')
    },
  }
}
