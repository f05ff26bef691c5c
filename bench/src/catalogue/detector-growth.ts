import { type Benchmark, measureInTurn } from '../benchmark.js'
import { prepareDetector } from './detectors.js'
import { promptText } from './texts.js'

const SMALL = 10_240
const LARGE = 1_048_576
/** Texts of each size: so many that a round takes about as long for both. */
const LARGE_TEXTS = 2
const SMALL_TEXTS = (LARGE_TEXTS * LARGE) / SMALL

/** Time of a detector by the character: as `ours` at 1 MB, as `floor` at 10 KB. */
export function detectorGrowth(name: string, parameters: Readonly<Record<string, unknown>>): Benchmark {
  return {
    name: `growth-${name}`,
    about: `${name}: time per character at 1 MB (ours) and at 10 KB (floor)`,
    unit: 'ns/char',
    target: { of: 'ratio', atMost: 1.3 },
    async measure({ rounds }) {
      const run = prepareDetector(name, parameters)
      let seed = 0
      const side = (units: number, texts: number) => async () => {
        let milliseconds = 0
        for (let index = 0; index < texts; index++) milliseconds += await run(promptText(units, seed++))
        return (1_000_000 * milliseconds) / (units * texts)
      }
      const sides = { ours: side(LARGE, LARGE_TEXTS), floor: side(SMALL, SMALL_TEXTS) }
      await sides.floor()
      await sides.ours()
      return measureInTurn(sides, rounds)
    },
  }
}
