import type { Benchmark } from '../benchmark.js'
import { timeCodec } from '../codec.js'
import { sizes } from '../requests.js'

/** The multipart codec alone against busboy, from the whole body to the texts of the parts. */
export function codecBenchmark(size: keyof typeof sizes): Benchmark {
  return {
    name: `codec-${size}`,
    about: `reading a multipart body with ${size.toUpperCase().replace(/(?=[KM]B)/, ' ')} of conversation; floor: busboy`,
    unit: 'ns/body',
    target: { of: 'ratio', atMost: 1 },
    async measure() {
      const { codec = Number.NaN, busboy = Number.NaN } = (await timeCodec(sizes[size], 'ascii')).times
      return { ours: codec, floor: busboy }
    },
  }
}
