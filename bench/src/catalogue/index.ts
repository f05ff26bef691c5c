import type { Benchmark } from '../benchmark.js'
import { detectorGrowth } from './detector-growth.js'
import { detectors } from './detectors.js'
import { firstPrompt } from './first-prompt.js'
import { guardsBenchmark } from './guards-time.js'
import { models } from './models.js'
import { secretsClean } from './secrets-clean.js'

/** The benchmarks of the built-in processors. */
export const catalogueBenchmarks: readonly Benchmark[] = [
  guardsBenchmark({ name: 'guards-1kb', units: 1024, share: 0.5, mostMicroseconds: 500 }),
  guardsBenchmark({ name: 'guards-4kb-p99', units: 4096, share: 0.99, mostMicroseconds: 2000 }),
  secretsClean,
  ...Object.entries(detectors).map(([name, parameters]) => detectorGrowth(name, parameters)),
  models,
  firstPrompt,
]
