import { writeFileSync } from 'node:fs'
import { buildConceptTerms } from '../dist/prompt-injection/build-concept-terms.js'

/**
 * Builds `models/prompt-injection-terms.bin` from the lexicons in `src/prompt-injection/lexicon/`. To run whenever one of them
 * changes; a test compares.
 *
 *   npm run build && node packages/processors/scripts/build-injection-terms.mjs
 */
writeFileSync(new URL('../models/prompt-injection-terms.bin', import.meta.url), buildConceptTerms())
