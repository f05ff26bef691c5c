import { spawnSync } from 'node:child_process'
import { type Benchmark, measureInTurn } from '../benchmark.js'
import { guards } from './detectors.js'

const program = `
import { catalogue } from ${JSON.stringify(import.meta.resolve('@gatehouse/processors'))}
import { runProcessor } from ${JSON.stringify(import.meta.resolve('@gatehouse/sdk/testing'))}
for (const name of ${JSON.stringify(guards)}) {
  const { kind } = await runProcessor(catalogue[name], { messages: ['Call +49 30 1234567, please.'] })
  if (kind !== 'pass') throw new Error(name)
}
`

/** From the start of a process to the first prompt that all guards have judged, with every model loaded. */
export const firstPrompt: Benchmark = {
  name: 'first-prompt-ms',
  about: `a new process until ${guards.join(', ')} have judged their first prompt; floor: an empty program`,
  unit: 'ms',
  target: { of: 'ours', atMost: 500 },
  measure: ({ rounds }) => measureInTurn({ ours: () => timeOf(program), floor: () => timeOf('') }, rounds),
}

async function timeOf(code: string): Promise<number> {
  const startedAt = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The program ended with ${status}: ${stderr}`)
  return performance.now() - startedAt
}
