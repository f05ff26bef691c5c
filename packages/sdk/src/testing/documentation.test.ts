import { readFileSync } from 'node:fs'
import { defineProcessor, pass, reject, signatures } from '@gatehouse/sdk'
import { createProcessorServer } from '@gatehouse/sdk/fastify'
import {
  decisionOf,
  executeRequest,
  processorLaws,
  recordTelemetry,
  runProcessor,
  serveForTest,
} from '@gatehouse/sdk/testing'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

// The code of docs/reference/testing.md.

// #region processor
const ticketNumbers = defineProcessor({
  namespace: 'acme',
  name: 'ticket-numbers',
  version: '1.0.0',
  signature: signatures.inputOnly,
  parameters: z.strictObject({ mask: z.string().default('[TICKET]') }),
  processInput({ prompt, parameters }) {
    const pattern = /\bTKT-\d{6}\b/g
    const found = prompt.messages.flatMap(({ content }) => content.match(pattern) ?? [])
    if (found.length === 0) return pass()
    const tags = { 'internal-data': ['ticket-number'] }
    if (parameters.reject) return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'Names a ticket.', tags })
    const messages = prompt.messages.map((message) => ({
      ...message,
      content: message.content.replaceAll(pattern, () => parameters.mask),
    }))
    return pass({ tags, prompt: { ...prompt, messages }, processorResult: { count: found.length } })
  },
})
// #endregion processor

// #region run
test('masks ticket numbers', async () => {
  const decision = await runProcessor(ticketNumbers, { messages: ['see TKT-123456'], parameters: { modify: true } })
  expect(decision.prompt?.messages[0]?.content).toBe('see [TICKET]')
})
// #endregion run

// #region table
test.each([
  { parameters: {}, expected: { kind: 'pass', prompt: undefined, dropped: ['modify'] } },
  { parameters: { modify: true }, expected: { tags: { 'internal-data': ['ticket-number'] }, dropped: [] } },
  { parameters: { reject: true }, expected: { kind: 'reject', code: 'AIGW_POLICY_VIOLATION' } },
  { parameters: { modify: true, mask: '' }, expected: { prompt: { messages: [{ content: 'see ' }] } } },
])('with $parameters', async ({ parameters, expected }) => {
  expect(await runProcessor(ticketNumbers, { messages: ['see TKT-123456'], parameters })).toMatchObject(expected)
})
// #endregion table

// #region inject
test('over HTTP', async () => {
  await using app = createProcessorServer({ processors: [ticketNumbers] })
  const reply = await app.inject(executeRequest(ticketNumbers, { messages: ['see TKT-123456'] }))
  expect(reply.statusCode).toBe(200)
  expect(decisionOf(reply).tags).toEqual({ 'internal-data': ['ticket-number'] })
})
// #endregion inject

// #region port
test('on a port', async () => {
  await using server = await serveForTest([ticketNumbers])
  const decision = await server.execute(ticketNumbers, { messages: ['hello'] })
  expect(decision).toMatchObject({ kind: 'pass', metadata: undefined })
})
// #endregion port

// #region telemetry
test('is counted', async () => {
  using telemetry = recordTelemetry()
  await using app = createProcessorServer({ processors: [ticketNumbers] })
  await app.inject(executeRequest(ticketNumbers, { messages: ['see TKT-123456'] }))
  expect(telemetry.spans.map(({ name }) => name)).toEqual(['handle_request', 'parse_and_process', 'process'])
  expect(telemetry.measurements).toContainEqual(
    expect.objectContaining({ name: 'gatehouse.processor.executions', value: 1 }),
  )
})
// #endregion telemetry

// #region laws
describe('ticket-numbers keeps the laws', () => {
  const laws = processorLaws(ticketNumbers, { samples: ['see TKT-123456', 'hello'], idempotent: true })
  test.each(laws)('$name', ({ check }) => check(), 60_000)
})
// #endregion laws

test('the page lists every law', () => {
  const page = readFileSync(new URL('../../../../docs/reference/testing.md', import.meta.url), 'utf8')
  const [, table = ''] = page.split('| a processor | so that |')
  const rows = table.split('\n\n', 1)[0] ?? ''
  const listed = [...rows.matchAll(/^\| ([a-z][^|(,]*[^|(, ])/gm)].map(([, name]) => name)
  const laws = processorLaws({ ...ticketNumbers, actions: ['modify'] }, { samples: ['a'], idempotent: true })
  const names = laws.map(({ name }) => name.split(/[,:]/, 1)[0])
  expect(listed).toEqual([...new Set(names)])
  expect(laws.filter(({ name }) => name.startsWith('takes linear time'))).toHaveLength(17)
})
