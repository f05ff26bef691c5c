import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  awsAccountOf,
  base62Crc,
  grafanaCrc,
  hasBase62Crc,
  hasBech32Checksum,
  hasGrafanaCrc,
  hasHexCrc,
  hasRoutableCrc,
  hexCrc,
  routableCrc,
} from './checksums.js'

describe('base62Crc', () => {
  test('the check value of CRC-32, 0xcbf43926, in base 62', () => {
    expect(base62Crc('123456789')).toBe('3jZRME')
    expect(base62Crc('')).toBe('000000')
  })

  test('a token passes with its checksum, and with no other', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{30}$/), fc.stringMatching(/^[A-Za-z0-9]{6}$/), (part, other) => {
        expect(hasBase62Crc(`ghp_${part}${base62Crc(part)}`, 4)).toBe(true)
        expect(hasBase62Crc(`ghp_${part}${other}`, 4)).toBe(other === base62Crc(part))
      }),
    )
  })
})

describe('checksums of other vendors, of the check value 0xcbf43926', () => {
  test.each([
    { name: 'hexadecimal', crc: hexCrc, digits: 'cbf43926', passes: hasHexCrc },
    {
      name: 'lowest byte first',
      crc: (text: string) => `_${grafanaCrc(text)}`,
      digits: '_2639f4cb',
      passes: hasGrafanaCrc,
    },
    { name: 'base 36', crc: routableCrc, digits: '1kl8mjq', passes: hasRoutableCrc },
  ])('$name', ({ crc, digits, passes }) => {
    expect(crc('123456789')).toBe(digits)
    expect(passes(`123456789${digits}`)).toBe(true)
    expect(passes(`123456788${digits}`)).toBe(false)
  })
})

describe('awsAccountOf', () => {
  test('the account of a published example', () => {
    expect(awsAccountOf(`ASIA${'QNZGKIQY56JQ7WML'}`)).toBe(29_608_264_753)
  })

  test('none where a digit is not base32', () => {
    expect(awsAccountOf(`AKIA${'1NZGKIQY56JQ7WML'}`)).toBeUndefined()
  })
})

describe('hasBech32Checksum, with the vectors of BIP 173', () => {
  test.each(['A12UEL5L', 'an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs'])(
    '%s',
    (text) => {
      expect(hasBech32Checksum(text)).toBe(true)
    },
  )

  test.each(['A12UEL5M', 'A1G7SGD8', '1qzzfhee', 'no-separator'])('not %s', (text) => {
    expect(hasBech32Checksum(text)).toBe(false)
  })
})
