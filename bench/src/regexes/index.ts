import { readFileSync } from 'node:fs'
import type { Benchmark } from '../benchmark.js'
import { attackRegex } from './attack-regex.js'
import { collectRegexes } from './collect-regexes.js'

/** Growth that counts as linear: caches and the compiler of the engine account for the rest. */
const LINEAR = 3

/** Patterns that are known not to be linear, over texts that are cut first; a test holds the list to the sources. */
function readBounded(): ReadonlySet<string> {
  const list = readFileSync(new URL('../../../test/support/bounded-regexes.json', import.meta.url), 'utf8')
  return new Set((JSON.parse(list) as { readonly pattern: string }[]).map(({ pattern }) => pattern))
}

/** A pattern that is not linear, to see that the attack would find one. */
const quadratic = /\s+$/

/** Whether texts made to be costly find a shipped pattern whose cost grows faster than the text. */
export const regexes: Benchmark = {
  name: 'regexes',
  about:
    'growth of the costliest shipped pattern under attack, --seconds / 20 for each; floor: that of a quadratic one',
  unit: 'x per char',
  target: { of: 'ours', atMost: LINEAR },
  async measure({ roundMs }) {
    const milliseconds = roundMs / 20
    const bounded = readBounded()
    const shipped = collectRegexes().filter(({ regex }) => !bounded.has(regex.source))
    const attacks = shipped.map(({ path, regex }, index) => ({
      path,
      regex,
      ...attackRegex(regex, milliseconds, index),
    }))
    const worst = Math.max(...attacks.map(({ growth }) => growth))
    const suspects = attacks.filter(({ growth }) => growth > LINEAR)
    return {
      ours: worst,
      floor: attackRegex(quadratic, milliseconds, 0).growth,
      notes: [
        `${shipped.length} patterns, ${milliseconds} ms each`,
        ...suspects.map(
          ({ path, regex, growth, cost }) => `${growth.toFixed(1)} x, ${cost.toFixed(0)} ns/char: ${path} ${regex}`,
        ),
      ],
    }
  },
}
