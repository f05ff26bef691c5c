/** Runs the processor behind a real server on an answer with tool calls, under each permission. */
import assert from 'node:assert/strict'
import { createProcessorClient } from '@gatehouse/sdk/client'
import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { toolPolicy } from './tool-policy.js'

await using server = createProcessorServer({ processors: [toolPolicy] })
await using client = createProcessorClient({ url: await server.listen({ host: '127.0.0.1', port: 0 }) })

const message = {
  role: 'assistant',
  content: '',
  tool_calls: [
    { id: 'call_1', type: 'function', function: { name: 'search', arguments: '{"query":"otters","limit":500}' } },
    { id: 'call_2', type: 'function', function: { name: 'shell', arguments: '{"command":"ls"}' } },
  ],
}
const judge = (permissions: object) =>
  client.execute({
    processor: toolPolicy,
    response: { choices: [{ index: 0, message, finish_reason: 'tool_calls' }] },
    parameters: { allow: ['search'], pin: { search: { limit: 10 } }, ...permissions },
  })

const tagged = await judge({})
assert.deepEqual(tagged.tags.get('tool-call'), ['refused', 'pinned'])
console.log('tagged')

const edited = await judge({ modify: true })
assert.equal(edited.kind, 'pass')
assert.deepEqual(edited.kind === 'pass' && edited.response?.choices[0]?.message.tool_calls, [
  { id: 'call_1', type: 'function', function: { name: 'search', arguments: '{"query":"otters","limit":10}' } },
])
console.log('edited: one call pinned, one removed')

const rejected = await judge({ reject: true })
assert.equal(rejected.kind === 'reject' && rejected.code, 'AIGW_POLICY_VIOLATION')
console.log('rejected')
