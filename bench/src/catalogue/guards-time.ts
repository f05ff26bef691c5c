import { type Benchmark, percentile } from '../benchmark.js'
import { guards, prepareDetector } from './detectors.js'
import { promptText } from './texts.js'

interface GuardsSettings {
  readonly name: string
  readonly units: number
  readonly share: number
  readonly mostMicroseconds: number
}

/** How many prompts are timed in a round, each of them new to the detectors. */
const PROMPTS = 1000

/** Time of the guards together on one prompt. */
export function guardsBenchmark({ name, units, share, mostMicroseconds }: GuardsSettings): Benchmark {
  return {
    name,
    about: `${guards.join(', ')} on a prompt of ${units} characters, ${share * 100} % of them; floor: JSON.parse`,
    unit: 'µs',
    target: { of: 'ours', atMost: mostMicroseconds },
    async measure({ rounds }) {
      const run = guards.map((name) => prepareDetector(name))
      const ours: number[] = []
      const floor: number[] = []
      // The first rounds are the engine's to compile in.
      for (let round = -3; round < rounds; round++) {
        const times = { ours: new Float64Array(PROMPTS), floor: new Float64Array(PROMPTS) }
        for (let index = 0; index < PROMPTS; index++) {
          const text = promptText(units, (round + 4) * PROMPTS + index)
          times.floor[index] = timeOfParsing(text)
          let sum = 0
          for (const each of run) sum += await each(text)
          times.ours[index] = 1000 * sum
        }
        if (round < 0) continue
        ours.push(percentile(times.ours.sort(), share))
        floor.push(percentile(times.floor.sort(), share))
      }
      return {
        ours: Math.min(...ours),
        floor: Math.min(...floor),
        notes: [`best of ${rounds} rounds of ${PROMPTS} prompts`],
      }
    },
  }
}

function timeOfParsing(text: string): number {
  const json = JSON.stringify({ messages: [{ role: 'user', content: text }] })
  const startedAt = performance.now()
  JSON.parse(json)
  return 1000 * (performance.now() - startedAt)
}
