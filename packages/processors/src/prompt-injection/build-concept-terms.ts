import { buildTermTables } from '../keywords/term-tables.js'
import { writeTermTables } from '../keywords/term-tables-file.js'
import { spellTerms } from '../text/spell-terms.js'
import { FORMAT, HEADER_BYTES, MAGIC } from './concept-terms.js'
import { concepts } from './lexicon/concept.js'
import { languages } from './lexicon/index.js'

const SPACE = 0x20

/** The lexicons of all languages as the file that `concept-terms.ts` reads. A processor never needs them themselves. */
export function buildConceptTerms(): Buffer {
  const entries = languages.flatMap(({ lexicon, isAttached }) =>
    concepts.flatMap((name, concept) =>
      (lexicon[name]?.split(' ') ?? []).map((entry) => ({
        term: entry.replaceAll('_', ' ').replace('*', ''),
        concept,
        isAttached,
        isOpen: isAttached || entry.endsWith('*'),
      })),
    ),
  )
  // Of equal terms the first counts.
  const spelt = spellTerms(entries.map(({ term }) => term)).map((units, index) =>
    entries[index]?.isAttached === true ? units : behindBlank(units),
  )
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(MAGIC, 'latin1')
  header.writeUInt32LE(FORMAT, 4)
  header.writeUInt32LE(entries.length, 8)
  return Buffer.concat([
    header,
    Uint8Array.from(entries, ({ concept }) => concept),
    Uint8Array.from(entries, ({ isOpen }) => (isOpen ? 0 : 1)),
    writeTermTables(buildTermTables(spelt)),
  ])
}

/** A term with a blank before it; nothing where there is no term. */
function behindBlank(units: Uint16Array): Uint16Array {
  if (units.length === 0) return units
  const term = new Uint16Array(units.length + 1)
  term[0] = SPACE
  term.set(units, 1)
  return term
}
