import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Benchmark } from '../benchmark.js'

/** What the models that are shipped take on disk. */
export const models: Benchmark = {
  name: 'models-mb',
  about: 'all models of @gatehouse/processors on disk; floor: the same gzipped',
  unit: 'MB',
  target: { of: 'ours', atMost: 8 },
  async measure() {
    const folder = new URL('models/', import.meta.resolve('@gatehouse/processors/package.json'))
    const files = readdirSync(folder)
      .filter((name) => !name.endsWith('.md'))
      .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
    const megabytes = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0) / 1_000_000
    return {
      ours: megabytes(files.map(({ bytes }) => bytes.length)),
      floor: megabytes(files.map(({ bytes }) => gzipSync(bytes).length)),
      notes: files.map(({ name, bytes }) => `${name}: ${(bytes.length / 1_000_000).toFixed(2)} MB`),
    }
  },
}
