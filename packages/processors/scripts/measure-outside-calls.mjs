/**
 * Measures what llm-judge and remote cost on this side, with a service on this machine that answers at once:
 *
 *     npm run build && node packages/processors/scripts/measure-outside-calls.mjs
 *
 * Prints milliseconds of an exchange with one message of 1 KB, in this process, whose text is new or is remembered.
 */
import { createServer } from 'node:http'
import { llmJudge } from '@gatehouse/processors/llm-judge'
import { remote } from '@gatehouse/processors/remote'
import { configureProcessor } from '@gatehouse/sdk'
import { runProcessor } from '@gatehouse/sdk/testing'

const ROUNDS = 500
const WARM_UP = 100

const verdict = JSON.stringify({ verdict: 'allow', score: 0.1, category: 'none', reason: 'Harmless.' })
const answers = {
  '/chat/completions': { choices: [{ finish_reason: 'stop', message: { content: verdict } }] },
  '/moderations': { results: [{ flagged: false, categories: {}, category_scores: {} }] },
}

const service = createServer((request, reply) => {
  request.resume().on('end', () => reply.end(JSON.stringify(answers[request.url])))
})
await new Promise((resolve) => service.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${service.address().port}`

const text = 'word '.repeat(205)
for (const processor of [llmJudge, remote]) {
  const configured = configureProcessor(processor, { parameters: { url } })
  for (const [name, textOf] of [
    ['new', (round) => `${text}${round}`],
    ['remembered', () => text],
  ]) {
    const times = await measure(configured, textOf)
    console.log(`${processor.name}, ${name}: p50 ${times[ROUNDS / 2].toFixed(2)} ms`)
  }
}
service.closeAllConnections()
service.close()

async function measure(processor, textOf) {
  const times = []
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const before = performance.now()
    const { kind } = await runProcessor(processor, { messages: [textOf(round)], parameters: {} })
    if (round >= WARM_UP) times.push(performance.now() - before)
    if (kind !== 'pass') throw new Error(`Expected a pass; came ${kind}.`)
  }
  return times.sort((a, b) => a - b)
}
