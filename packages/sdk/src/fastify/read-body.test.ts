import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { describe, expect, test, vi } from 'vitest'
import { PendingBodies } from './pending-bodies.js'
import { createBodyReader } from './read-body.js'

const reader = (maxBytes: number) => createBodyReader({ maxBytes, pending: new PendingBodies(maxBytes) })

async function read(chunks: readonly string[], { maxBytes = 10, announced = '', error = '' } = {}) {
  const payload = new PassThrough()
  const done = vi.fn()
  const request = { headers: announced === '' ? {} : { 'content-length': announced } } as unknown as FastifyRequest
  reader(maxBytes)(request, payload as unknown as IncomingMessage, done)
  for (const chunk of chunks) {
    payload.write(chunk)
    await nextTurn()
  }
  if (error === '') payload.end()
  else payload.destroy(new Error(error))
  await nextTurn()
  return { calls: done.mock.calls, isFlowing: payload.readableFlowing }
}

describe('a body', () => {
  test.each([
    { chunks: [], body: '' },
    { chunks: ['whole'], body: 'whole' },
    { chunks: ['in', 'pieces'], body: 'inpieces' },
    { chunks: ['to', 'the', 'limit'], body: 'tothelimit' },
  ])('$chunks', async ({ chunks, body }) => {
    expect((await read(chunks)).calls).toEqual([[null, Buffer.from(body)]])
  })
})

test('text from a stream that somebody set an encoding on', async () => {
  const payload = new PassThrough().setEncoding('utf8')
  const done = vi.fn()
  reader(4)({ headers: {} } as FastifyRequest, payload as unknown as IncomingMessage, done)
  payload.end('\u20ac!')
  await nextTurn()
  expect(done.mock.calls).toEqual([[null, Buffer.from('\u20ac!')]])
})

describe('no body, told once', () => {
  test('too large, as its length says: nothing is read', async () => {
    const { calls, isFlowing } = await read(['x'], { announced: '11' })
    expect(calls).toEqual([[expect.objectContaining({ code: 'BODY_TOO_LARGE', status: 413 })]])
    expect(isFlowing).not.toBe(true)
  })

  test('too large, as it turns out: the rest is read and forgotten', async () => {
    const { calls, isFlowing } = await read(['sixsix', 'sixsix', 'more', 'more'])
    expect(calls).toEqual([[expect.objectContaining({ code: 'BODY_TOO_LARGE', status: 413 })]])
    expect(isFlowing).toBe(true)
  })

  test('cut off', async () => {
    const { calls } = await read(['six'], { error: 'aborted' })
    expect(calls).toEqual([[expect.objectContaining({ code: 'BODY_INCOMPLETE', status: 400 })]])
  })

  test('too large and cut off', async () => {
    expect((await read(['sixsix', 'sixsix'], { error: 'aborted' })).calls).toHaveLength(1)
  })
})
