import { type Benchmark, measureInTurn } from '../benchmark.js'
import { prepareDetector } from './detectors.js'
import { cleanCode } from './texts.js'

const UNITS = 102_400
const TEXTS = 40

/** How fast `secrets` reads code that has none. */
export const secretsClean: Benchmark = {
  name: 'secrets-clean',
  about: 'secrets on code without any; floor: a loop that looks at each character',
  unit: 'MB/s',
  target: { of: 'ours', atLeast: 50 },
  async measure({ rounds }) {
    const run = prepareDetector('secrets')
    let seed = 0
    const texts = () => Array.from({ length: TEXTS }, () => cleanCode(UNITS, seed++))
    const rate = (milliseconds: number) => (UNITS * TEXTS) / 1000 / milliseconds
    const sides = {
      ours: async () => {
        let milliseconds = 0
        for (const text of texts()) milliseconds += await run(text)
        return rate(milliseconds)
      },
      floor: async () => {
        const all = texts()
        const startedAt = performance.now()
        let blanks = 0
        for (const text of all) blanks += countBlanks(text)
        const milliseconds = performance.now() - startedAt
        if (blanks === 0) throw new RangeError('The texts are empty.')
        return rate(milliseconds)
      },
    }
    for (let round = 0; round < 3; round++) await sides.ours()
    return measureInTurn(sides, rounds)
  },
}

function countBlanks(text: string): number {
  let blanks = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 0x20) blanks++
  return blanks
}
