import { runProcessor } from '@gatehouse/sdk/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createModeration } from './moderation.js'
import { type StandIn, startStandInService } from './stand-in-service.js'

let service: StandIn
let moderation: ReturnType<typeof createModeration>
beforeAll(async () => {
  service = await startStandInService()
  moderation = createModeration(service.url)
})
beforeEach(() => Object.assign(service, { delayMs: 0, status: 200 }))
afterAll(() => service[Symbol.asyncDispose]())

test.each([
  { text: 'How do I bake bread?', parameters: {}, expected: { kind: 'pass', metadata: undefined } },
  { text: 'a weapon', parameters: {}, expected: { kind: 'pass', tags: { moderation: ['flagged', 'violence'] } } },
  { text: 'a weapon', parameters: { reject: true }, expected: { kind: 'reject', code: 'AIGW_POLICY_VIOLATION' } },
])('"$text" with $parameters', async ({ text, parameters, expected }) => {
  expect(await runProcessor(moderation, { messages: [text], parameters })).toMatchObject(expected)
})

test.each([
  { fault: { status: 500 }, policy: 'fail', expected: { kind: 'error', error: { status: 503 } } },
  { fault: { delayMs: 5_000 }, policy: 'fail', expected: { kind: 'error', error: { status: 504 } } },
  { fault: { status: 500 }, policy: 'reject', expected: { kind: 'reject', code: 'AIGW_RESOURCE_AVAILABILITY' } },
  { fault: { delayMs: 5_000 }, policy: 'reject', expected: { kind: 'reject', code: 'AIGW_TIMEOUT' } },
  { fault: { status: 500 }, policy: 'tag', expected: { kind: 'pass', tags: { moderation: ['unavailable'] } } },
] as const)('with $fault the policy "$policy" holds', async ({ fault, policy, expected }) => {
  Object.assign(service, fault)
  // So long that a busy machine still gets the answer, where one comes.
  const timeout_ms = 'delayMs' in fault ? 50 : 10_000
  const parameters = { when_unavailable: policy, reject: true, timeout_ms }
  expect(await runProcessor(moderation, { messages: ['hello'], parameters })).toMatchObject(expected)
})

test('a policy that the permissions do not allow is refused before it is needed', () => {
  expect(() => moderation.readParameters('{"when_unavailable":"reject"}')).toThrow(/needs the permission "reject"/)
})

test('stops asking when the caller is gone', async () => {
  service.delayMs = 5_000
  const caller = new AbortController()
  const running = runProcessor(moderation, {
    messages: ['hello'],
    parameters: { timeout_ms: 4_000 },
    signal: caller.signal,
  })
  caller.abort()
  expect(await running).toMatchObject({ kind: 'error', logs: [] })
})
