import { setTimeout as sleep } from 'node:timers/promises'
import { parseJson, readMultipart } from '../check/read-multipart.js'
import type { Reply } from '../http/reply.js'
import type { BehaviourCase, Bench } from '../language/conformance-case.js'
import { showJson } from '../language/show.js'
import { checkParameters, execute, fault, I, IP, M, mp, processed } from './vocabulary.js'

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

/** Case 175: which words a server has for a problem is its own affair, so the two are held against each other. */
export const sameWords: BehaviourCase = {
  id: 175,
  title: 'A problem has the same words in both places',
  section: '2.4',
  steps: [
    'Check parameters with two faults by POST on the signature.',
    'Send an execute request with the same parameters.',
    'The `errors` of the first are the `messages` of the second, in any order (SHOULD).',
  ],
  async behave(bench) {
    const faulty = { annotate: 'no', mode: 5 }
    const paths = Object.keys(faulty)
    const checked = await bench.send(checkParameters('both', JSON.stringify(faulty)))
    bench.expect('MUST', checked, { status: 400, paths })
    const refused = await bench.send(execute('both', M, I, IP(faulty)))
    bench.expect('MUST', refused, fault(400, 'E+m', ...paths))
    const [errors, messages] = [wordsOf(jsonOf(checked).validation?.errors), wordsOf(jsonOf(refused).messages)]
    bench.check('SHOULD', `the messages ${errors}`, messages === errors, `the messages are ${messages}`)
  },
}

/** Case 187. */
export const knownBoundary: BehaviourCase = {
  id: 187,
  title: 'The boundary is in no part, also when a client knows one from before',
  section: '9.1',
  steps: [
    'Send a request of mode edit, and note the boundary of the answer.',
    'Send another one, with this boundary as the new content.',
    'The second answer has it in a part, and so is parted by another.',
  ],
  async behave(bench) {
    const edit = (text: string) => bench.send(execute('both', M, I, IP({ mode: 'edit', text, modify: true })))
    const changedTo = (text: string) => mp({ 'input.messages': { messages: [{ content: text }] }, metadata: {} })
    const first = await edit('first')
    bench.expect('MUST', first, changedTo('first'))
    const text = `--${readMultipart(first).boundary}`
    bench.expect('MUST', await edit(text), changedTo(text))
  },
}

interface FaultBody {
  readonly messages?: unknown
  readonly validation?: { readonly errors?: unknown } | null
}

function jsonOf({ body }: Reply): FaultBody {
  return (parseJson(body.toString()) as FaultBody | null | undefined) ?? {}
}

/** A list of texts whatever their order is. What else a server has put into it is found by an expectation. */
function wordsOf(texts: unknown): string {
  return showJson(Array.isArray(texts) ? texts.filter((text) => typeof text === 'string').toSorted() : texts)
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
