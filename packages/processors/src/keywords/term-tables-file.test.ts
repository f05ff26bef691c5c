import { describe, expect, test } from 'vitest'
import { buildTermTables } from './term-tables.js'
import { readTermTables, writeTermTables } from './term-tables-file.js'

const toUnits = (text: string) => Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
const tables = buildTermTables(['he', 'she', '他们', 'hers'].map(toUnits))
/** Where no term ends, the file has another number than the tables. */
const withTerms = (read: typeof tables) => ({ ...read, term: read.term.map((term) => (term === 0xffff ? -1 : term)) })

describe('tables of terms in a file', () => {
  test('are read as they were written', () => {
    expect(withTerms(readTermTables(writeTermTables(tables)))).toEqual(tables)
  })

  test('are read from any place of a larger file', () => {
    const written = writeTermTables(tables)
    expect(readTermTables(Buffer.concat([Buffer.of(1), written]).subarray(1))).toEqual(readTermTables(written))
  })

  test('are little-endian', () => {
    expect(
      writeTermTables(buildTermTables([toUnits('ab')]))
        .toString('hex')
        .slice(0, 40),
    ).toBe(['03000000', '08000000', '0000', '0000', '0100', '0000', '6100', '6200'].join(''))
  })

  test('may have 65,535 states, no more', () => {
    const term = (length: number) => buildTermTables([new Uint16Array(length).fill(1)])
    expect(readTermTables(writeTermTables(term(65_534))).depth.at(-1)).toBe(65_534)
    expect(() => writeTermTables(term(65_535))).toThrow('Expected at most 65,535 states and terms, got 65536.')
  })

  test.each([
    { name: 'nothing', bytes: (_: Buffer) => Buffer.alloc(0), message: 'should have 8 bytes; they have 0' },
    {
      name: 'a part',
      bytes: (whole: Buffer) => whole.subarray(0, -1),
      message: /should have \d+ bytes; they have \d+/,
    },
  ])('are refused when $name is there', ({ bytes, message }) => {
    expect(() => readTermTables(bytes(writeTermTables(tables)))).toThrow(message)
  })
})
