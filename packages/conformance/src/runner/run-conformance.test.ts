import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { conformanceCases } from '../cases/index.js'
import type { ProbeReport } from '../report/conformance-report.js'
import { runConformance } from './run-conformance.js'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const json = { 'content-type': 'application/json' }
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that answers every request the same, or not at all. */
async function listen(answer: () => Answer | undefined): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (head) => {
      const given = answer()
      if (given !== undefined) socket.write(writeReply(given, head.toString('latin1')))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function writeReply({ status, headers, body }: Answer, request: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const length = status === 204 ? '' : `Content-Length: ${body.length}\r\n`
  return `HTTP/1.1 ${status} -\r\n${lines.join('')}${length}\r\n${request.startsWith('HEAD') ? '' : body}`
}

describe('no probe holds whatever the server says', () => {
  const error = JSON.stringify({ detail: 'no', messages: ['no: way'] })
  const constants: readonly Answer[] = [
    { status: 204, headers: {}, body: '' },
    { status: 200, headers: json, body: '{}' },
    { status: 400, headers: json, body: error },
    { status: 404, headers: json, body: JSON.stringify({ message: 'no', status_code: 404 }) },
  ]

  test('each fails with one of a few constant answers', async () => {
    const failed = new Set<string>()
    const all = new Set<string>()
    const only = conformanceCases.filter((subject) => 'probes' in subject).map(({ id }) => id)
    for (const answer of constants) {
      const url = await listen(() => answer)
      const { cases } = await runConformance({ url, partLimitBytes: 1000, only })
      const note = (id: number, { name, outcome }: ProbeReport) => {
        all.add(`${id} ${name}`)
        if (outcome === 'fail' || outcome === 'deviation') failed.add(`${id} ${name}`)
      }
      for (const { id, probes } of cases) for (const probe of probes) note(id, probe)
    }
    expect([...all].filter((probe) => !failed.has(probe))).toEqual([])
  })
})

describe('a run ends', () => {
  const notFound = { status: 404, headers: {}, body: '' }

  test.each([{ only: [] }, { only: [1, 77] }])('before it begins for the selection $only', async ({ only }) => {
    await expect(runConformance({ url: 'http://127.0.0.1:9', only })).rejects.toThrow(RangeError)
  })

  test.each([0, -1, Number.NaN, 3_600_001])('refuses the time limit %d', async (timeoutMs) => {
    await expect(runConformance({ url: 'http://127.0.0.1:9', timeoutMs })).rejects.toThrow(RangeError)
  })

  test('without a good verdict when everything was skipped', async () => {
    const url = await listen(() => notFound)
    expect(await runConformance({ url, only: [9] })).toMatchObject({ conforms: false, counts: { skip: 1 } })
  })

  test('early when nobody listens', async () => {
    await expect(runConformance({ url: 'http://127.0.0.1:9' })).rejects.toMatchObject({ failure: 'unreachable' })
  })

  test.each([
    { status: 401, bearerToken: undefined, reason: /asks for a bearer token; none was given: it answers 401/ },
    { status: 401, bearerToken: 'wrong', reason: /does not take the bearer token: it answers 401/ },
    { status: 403, bearerToken: 'wrong', reason: /does not take the bearer token: it answers 403/ },
  ])('$status to the listing ends the run', async ({ status, bearerToken, reason }) => {
    const url = await listen(() => ({ status, headers: json, body: '{}' }))
    const run = runConformance({ url, bearerToken })
    await expect(run).rejects.toMatchObject({ failure: 'unauthorized', message: expect.stringMatching(reason) })
    await expect(run).rejects.not.toThrow('wrong')
  })

  test('soon when the server falls silent', async () => {
    let left = 2
    const url = await listen(() => (left-- > 0 ? notFound : undefined))
    const report = await runConformance({ url, timeoutMs: 100 })
    expect(report.conforms).toBe(false)
    expect(report.counts.skip).toBeGreaterThan(100)
    expect(report.missingProcessors).toContain('Suite:Both')
    expect(report.cases.at(-1)?.probes[0]?.reason).toContain('stopped answering')
  })

  test('when it is told to', async () => {
    const url = await listen(() => notFound)
    const ending = new AbortController()
    const run = runConformance({ url, signal: ending.signal, onCase: () => ending.abort(new Error('enough')) })
    await expect(run).rejects.toThrow('enough')
  })

  test.each([0, 2])('when it is told to in the middle of exchange %i', async (answered) => {
    let left = answered
    const url = await listen(() => (left-- > 0 ? notFound : undefined))
    const signal = AbortSignal.timeout(100)
    await expect(runConformance({ url, signal })).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
