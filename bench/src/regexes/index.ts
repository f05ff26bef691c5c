import { readFileSync } from 'node:fs'
import type { Benchmark } from '../benchmark.js'
import { attackRegex } from './attack-regex.js'
import { collectRegexes } from './collect-regexes.js'
import { repeatsWithoutBound } from './repeats-without-bound.js'

/** Growth that counts as linear: caches and the compiler of the engine account for the rest. */
const LINEAR = 3

/** Patterns that are known not to be linear, over texts that are cut first; a test holds the list to the sources. */
function readBounded(): ReadonlySet<string> {
  const list = readFileSync(new URL('../../../test/support/bounded-regexes.json', import.meta.url), 'utf8')
  return new Set((JSON.parse(list) as { readonly pattern: string }[]).map(({ pattern }) => pattern))
}

/** Long attacks tell how far they are each time so many patterns are done. */
const PATTERNS_A_LINE = 100

/** A pattern that is not linear, to see that the attack would find one. */
const quadratic = /\s+$/

/** Whether texts made to be costly find a shipped pattern whose cost grows faster than the text. */
export const regexes: Benchmark = {
  name: 'regexes',
  about:
    'growth of the costliest shipped pattern under attack, --seconds / 4 for each without a longest match, a tenth of ' +
    'that for others; floor: that of a quadratic one',
  unit: 'x per char',
  target: { of: 'ours', atMost: LINEAR },
  async measure({ roundMs }) {
    const milliseconds = roundMs / 4
    const bounded = readBounded()
    const shipped = collectRegexes().filter(({ regex }) => !bounded.has(regex.source))
    const attacks = shipped.map(({ path, regex }, index) => {
      if (index > 0 && index % PATTERNS_A_LINE === 0) console.error(`${index} of ${shipped.length} patterns attacked`)
      const isOpen = repeatsWithoutBound(regex.source)
      return { path, regex, isOpen, ...attackRegex(regex, isOpen ? milliseconds : milliseconds / 10, index) }
    })
    const open = attacks.filter(({ isOpen }) => isOpen).length
    const worst = Math.max(...attacks.map(({ growth }) => growth))
    const suspects = attacks.filter(({ growth }) => growth > LINEAR)
    return {
      ours: worst,
      floor: attackRegex(quadratic, milliseconds, 0).growth,
      notes: [
        `${open} patterns without a longest match, ${milliseconds} ms each; ${shipped.length - open} others, ${milliseconds / 10} ms each`,
        ...suspects.map(
          ({ path, regex, growth, cost }) => `${growth.toFixed(1)} x, ${cost.toFixed(0)} ns/char: ${path} ${regex}`,
        ),
      ],
    }
  },
}
