import { describe, expect, test } from 'vitest'
import { optionalTypes, piiTypes, preparePiiSearch } from './find-pii.js'

const findPii = preparePiiSearch({
  types: new Set(piiTypes.filter((type) => !optionalTypes.includes(type))),
  countries: [],
  threshold: 0.5,
})

describe('finds nothing in numbers of other kinds', () => {
  test.each([
    'The answer is 42, as of 2019.',
    'order number 4111111111111112',
    'Call support about order 12345678 please.',
    'Bestellnummer 1234567890, Artikelnummer 4006381333931',
    'Invoice INV-2024-000123, order #100-200-300',
    'We had 12345678 calls in 2023.',
    'The model has 7000000000 parameters and saw 123456789 tokens.',
    'ISBN 978-3-16-148410-0, ISSN 2049-3630',
    'UUID 123e4567-e89b-12d3-a456-426614174000',
    'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'commit 3f786850e387550fdaab836ed7e6dc881de23001',
    'timestamp 1700000000 and 1700000000000',
    '2024-05-03T10:15:30Z INFO 12345 done in 345 ms',
    'it costs 1,250,000.00, or 1.250.000,00 €, or 12 500 000 rubles',
    'version 12.0.1, build 20240131, 10.0.19041.1234, v1.2.3.4 and 1.2.3.4-beta',
    'RFC 5321, section 4.5.3.1; ISO 9001:2015',
    'lat 52.520008, lon 13.404954',
    'x = 0.8253994 0.90447587 -0.45478728 1.3819947',
    'let x = 0x1F600; const n = 4294967295; int64 9223372036854775807',
    'ranges 1000-2000, 10-20-30 and 01001-99998',
    'a 1920x1080 image of 1234567 bytes',
    'ratio 16:9:4:3 at 12:30:45',
    'tracking 1Z999AA10123456784 and 9400110200881234567890',
    'https://example.com/mh17-het-verdriet and aB3xQ9zK1L4mN8',
    'integrity sha512-uv+dqfRazte3BzfMp8PAQX==',
  ])('%s', (text) => {
    expect(findPii(text)).toEqual([])
  })
})

describe('finds nothing in what only looks like an address', () => {
  test.each([
    'hello@localhost, @home and npm i react@18.2.0',
    'git clone git@git.example.com:owner/name.git',
    '@media print { a::before { color: red } }',
    'std::vector<a::b> of Dead::Beef',
    'http://127.0.0.1:8000/, 0.0.0.0, ::1 and 255.255.255.0',
    'postgresql://user:password@localhost/db and https://ann:%SECRET%@example.com/',
    'mac aa:bb:cc and ff:ff:ff:ff:ff:ff',
    'In 1984 Road rage was new; chapter 5 Place your order; the 5 Way test',
    '10 Square meters, 12 via Zoom, 3 place settings',
    'GB82 WEST 1234 5698 7654 33',
    'the Apple M1 8GB model and a Spirit E-210 Gas Grill',
  ])('%s', (text) => {
    expect(findPii(text)).toEqual([])
  })
})
