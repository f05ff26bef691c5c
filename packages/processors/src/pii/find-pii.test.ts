import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_GROWTH, measureGrowth } from '../testing/measure-growth.js'
import { optionalTypes, piiCountries, piiTypes, preparePiiSearch } from './find-pii.js'
import { identifiers } from './identifiers/index.js'

const findPii = preparePiiSearch({ types: new Set(piiTypes), countries: [], threshold: 0.5 })
const findAll = preparePiiSearch({ types: new Set(piiTypes), countries: [], threshold: 0 })
const findUsual = preparePiiSearch({
  types: new Set(piiTypes.filter((type) => !optionalTypes.includes(type))),
  countries: [],
  threshold: 0.5,
})
const found = (text: string) => findPii(text).map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)

describe('every identifier of the table', () => {
  const samples = identifiers.flatMap(({ type, context, samples }) =>
    samples.map((sample) => ({ type, sample, word: context[0] as string })),
  )

  test.each(samples)('$type: $sample after "$word"', ({ type, sample, word }) => {
    expect(found(`My ${word} is ${sample}, thanks.`)).toContain(`${type}: ${sample}`)
  })

  /** Validated by ranges and days alone: any last character will do. */
  const unchecked = new Set(
    (
      'bic us-ssn us-itin us-driving-licence mx-rfc gb-nino gb-driving-licence dk-cpr my-nric kr-frn kr-rrn tr-license-plate se-personnummer de-lanr au-medicare passport driving-licence national-id tax-id health-id bank-account social-security vehicle-registration ' +
      'ca-health-number-on ca-health-number-qc ca-business-number mx-voter-key cu-identity-number fr-id-card is-kennitala lk-nic id-npwp id-nik ' +
      'eg-national-id tz-nida mu-nic gt-cui'
    ).split(' '),
  )
  const checked = identifiers.filter(({ type, validate }) => validate !== undefined && !unchecked.has(type))
  test.each(checked)('$type has few check characters for one number', ({ validate, samples }) => {
    const compact = (samples[0] as string).replaceAll(/[ ./+()-]/g, '').toUpperCase()
    const passing = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((last) =>
      validate?.(compact.slice(0, -1) + last),
    )
    expect(passing).toContain(compact.at(-1))
    expect(passing.length).toBeLessThanOrEqual(4)
  })

  test('covers at least 25 countries', () => {
    expect(piiCountries.length).toBeGreaterThanOrEqual(25)
  })
})

describe('finds', () => {
  test.each([
    ['write to ann.lee+x@mail.example.com.', 'email: ann.lee+x@mail.example.com'],
    ['host 192.0.2.17:8080 is down', 'ip-address: 192.0.2.17'],
    ['at 2001:db8::8a2e:370:7334 now', 'ip-address: 2001:db8::8a2e:370:7334'],
    ['nic 02:00:5e:10:00:fe up', 'mac-address: 02:00:5e:10:00:fe'],
    ['nic 02-00-5e-10-00-fe up', 'mac-address: 02-00-5e-10-00-fe'],
    ['see ftp://ann:tiger42@ftp.example.com/x', 'url-credentials: ann:tiger42'],
    ['pay 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'crypto-address: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['pay bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'crypto-address: bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    ['call +44 20 7946 0958 today', 'phone: +44 20 7946 0958'],
    ['my phone: 0378 3549890', 'phone: 0378 3549890'],
    ['I was born on 12/31/1984.', 'date-of-birth: 12/31/1984'],
    ['my zip code is 90210', 'postcode: 90210'],
    ['mac AA:BB:CC:DD:EE:FA', 'mac-address: AA:BB:CC:DD:EE:FA'],
    ['card 4111 1111 1111 1111', 'payment-card: 4111 1111 1111 1111'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected)
  })
})

describe('finds nothing in near misses', () => {
  test.each([
    'The answer is 42, as of 2019.',
    'order number 4111111111111112',
    'it costs 1,250,000.00 in total',
    'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'version 12.0.1, build 20240131',
    'hello@localhost and @home',
    'GB82 WEST 1234 5698 7654 33',
    'at 12:30:45 we met',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'ISBN 978-3-16-148410-0',
    '',
  ])('%s', (text) => {
    expect(findUsual(text)).toEqual([])
  })
})

describe('properties', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('@', '1', '+1', '4111', ' ', '-', '.', ':', '://', 'a@b', '192.0.', 'DE89', '0x', 'card'),
  )

  test('ranges lie in the text, are in order and not empty', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const findings = findAll(text)
        let last = 0
        for (const { start, end, score } of findings) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(score).toBeGreaterThanOrEqual(0)
          last = start
        }
      }),
    )
  })
})

describe('a text of 1 MB takes linear time', () => {
  const units = [
    '1 ',
    '4111 1111 ',
    '@',
    'a@b.',
    '+1 ',
    '1-',
    '1.',
    ':',
    'a://',
    '0x1',
    'DE89 ',
    'aA1 ',
    '(1',
    'card 1234 ',
    '1-2.3/AB 4+',
    '123456789 ',
  ]

  test.each(units)(
    '%j',
    (unit) => {
      expect(measureGrowth(findPii, unit)).toBeLessThan(MAX_GROWTH)
    },
    60_000,
  )
})

test('any number of findings in one stretch', () => {
  expect(() => findPii('4111 '.repeat(200_000))).not.toThrow()
})
