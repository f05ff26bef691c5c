import { isBase58Address, isMoneroAddress } from './crypto/base58.js'
import { isBech32Address } from './crypto/bech32.js'
import { keccak256 } from './crypto/keccak.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'

/** Shortest and longest address. */
const MIN_LENGTH = 25
export const MAX_CRYPTO_ADDRESS_LENGTH = 110

/** Finds addresses of cryptographic currencies, each with its checksum. */
export function findCryptoAddresses({ text, starts, ends }: ScannedText): PiiFinding[] {
  const found: PiiFinding[] = []
  for (let word = 0; word < starts.length; word++) {
    const start = starts[word] as number
    const end = ends[word] as number
    if (end - start < MIN_LENGTH || end - start > MAX_CRYPTO_ADDRESS_LENGTH) continue
    if (/[\w+=.-]/.test(text[start - 1] ?? '') || /[_/+=]/.test(text[end] ?? '')) continue
    const score = scoreAddress(text.slice(start, end))
    if (score > 0) found.push({ type: 'crypto-address', start, end, score })
  }
  return found
}

function scoreAddress(word: string): number {
  if (/^0x[0-9a-f]{40}$/i.test(word)) return scoreEthereum(word.slice(2))
  return isBase58Address(word) || isBech32Address(word) || isMoneroAddress(word) ? 0.95 : 0
}

/** The capitals of an Ethereum address are its checksum (EIP-55); one without capitals, or in capitals alone, has none. */
function scoreEthereum(address: string): number {
  const small = address.toLowerCase()
  if (/^(.)\1*$/.test(small.slice(0, 36))) return 0
  if (address === small || address === address.toUpperCase()) return 0.7
  const hash = keccak256(Buffer.from(small, 'latin1'))
  const isChecked = Array.from(small).every((character, place) => {
    const byte = hash[place >> 1] as number
    const isHigh = (place % 2 === 0 ? byte >> 4 : byte & 15) >= 8
    return address[place] === (isHigh ? character.toUpperCase() : character)
  })
  return isChecked ? 0.95 : 0.3
}
