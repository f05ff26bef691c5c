import { createHash } from 'node:crypto'
import type { PiiFinding } from './pii-finding.js'

const CANDIDATE = /[A-Za-z0-9]{26,95}/g
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const

/**
 * Finds addresses of Bitcoin and its kin, with their checksums, and of Ethereum, by form. Not checked: the capitals of an
 * Ethereum address (EIP-55), which need a hash that Node does not have.
 */
export function findCryptoAddresses(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const { 0: word, index } of text.matchAll(CANDIDATE)) {
    const end = index + word.length
    if (/[\w]/.test(text[index - 1] ?? '') || /[\w]/.test(text[end] ?? '')) continue
    const score = scoreAddress(word)
    if (score > 0) found.push({ type: 'crypto-address', start: index, end, score })
  }
  return found
}

function scoreAddress(word: string): number {
  if (/^0x[0-9a-f]{40}$/i.test(word)) return 0.7
  if (/^[13LMDXr][1-9A-HJ-NP-Za-km-z]{25,34}$/.test(word)) return isBase58Check(word) ? 0.95 : 0
  if (/^(?:bc|tb|ltc)1[a-z0-9]{11,87}$/.test(word.toLowerCase())) return isSegwit(word) ? 0.95 : 0
  return 0
}

/** Whether the last four bytes are the start of the double SHA-256 of those before. */
function isBase58Check(address: string): boolean {
  let value = 0n
  for (const character of address) value = value * 58n + BigInt(BASE58.indexOf(character))
  const hex = value.toString(16).padStart(50, '0')
  if (hex.length > 50) return false
  const bytes = Buffer.from(hex, 'hex')
  return sha256(sha256(bytes.subarray(0, 21)))
    .subarray(0, 4)
    .equals(bytes.subarray(21))
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** Bech32 and Bech32m (Bitcoin BIP 173 and 350). */
function isSegwit(address: string): boolean {
  const lower = address.toLowerCase()
  if (address !== lower && address !== address.toUpperCase()) return false
  const separator = lower.lastIndexOf('1')
  const human = [...lower.slice(0, separator)].map((character) => character.charCodeAt(0))
  const data = [...lower.slice(separator + 1)].map((character) => BECH32.indexOf(character))
  if (data.includes(-1)) return false
  let sum = 1
  for (const value of [...human.map((code) => code >> 5), 0, ...human.map((code) => code & 31), ...data]) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, generator] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= generator
  }
  return sum === 1 || sum >>> 0 === 0x2bc830a3
}
