const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const
const BECH32M = 0x2bc830a3

/** Bitcoin and its test network, Litecoin, Cardano, Cosmos, Polkadot's kin: what stands before the `1`. */
const PREFIXED = /^(?:bc|tb|ltc|addr|stake|cosmos|osmo|inj)1[02-9ac-hj-np-z]{11,110}$/

/** Whether a word is an address with the checksum of Bech32 or Bech32m (Bitcoin BIP 173 and 350). */
export function isBech32Address(word: string): boolean {
  const small = word.toLowerCase()
  if (!PREFIXED.test(small) || (word !== small && word !== word.toUpperCase())) return false
  const separator = small.lastIndexOf('1')
  const human = Array.from(small.slice(0, separator), (character) => character.charCodeAt(0))
  const data = Array.from(small.slice(separator + 1), (character) => ALPHABET.indexOf(character))
  let sum = 1
  for (const value of [...human.map((code) => code >> 5), 0, ...human.map((code) => code & 31), ...data]) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, generator] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= generator
  }
  return sum === 1 || sum >>> 0 === BECH32M
}
