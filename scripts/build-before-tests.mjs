import { build } from './setup.mjs'

/**
 * vitest's global setup: tests of the commands, the examples and the packages run what was built, so that is brought up
 * to date. A run that is narrowed to `packages` needs no build, since those tests import sources.
 *
 * A build that fails is told and no more: it fails the tests that need it, and the others still say something.
 */
export default function buildBeforeTests({ vitest }) {
  const filters = vitest.filenamePattern ?? []
  if (process.env.GATEHOUSE_BUILT === '1') return
  if (filters.length > 0 && filters.every((filter) => /(^|\/)packages(\/|$)/.test(filter))) return
  try {
    build()
  } catch (error) {
    console.warn(`${error.message}\nTests of what is built fail too.`)
  }
}
