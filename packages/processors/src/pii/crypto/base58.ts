import { createHash } from 'node:crypto'
import { keccak256 } from './keccak.js'

const BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz'

/** Addresses by their first character or characters: length of the payload in bytes. */
const FORMS: readonly { readonly pattern: RegExp; readonly bytes: number; readonly alphabet: string }[] = [
  // Bitcoin, Litecoin, Dogecoin, Dash, Tron, and Bitcoin's test network.
  { pattern: /^[13LMDAXT2mn9][1-9A-HJ-NP-Za-km-z]{25,34}$/, bytes: 21, alphabet: BITCOIN },
  { pattern: /^t[13][1-9A-HJ-NP-Za-km-z]{33}$/, bytes: 22, alphabet: BITCOIN }, // Zcash
  { pattern: /^tz[1-4][1-9A-HJ-NP-Za-km-z]{33}$/, bytes: 23, alphabet: BITCOIN }, // Tezos
  { pattern: /^r[1-9A-HJ-NP-Za-km-z]{24,34}$/, bytes: 21, alphabet: RIPPLE },
]

/** Whether a word is an address in base 58 whose last four bytes are the start of the double SHA-256 of those before. */
export function isBase58Address(word: string): boolean {
  return FORMS.some(({ pattern, bytes, alphabet }) => {
    if (!pattern.test(word)) return false
    const decoded = decode(word, alphabet, bytes + 4)
    if (decoded === undefined) return false
    const check = sha256(sha256(decoded.subarray(0, bytes))).subarray(0, 4)
    return check.equals(decoded.subarray(bytes))
  })
}

/** Monero: eleven characters for eight bytes, and the start of a Keccak-256 at the end (CryptoNote standard 7). */
export function isMoneroAddress(word: string): boolean {
  if (!/^[48][0-9AB][1-9A-HJ-NP-Za-km-z]{93}$/.test(word)) return false
  const bytes = Buffer.alloc(69)
  for (let block = 0; block < 9; block++) {
    const size = block < 8 ? 8 : 5
    const decoded = decode(word.slice(block * 11, block * 11 + 11), BITCOIN, size)
    if (decoded === undefined) return false
    bytes.set(decoded, block * 8)
  }
  return Buffer.from(keccak256(bytes.subarray(0, 65)).subarray(0, 4)).equals(bytes.subarray(65))
}

function decode(word: string, alphabet: string, length: number): Buffer | undefined {
  let value = 0n
  for (const character of word) value = value * 58n + BigInt(alphabet.indexOf(character))
  const hex = value.toString(16).padStart(length * 2, '0')
  return hex.length > length * 2 ? undefined : Buffer.from(hex, 'hex')
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
