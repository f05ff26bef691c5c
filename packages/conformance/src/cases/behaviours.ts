import { setTimeout as sleep } from 'node:timers/promises'
import { readMultipart } from '../check/read-multipart.js'
import type { BehaviourCase, Bench } from '../language/conformance-case.js'
import { execute, I, IP, M, processed } from './vocabulary.js'

/** How long the slow handler of case 75 takes, in milliseconds; the fast one has all of it. */
const SLOW_MS = 2000
/** How long the handler of case 76 would run, in milliseconds. */
const ENDLESS_MS = 8000
/** How long a handler may take to start, or to notice that the client left, in milliseconds. */
const PATIENCE_MS = 4000
const POLL_MS = 25

const slow = (key: string, delay: number) => execute('both', M, I, IP({ mode: 'slow', key, delay }))

/** Case 75. */
export const parallel: BehaviourCase = {
  id: 75,
  title: 'A slow asynchronous handler does not delay others',
  section: '7',
  steps: [
    `Send a request of mode slow that takes ${SLOW_MS} ms.`,
    'When its handler has started, send one of mode none over another connection.',
    'The second is answered before the first; then the first is answered with 204.',
  ],
  async behave(bench) {
    let slowAnswered = false
    const first = bench.send(slow(bench.key, SLOW_MS)).finally(() => {
      slowAnswered = true
    })
    first.catch(() => {})
    await waitFor(async () => slowAnswered || (await countRuns(bench)).started > 0)
    bench.expect('MUST', await bench.send(execute('both', M, I)), processed)
    bench.check('MUST', 'the fast request answered first', !slowAnswered, 'the slow one was answered first')
    bench.expect('MUST', await first, processed)
  },
}

/** Case 76. */
export const disconnect: BehaviourCase = {
  id: 76,
  title: 'A client that leaves is noticed by the handler, and the server stays healthy',
  section: '7',
  steps: [
    `Send a request of mode slow that takes ${ENDLESS_MS} ms.`,
    'When its handler has started, drop the connection.',
    `Within ${PATIENCE_MS} ms mode seen reports one abort (SHOULD).`,
    'A request of mode none is answered with 204.',
  ],
  async behave(bench) {
    const leaving = new AbortController()
    const left = bench.send(slow(bench.key, ENDLESS_MS), { signal: leaving.signal }).catch(() => {})
    const started = await waitFor(async () => (await countRuns(bench)).started > 0)
    bench.check('MUST', 'the slow handler to start', started, `no start within ${PATIENCE_MS} ms`)
    leaving.abort()
    await left
    const aborted = started && (await waitFor(async () => (await countRuns(bench)).aborted > 0))
    bench.check('SHOULD', "the handler's abort signal to fire", aborted, `no abort within ${PATIENCE_MS} ms`)
    bench.expect('MUST', await bench.send(execute('both', M, I)), processed)
  },
}

/** What mode `seen` reports of the slow handlers with our key. */
async function countRuns(bench: Bench): Promise<{ started: number; aborted: number }> {
  const reply = await bench.send(execute('both', M, I, IP({ mode: 'seen', key: bench.key })))
  const metadata = readMultipart(reply).parts.at(-1)?.json as { processor_result?: Record<string, unknown> } | undefined
  const { started, aborted } = metadata?.processor_result ?? {}
  return { started: Number(started ?? 0), aborted: Number(aborted ?? 0) }
}

async function waitFor(condition: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    if (await condition()) return true
    await sleep(POLL_MS)
  }
  return false
}
