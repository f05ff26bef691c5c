import { crc32 } from 'node:zlib'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Whether the last six characters are the CRC-32 of those between the prefix and them, in base 62 with leading zeros.
 * GitHub ("Behind GitHub's new authentication token formats", 2021) and npm make their tokens so.
 */
export function hasBase62Crc(token: string, prefixLength: number): boolean {
  return base62Crc(token.slice(prefixLength, -6)) === token.slice(-6)
}

/** CRC-32 of an ASCII text as six digits in base 62. */
export function base62Crc(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let place = 0; place < 6; place++) {
    digits = BASE62[rest % 62] + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}

/**
 * Whether a token of Grafana ends in the CRC-32 of what stands before the last `_`, in hexadecimal, lowest byte first
 * (grafana, `pkg/components/satokengen`).
 */
export function hasGrafanaCrc(token: string): boolean {
  return grafanaCrc(token.slice(0, -9)) === token.slice(-8)
}

/** CRC-32 of an ASCII text in hexadecimal, lowest byte first. */
export function grafanaCrc(text: string): string {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(crc32(text))
  return bytes.toString('hex')
}

/** Whether a token ends in the CRC-32 of all before, in eight hexadecimal digits (Private Packagist, "Composer Authentication"). */
export function hasHexCrc(token: string): boolean {
  return hexCrc(token.slice(0, -8)) === token.slice(-8)
}

/** CRC-32 of an ASCII text in eight hexadecimal digits. */
export function hexCrc(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}

/**
 * Whether a routable token of GitLab says the length of its payload and ends in the CRC-32 of all before, both in base 36
 * (GitLab, `Authn::TokenField::Generator::RoutableToken`): `PREFIX PAYLOAD "." VERSION "." LENGTH CRC`.
 */
export function hasRoutableCrc(token: string): boolean {
  return routableCrc(token.slice(0, -7)) === token.slice(-7)
}

/** CRC-32 of an ASCII text as seven digits in base 36. */
export function routableCrc(text: string): string {
  return crc32(text).toString(36).padStart(7, '0')
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The account that an AWS access key id belongs to: 40 of the bits that its base32 digits hold. `undefined` for an id that
 * is no base32. Real accounts have at most twelve digits, which a number of 40 bits can exceed.
 */
export function awsAccountOf(keyId: string): number | undefined {
  let bits = 0n
  for (const digit of keyId.slice(4, 14)) {
    const value = BASE32.indexOf(digit)
    if (value < 0) return undefined
    bits = (bits << 5n) | BigInt(value)
  }
  return Number((bits >> 9n) & 0xffffffffffn)
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const BECH32_GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const

/** Whether a text ends in the checksum of its human-readable part and data (Bitcoin BIP 173), as keys of age do. */
export function hasBech32Checksum(text: string): boolean {
  const lower = text.toLowerCase()
  const separator = lower.lastIndexOf('1')
  const human = [...lower.slice(0, separator)].map((character) => character.charCodeAt(0))
  const data = [...lower.slice(separator + 1)].map((character) => BECH32.indexOf(character))
  const values = [...human.map((code) => code >> 5), 0, ...human.map((code) => code & 31), ...data]
  return separator > 0 && !data.includes(-1) && bech32Polymod(values) === 1
}

function bech32Polymod(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    BECH32_GENERATOR.forEach((generator, bit) => {
      if ((top >> bit) & 1) sum ^= generator
    })
  }
  return sum >>> 0
}
