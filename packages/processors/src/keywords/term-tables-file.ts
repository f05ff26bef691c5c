import { endianness } from 'node:os'
import type { TermTables } from './term-tables.js'

const HEADER_BYTES = 8
const NUMBER_BYTES = 2

/** Tables with a number for each state, in the order in which they stand in a file; those of the edges follow. */
const TABLES = ['parent', 'unit', 'depth', 'fail', 'term', 'ending', 'shorter'] as const

/**
 * Tables as bytes, for terms that are known when the package is built: to read them takes a tenth of the time of building them.
 *
 * All little-endian: 32-bit counts of the states and of the slots for edges, then the tables, 16 bits a number.
 *
 * @throws RangeError for more than 65,535 states or terms.
 */
export function writeTermTables(tables: TermTables): Buffer {
  const states = tables.parent.length
  const largest = Math.max(states, 1 + tables.term.reduce((last, term) => Math.max(last, term), 0))
  if (largest > 0xffff) throw new RangeError(`Expected at most 65,535 states and terms, got ${largest}.`)
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt32LE(states, 0)
  header.writeUInt32LE(tables.edges.length, 4)
  const numbers = [...TABLES, 'edges' as const].map((name) => Buffer.from(Uint16Array.from(tables[name]).buffer))
  return Buffer.concat([header, ...numbers.map(toLittleEndian)])
}

/** @throws Error when the bytes are no such tables. */
export function readTermTables(bytes: Buffer): TermTables {
  const [states, slots] = bytes.length < HEADER_BYTES ? [0, 0] : [bytes.readUInt32LE(0), bytes.readUInt32LE(4)]
  const size = HEADER_BYTES + (states * TABLES.length + slots) * NUMBER_BYTES
  if (bytes.length !== size) throw new Error(`Tables of terms should have ${size} bytes; they have ${bytes.length}.`)
  const { buffer } = toLittleEndian(Buffer.from(new Uint8Array(bytes.subarray(HEADER_BYTES)).buffer))
  const read = (table: number, length: number) => new Uint16Array(buffer, table * states * NUMBER_BYTES, length)
  const readStates = (name: (typeof TABLES)[number]) => new Int32Array(read(TABLES.indexOf(name), states))
  return {
    parent: readStates('parent'),
    unit: read(TABLES.indexOf('unit'), states),
    depth: readStates('depth'),
    fail: readStates('fail'),
    term: readStates('term'),
    ending: readStates('ending'),
    shorter: readStates('shorter'),
    edges: new Int32Array(read(TABLES.length, slots)),
  }
}

/** From the order of bytes of this machine, or to it. */
function toLittleEndian(numbers: Buffer): Buffer {
  return endianness() === 'LE' ? numbers : numbers.swap16()
}
