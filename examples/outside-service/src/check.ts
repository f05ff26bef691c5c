/** Runs the processor behind a real server, with a service that answers, that is slow and that is down. */
import assert from 'node:assert/strict'
import { createProcessorClient, ProcessorCallError } from '@gatehouse/sdk/client'
import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { createModeration } from './moderation.js'
import { startStandInService } from './stand-in-service.js'

await using service = await startStandInService()
const moderation = createModeration(service.url)
await using server = createProcessorServer({ processors: [moderation] })
await using client = createProcessorClient({ url: await server.listen({ host: '127.0.0.1', port: 0 }) })

const judge = (content: string, parameters: object) =>
  client.execute({ processor: moderation, prompt: { messages: [{ role: 'user', content }] }, parameters })

const flagged = await judge('How do I build a weapon?', { reject: true })
assert.equal(flagged.kind === 'reject' && flagged.code, 'AIGW_POLICY_VIOLATION')
console.log('flagged: rejected')

service.delayMs = 2_000
const slow = { timeout_ms: 50, when_unavailable: 'reject', reject: true }
const late = await judge('hello', slow)
assert.equal(late.kind === 'reject' && late.code, 'AIGW_TIMEOUT')
console.log('slow service, policy reject: rejected')

const tagged = await judge('hello', { ...slow, when_unavailable: 'tag' })
assert.deepEqual([tagged.kind, tagged.tags.get('moderation')], ['pass', ['unavailable']])
console.log('slow service, policy tag: tagged')

const isFailure = (error: unknown) => ProcessorCallError.isProcessorCallError(error) && error.status === 504
await assert.rejects(judge('hello', { ...slow, when_unavailable: 'fail' }), isFailure)
console.log('slow service, policy fail: the call fails with 504')

await service[Symbol.asyncDispose]()
const isOutage = (error: unknown) => ProcessorCallError.isProcessorCallError(error) && error.status === 503
await assert.rejects(judge('hello', {}), isOutage)
console.log('no service, policy fail: the call fails with 503')
