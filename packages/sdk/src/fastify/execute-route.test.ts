import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { createProcessorClient, ProcessorCallError } from '../client/index.js'
import { defineProcessor, pass, reject, signatures } from '../index.js'
import { decisionOf, executeRequest, serveForTest, type TestServer } from '../testing/index.js'
import { encodeMultipart, parseContentType, parseMultipart } from '../wire/index.js'
import { ExecutionSlots } from './execute-route.js'
import { createProcessorServer, type ProcessorRoutesOptions } from './index.js'

const aborted = vi.fn()
const both = defineProcessor({
  namespace: 'Suite',
  name: 'Both',
  version: 'v1',
  signature: signatures.both,
  parameters: z.strictObject({ mode: z.string().default('none'), delayMs: z.number().default(0) }),
  async processInput({ prompt, parameters, signal }) {
    if (parameters.delayMs > 0) {
      signal.addEventListener('abort', () => aborted(signal.reason.name))
      await sleep(parameters.delayMs, undefined, { signal, ref: false })
    }
    switch (parameters.mode) {
      case 'edit':
        return pass({
          prompt: {
            ...prompt,
            messages: prompt.messages.map((message) => ({ ...message, content: `${message.content}!` })),
          },
          tags: { ünïcode: 'Ж' },
        })
      case 'reject':
        return reject({ code: 'AIGW_TIMEOUT', detail: 'zu spät 😀' })
      case 'length':
        return pass({ processorResult: { length: prompt.messages[0]?.content.length } })
      case 'throw':
        throw new Error(prompt.concatenate())
      default:
        return pass()
    }
  },
  processResponse: () => pass(),
})

const url = '/api/v1/execute/suite/both'
const M = '{"request_id":"r"}'
const I = '{"messages":[{"content":"the secret text"}]}'

/** A part as a client writes it. */
const part = (name: string, body: string, headers = '') =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\n${headers}\r\n${body}\r\n`
const good = `${part('metadata', M)}${part('input.messages', I)}--B--\r\n`

/** A body in chunks. */
const stream = (chunks: readonly (string | Buffer)[]): InjectOptions => ({
  method: 'POST',
  url,
  headers: { 'content-type': 'multipart/form-data; boundary=B', 'transfer-encoding': 'chunked' },
  payload: Readable.from(chunks),
})

const post = (
  payload: string | Buffer,
  contentType: string | undefined = 'multipart/form-data; boundary=B',
): InjectOptions => ({
  method: 'POST',
  url,
  headers: contentType === undefined ? {} : { 'content-type': contentType },
  payload,
})

async function inject(request: InjectOptions, options: Partial<ProcessorRoutesOptions> = {}) {
  await using app = createProcessorServer({ processors: [both], ...options })
  const reply = await app.inject(request)
  const next = await app.inject(post(good))
  expect(next.statusCode, 'of the next request').toBe(204)
  return reply
}

describe('what is wrong with a request is told, and the next one is served', () => {
  const smallLimits = { maxPartBytes: 1000, maxBodyBytes: 20_000, maxParts: 12 }
  const unknownParts = (count: number) => Array.from({ length: count }, (_, index) => part(`x${index}`, '')).join('')
  const withPart = (name: string, body: string | Buffer, headers = '') =>
    Buffer.concat([
      Buffer.from(`--B\r\nContent-Disposition: form-data; name="${name}"\r\n${headers}\r\n`),
      Buffer.from(body as string),
      Buffer.from(`\r\n${good}`),
    ])

  test.each<{
    name: string
    request: InjectOptions
    status: number
    code: string
    limits?: typeof smallLimits
    messages?: number
  }>([
    {
      name: '[protocol 21] no content type',
      request: { method: 'POST', url, payload: Readable.from([good]) },
      status: 415,
      code: 'CONTENT_TYPE_MISSING',
    },
    { name: '[protocol 21] an empty content type', request: post(good, ''), status: 415, code: 'CONTENT_TYPE_MISSING' },
    {
      name: '[protocol 21] a blank content type',
      request: post(good, '  '),
      status: 415,
      code: 'CONTENT_TYPE_MISSING',
    },
    {
      name: '[protocol 21] parameters only',
      request: post(good, ';boundary=B'),
      status: 415,
      code: 'CONTENT_TYPE_MISSING',
    },
    {
      name: '[protocol 21] JSON',
      request: post('{}', 'application/json'),
      status: 415,
      code: 'CONTENT_TYPE_UNSUPPORTED',
    },
    {
      name: '[protocol 21] no boundary',
      request: post(good, 'multipart/form-data'),
      status: 415,
      code: 'BOUNDARY_MISSING',
    },
    {
      name: '[protocol 21] an empty boundary',
      request: post(good, 'multipart/form-data; boundary='),
      status: 415,
      code: 'BOUNDARY_MISSING',
    },
    {
      name: '[protocol 24] another boundary',
      request: post(good, 'multipart/form-data; boundary=C'),
      status: 400,
      code: 'MULTIPART_MALFORMED',
    },
    { name: '[protocol 25] an empty body', request: post(''), status: 400, code: 'METADATA_MISSING' },
    {
      name: '[protocol 26] a body that was cut',
      request: post(good.slice(0, -12)),
      status: 400,
      code: 'MULTIPART_MALFORMED',
    },
    { name: 'text before the first boundary', request: post(`hello${good}`), status: 400, code: 'MULTIPART_MALFORMED' },
    { name: 'bare line feeds', request: post(good.replaceAll('\r\n', '\n')), status: 400, code: 'MULTIPART_MALFORMED' },
    {
      name: 'random bytes',
      request: post(Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 197) % 256))),
      status: 400,
      code: 'MULTIPART_MALFORMED',
    },
    {
      name: '[protocol 27] a part without a name',
      request: post(good.replace('; name="metadata"', '')),
      status: 400,
      code: 'PART_UNNAMED',
    },
    {
      name: '[protocol 28] too many parts',
      request: post(unknownParts(40) + good),
      status: 400,
      code: 'TOO_MANY_PARTS',
    },
    { name: '10,000 parts', request: post(unknownParts(10_000) + good), status: 400, code: 'TOO_MANY_PARTS' },
    {
      name: '[protocol 29] a part above the limit',
      request: post(withPart('x', 'y'.repeat(1001))),
      limits: smallLimits,
      status: 413,
      code: 'PART_TOO_LARGE',
    },
    {
      name: '[protocol 29] a body above the limit',
      request: post('x'.repeat(20_001)),
      limits: smallLimits,
      status: 413,
      code: 'BODY_TOO_LARGE',
    },
    {
      name: 'a streamed body above the limit',
      request: stream(Array.from({ length: 50 }, () => 'x'.repeat(1000))),
      limits: smallLimits,
      status: 413,
      code: 'BODY_TOO_LARGE',
    },
    {
      name: '[protocol 32] another charset',
      request: post(good, 'multipart/form-data; boundary=B; charset=utf-16'),
      status: 400,
      code: 'CHARSET_UNSUPPORTED',
    },
    {
      name: '[protocol 33] bytes that are not UTF-8',
      request: post(Buffer.from(good.replace('secret', 'sécret'), 'latin1')),
      status: 400,
      code: 'CHARSET_INVALID',
    },
    {
      name: '[protocol 44] content without its shape',
      request: post(good.replace(I, '{"messages":[5,6]}')),
      status: 400,
      code: 'CONTENT_INVALID',
      messages: 2,
    },
    {
      name: 'JSON nested 100,000 deep',
      request: post(good.replace(I, '['.repeat(100_000))),
      status: 400,
      code: 'JSON_TOO_DEEP',
    },
    { name: 'a lone surrogate', request: post(good.replace('secret', '\\ud800')), status: 400, code: 'TEXT_INVALID' },
    { name: 'a bare NaN', request: post(good.replace('"the secret text"', 'NaN')), status: 400, code: 'JSON_INVALID' },
    {
      name: '[protocol 69] a handler that throws content',
      request: post(part('input.parameters', '{"mode":"throw"}') + good),
      status: 500,
      code: 'HANDLER_FAILED',
    },
  ])('$name: $status $code', async ({ request, status, code, limits, messages }) => {
    const reply = await inject(request, limits && { limits })
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    const { detail, code: told, messages: listed, ...rest } = reply.json()
    expect({ told, rest }).toEqual({ told: code, rest: {} })
    expect(detail).toMatch(/^[A-Z].{10,}\.$/s)
    expect(listed?.length).toBe(messages)
    expect(reply.body).not.toContain('secret')
  })
})

describe('what is odd but right is served', () => {
  test.each<{ name: string; request: InjectOptions }>([
    { name: '[protocol 22] another case of the media type', request: post(good, 'Multipart/Form-Data; boundary=B') },
    { name: '[protocol 23] a quoted boundary', request: post(good, 'multipart/form-data; boundary="B"') },
    {
      name: '[protocol 23] a body in chunks',
      request: stream([...good].map((letter) => Buffer.from(letter))),
    },
    {
      name: '[protocol 28] four unknown parts',
      request: post(['a', 'b', 'c', 'd'].map((name) => part(name, 'x')).join('') + good),
    },
    {
      name: '[protocol 30] files of odd types',
      request: post(
        good
          .replaceAll('; name=', '; filename="x.png"; name=')
          .replaceAll('\r\n\r\n{', '\r\nContent-Type: image/png\r\n\r\n{'),
      ),
    },
    { name: 'a reject part', request: post(part('reject', 'x') + good) },
    { name: 'bytes behind the end', request: post(`${good}more`) },
    {
      name: '__proto__ as a key',
      request: post(
        good
          .replace(M, '{"__proto__":{"polluted":true}}')
          .replace('{"content"', '{"__proto__":{"polluted":true},"content"'),
      ),
    },
    { name: 'a boundary that stands in a text', request: post(good.replace('secret', '--B secret \\r\\n--B')) },
  ])('$name', async ({ request }) => {
    expect((await inject(request)).statusCode).toBe(204)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('[protocol 29] a text of 1,500,000 characters is not cut', async () => {
    const { processorResult } = decisionOf(
      await inject(executeRequest(both, { messages: ['x'.repeat(1_500_000)], parameters: { mode: 'length' } })),
    )
    expect(processorResult).toEqual({ length: 1_500_000 })
  })

  test('[protocol 31] of two parts with a name the last one counts', async () => {
    const body = part('metadata', '{"request_id":"first"}') + part('input.parameters', '{"mode":"length"}') + good
    expect(decisionOf(await inject(post(body))).metadata?.request_id).toBe('r')
  })

  test('[protocol 32] Latin-1 at request level', async () => {
    const body = Buffer.from(
      part('input.parameters', '{"mode":"edit","modify":true}') + good.replace('secret', 'sécret'),
      'latin1',
    )
    const { prompt } = decisionOf(await inject(post(body, 'multipart/form-data; boundary=B; charset=ISO-8859-1')))
    expect(prompt?.messages[0]?.content).toBe('the sécret text!')
  })
})

describe('the reply', () => {
  test('[protocol 73] has its parts in order, metadata last, all of them JSON', async () => {
    const reply = await inject(
      executeRequest(both, { messages: ['é 漢 😀'], parameters: { mode: 'edit', modify: true } }),
    )
    expect(reply.headers['content-type']).toMatch(/^multipart\/form-data;charset=utf-8;boundary="[0-9a-f]{32}"$/)
    const parts = parseMultipart(reply.rawPayload, parseContentType(String(reply.headers['content-type'])))
    expect(parts.map(({ name }) => name)).toEqual(['input.messages', 'metadata'])
    expect(reply.body.match(/Content-Type: application\/json\r\n\r\n/g)).toHaveLength(2)
  })

  test('[protocol 74] keeps text of every script', async () => {
    const { prompt, tags } = decisionOf(
      await inject(executeRequest(both, { messages: ['é 漢 😀'], parameters: { mode: 'edit', modify: true } })),
    )
    expect(prompt?.messages[0]?.content).toBe('é 漢 😀!')
    expect(tags).toEqual({ ünïcode: ['ж'] })
    const { detail } = decisionOf(
      await inject(executeRequest(both, { messages: [], parameters: { mode: 'reject', reject: true } })),
    )
    expect(detail).toBe('zu spät 😀')
  })

  test.each([
    { rejectCodeSpelling: 'clean', written: '"AIGW_TIMEOUT"' },
    { rejectCodeSpelling: 'stray', written: '"fAIGW_TIMEOUT"' },
  ] as const)(
    '[protocol 67] has the $rejectCodeSpelling spelling of a code',
    async ({ rejectCodeSpelling, written }) => {
      const reply = await inject(executeRequest(both, { messages: [], parameters: { mode: 'reject', reject: true } }), {
        rejectCodeSpelling,
      })
      expect(reply.body).toContain(`{"code":${written},"detail":"zu spät 😀","processor_result":null}`)
    },
  )

  test('[protocol 57] is empty when there is nothing to say', async () => {
    const { statusCode, body, headers } = await inject(post(good))
    expect([statusCode, body, headers['content-type']]).toEqual([204, '', undefined])
  })

  test('[protocol 46] takes content parts in multimodal mode', async () => {
    const exchange = {
      messages: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
      parameters: { mode: 'edit', modify: true },
    }
    expect(decisionOf(await inject(executeRequest(both, exchange))).error?.code).toBe('CONTENT_INVALID')
    const { prompt } = decisionOf(await inject(executeRequest(both, exchange), { content: 'multimodal' }))
    expect(prompt?.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'hi!' }] }])
  })
})

describe('time and load', () => {
  test('a handler that takes too long is a 504', async () => {
    const reply = await inject(executeRequest(both, { messages: [], parameters: { delayMs: 60_000 } }), {
      handlerTimeoutMs: 20,
    })
    expect([reply.statusCode, reply.json().code]).toEqual([504, 'HANDLER_TIMEOUT'])
    expect(aborted).toHaveBeenLastCalledWith('TimeoutError')
  })

  test('more executions than allowed are a 503 that says when to try again; then there is room', async () => {
    let end = () => {}
    const ending = new Promise<void>((resolve) => {
      end = resolve
    })
    const began = vi.fn()
    const held = defineProcessor({
      namespace: 'Suite',
      name: 'held',
      version: 'v1',
      signature: signatures.inputOnly,
      processInput: async () => {
        began()
        await ending
        return pass()
      },
    })
    await using app = createProcessorServer({ processors: [both, held], maxConcurrentExecutions: 2 })
    const slow = executeRequest(held, { messages: [] })
    const quick = executeRequest(both, { messages: [] })
    const running = [app.inject(slow), app.inject(slow)]
    await vi.waitFor(() => expect(began).toHaveBeenCalledTimes(2))
    const refused = await app.inject(quick)
    expect([refused.statusCode, refused.headers['retry-after'], refused.json().code]).toEqual([503, '1', 'OVERLOADED'])
    expect((await app.inject(post('x'))).statusCode).toBe(400)
    end()
    expect((await Promise.all(running)).map(({ statusCode }) => statusCode)).toEqual([204, 204])
    expect((await app.inject(quick)).statusCode).toBe(204)
  })

  test('large bodies that others hold are a 503 for one more, never for a small one; then there is room', async () => {
    const limits = { maxBodyBytes: 200_000, maxPendingBytes: 300_000 }
    await using app = createProcessorServer({ processors: [both], limits })
    const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
    await using client = createProcessorClient({ url: `http://127.0.0.1:${port}` })
    const large = { messages: [{ role: 'user', content: 'x'.repeat(150_000) }] }
    const ask = async (prompt: { messages: { role: string; content: string }[] }) => {
      try {
        return (await client.execute({ processor: both, prompt })).kind
      } catch (error) {
        return ProcessorCallError.isProcessorCallError(error) ? error.code : String(error)
      }
    }
    expect(await ask(large)).toBe('pass')
    expect(await ask(large)).toBe('pass')
    const holder = connect(port, '127.0.0.1')
    holder.write(
      `POST /api/v1/execute/suite/both HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 190000\r\n\r\n${'x'.repeat(180_000)}`,
    )
    await vi.waitFor(async () => expect(await ask(large)).toBe('OVERLOADED'))
    expect(await ask({ messages: [] })).toBe('pass')
    holder.destroy()
    await vi.waitFor(async () => expect(await ask(large)).toBe('pass'))
  })

  test('a handler that goes on after its time is up keeps its slot until it ends', async () => {
    let end = () => {}
    const ending = new Promise<void>((resolve) => {
      end = resolve
    })
    const deaf = defineProcessor({
      namespace: 'Suite',
      name: 'deaf',
      version: 'v1',
      signature: signatures.inputOnly,
      handlerTimeoutMs: 20,
      processInput: async () => {
        await ending
        return pass()
      },
    })
    await using app = createProcessorServer({ processors: [deaf], maxConcurrentExecutions: 1 })
    const run = async () => (await app.inject(executeRequest(deaf, { messages: [] }))).json().code
    expect(await run()).toBe('HANDLER_TIMEOUT')
    expect(await run()).toBe('OVERLOADED')
    end()
    await sleep(0)
    expect((await app.inject(executeRequest(deaf, { messages: [] }))).statusCode).toBe(204)
  })

  test.each([
    { name: 'answers at once', answer: () => pass(), status: 204 },
    { name: 'answers later', answer: async () => pass(), status: 204 },
    {
      name: 'throws at once',
      answer: () => {
        throw new Error('no')
      },
      status: 500,
    },
    { name: 'fails later', answer: () => Promise.reject(new Error('no')), status: 500 },
    { name: 'is never reached', answer: () => pass(), choices: ['hi'], status: 400 },
  ])('one that $name gives it back', async ({ answer, choices, status }) => {
    const one = defineProcessor({
      namespace: 'acme',
      name: 'one',
      version: '1',
      signature: signatures.inputOnly,
      processInput: answer,
    })
    await using app = createProcessorServer({ processors: [one], maxConcurrentExecutions: 1 })
    for (let count = 0; count < 3; count++) {
      const exchange = choices === undefined ? { messages: ['hi'] } : { choices }
      expect((await app.inject(executeRequest(one, exchange))).statusCode).toBe(status)
    }
  })

  test('one that never ends gives it back after a minute, once', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const slots = new ExecutionSlots(1)
    slots.take()
    slots.give(new Promise(() => undefined))
    vi.advanceTimersByTime(59_999)
    expect(() => slots.take()).toThrow(expect.objectContaining({ code: 'OVERLOADED' }))
    vi.advanceTimersByTime(1)
    slots.take()
    vi.advanceTimersByTime(120_000)
    expect(() => slots.take()).toThrow(expect.objectContaining({ code: 'OVERLOADED' }))
  })

  test('[protocol 75] a slow handler delays no other request', async () => {
    await using app = createProcessorServer({ processors: [both] })
    const ended: string[] = []
    const run = (name: string, delayMs: number) =>
      app.inject(executeRequest(both, { messages: [], parameters: { delayMs } })).then(() => ended.push(name))
    await Promise.all([run('slow', 300), run('fast', 0)])
    expect(ended).toEqual(['fast', 'slow'])
  })
})

describe('on a connection', () => {
  let server: TestServer
  const log: string[] = []
  const logStream = { write: (line: string) => log.push(line) }
  beforeAll(async () => {
    server = await serveForTest([both], { fastify: { logger: { level: 'trace', stream: logStream } } })
  })
  afterAll(() => server[Symbol.asyncDispose]())

  const open = async (): Promise<Socket> => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise((resolve) => socket.once('connect', resolve))
    return socket
  }
  const head = (...lines: string[]) =>
    [
      `POST ${url} HTTP/1.1`,
      'Host: example.com',
      'Content-Type: multipart/form-data; boundary=B',
      ...lines,
      '',
      '',
    ].join('\r\n')
  const statusOf = async (socket: Socket) => {
    let text = ''
    for await (const chunk of socket) {
      text += chunk
      if (text.includes('\r\n\r\n')) break
    }
    return Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])
  }
  const servesNext = async () => expect((await server.execute(both, { messages: ['hi'] })).kind).toBe('pass')

  test('a length of 4 GB is a 413 before anything is sent', async () => {
    const socket = await open()
    socket.write(head('Content-Length: 4294967296'))
    expect(await statusOf(socket)).toBe(413)
    await servesNext()
  })

  test('chunks without end are a 413, and the connection is closed on who goes on', { timeout: 20_000 }, async () => {
    await using small = await serveForTest([both], { limits: { maxBodyBytes: 100_000 } })
    const socket = connect(Number(new URL(small.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(head('Transfer-Encoding: chunked'))
    const chunk = `2710\r\n${'x'.repeat(10_000)}\r\n`
    const sending = setInterval(() => socket.write(chunk), 5)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    const reply = await new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))))
    expect(reply).toMatch(/^HTTP\/1\.1 413 /)
    expect(reply).toContain('BODY_TOO_LARGE')
    await closed
    clearInterval(sending)
    expect((await small.execute(both, { messages: [] })).kind).toBe('pass')
  })

  test.each([
    { name: 'that ends here', header: 'Connection: close', said: 'close' },
    { name: 'that goes on', header: 'Connection: keep-alive', said: 'keep-alive' },
  ])('a refusal on a connection $name says so', async ({ header, said }) => {
    const socket = await open()
    socket.write(head(header, 'Content-Length: 0'))
    const [reply] = (await once(socket, 'data')) as [Buffer]
    expect(reply.toString()).toMatch(/^HTTP\/1\.1 400 /)
    expect(/^connection: (.+)\r$/im.exec(reply.toString())?.[1]).toBe(said)
  })

  test.each([
    { name: 'a content type', lines: ['Content-Type: text/plain'], target: url, status: 415 },
    { name: 'an unknown path', lines: ['Content-Type: text/plain'], target: '/api/v1/other', status: 404 },
    { name: 'a body', lines: ['Content-Type: multipart/form-data; boundary=B'], target: url, status: 413 },
  ])('a client that wants to close is not cut off while it sends what was refused for $name', async (refused) => {
    await using small = await serveForTest([both], { limits: { maxBodyBytes: 1000 } })
    const socket = connect(Number(new URL(small.url).port), '127.0.0.1')
    const lines = [`POST ${refused.target} HTTP/1.1`, 'Host: a', 'Connection: close', 'Content-Length: 5000']
    socket.write([...lines, ...refused.lines, '', ''].join('\r\n'))
    const [reply] = (await once(socket, 'data')) as [Buffer]
    expect(Number(/^HTTP\/1\.1 (\d+)/.exec(reply.toString())?.[1])).toBe(refused.status)
    expect(reply.toString()).toMatch(/^connection: close\r$/im)
    const ended = once(socket, 'end')
    for (let sent = 0; sent < 5000; sent += 1000) {
      await sleep(20)
      expect(socket.readableEnded).toBe(false)
      socket.write('x'.repeat(1000))
    }
    await ended
  })

  test('a HEAD request with a body that does not come is refused at once', async () => {
    const socket = await open()
    socket.write('HEAD /api/v1/other HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 9\r\n\r\n')
    expect(await statusOf(socket)).toBe(404)
  })

  test('a refusal by a server that drains says that the connection ends', async () => {
    await using draining = await serveForTest([both])
    draining.app.server.prependListener('request', (_request, reply) => reply.setHeader('connection', 'close'))
    const reply = await fetch(`${draining.url}/api/v1/execute/suite/both`, { method: 'POST' })
    expect([reply.status, reply.headers.get('connection')]).toEqual([415, 'close'])
  })

  test('a body that ends before its length is a 400', async () => {
    const socket = await open()
    socket.end(`${head(`Content-Length: ${good.length + 100}`)}${good}`)
    expect(await statusOf(socket)).toBe(400)
    await servesNext()
  })

  test('a client that goes away in the middle of its body is of no consequence', async () => {
    const socket = await open()
    socket.write(`${head(`Content-Length: ${good.length}`)}${good.slice(0, 50)}`)
    await sleep(20)
    socket.destroy()
    await servesNext()
  })

  test('[protocol 76] a client that goes away while the handler runs fires its signal', async () => {
    aborted.mockClear()
    const body = part('input.parameters', '{"delayMs":60000}') + good
    const socket = await open()
    socket.write(`${head(`Content-Length: ${body.length}`)}${body}`)
    await sleep(100)
    expect(aborted).not.toHaveBeenCalled()
    socket.destroy()
    await vi.waitFor(() => expect(aborted).toHaveBeenCalledWith('AbortError'))
    await servesNext()
  })

  test('the end of a reply does not fire it', async () => {
    const signals: AbortSignal[] = []
    const noting = defineProcessor({
      namespace: 'acme',
      name: 'noting',
      version: '1',
      signature: signatures.both,
      processInput: ({ signal }) => {
        signals.push(signal)
        return pass()
      },
      processResponse: async ({ signal }) => {
        signals.push(signal)
        return pass()
      },
    })
    {
      await using short = await serveForTest([noting])
      await short.execute(noting, { messages: ['hi'] })
      await short.execute(noting, { choices: ['hi'] })
    }
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
  })

  test('no line of the log holds content', async () => {
    const throwing = executeRequest(both, { messages: ['the secret text'], parameters: { mode: 'throw' } })
    const reply = await server.app.inject(throwing)
    expect(reply.statusCode).toBe(500)
    expect(log.join()).toContain('HANDLER_FAILED')
    expect(log.join()).not.toContain('secret')
  })

  test('two requests in one write are two replies', async () => {
    const socket = await open()
    const request = `${head(`Content-Length: ${good.length}`)}${good}`
    socket.write(request + request)
    let text = ''
    for await (const chunk of socket) {
      text += chunk
      if (text.split('HTTP/1.1 204').length === 3) break
    }
    expect(text.match(/HTTP\/1\.1 204 /g)).toHaveLength(2)
  })
})

test('what a client of the wire codec writes is what is read', async () => {
  const { contentType, body } = encodeMultipart({ metadata: M, 'input.messages': I })
  expect((await inject(post(Buffer.from(body), contentType))).statusCode).toBe(204)
})
