import { getEventListeners } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { type FastifyInstance, fastify } from 'fastify'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { createProcessorServer } from '../fastify/index.js'
import { defineProcessor, pass, reject, signatures } from '../index.js'
import { encodeMultipart } from '../wire/index.js'
import {
  createProcessorClient,
  type Decision,
  type ProcessorCallError,
  type ProcessorClientOptions,
  type RejectDecision,
} from './index.js'

const prompt = { messages: [{ role: 'user', content: 'When do you open? \u20ac' }] }
const response = { choices: [{ index: 0, message: { role: 'assistant', content: 'At nine.' } }] }

/** Says in its decision what it saw, and does what the parameter `mode` says. */
const mirror = defineProcessor({
  namespace: 'Acme',
  name: 'Mirror',
  version: '2.3.0',
  appDetails: { build: 'b81' },
  signature: signatures.both,
  parameters: z.object({ mode: z.string().default('see') }),
  processInput: ({ prompt, parameters, metadata }) => {
    if (parameters.mode === 'none') return pass()
    if (parameters.mode === 'reject') return rejection()
    const messages = prompt.messages.map((message) => ({ ...message, content: `${message.content}!` }))
    if (parameters.mode === 'edit') return pass({ prompt: { ...prompt, messages }, tags: { edited: ['yes'] } })
    return pass({
      metadata: { saw: metadata },
      processorResult: { contents: prompt.messages.length },
      tags: { Saw: ['Input'] },
    })
  },
  processResponse: ({ prompt, response, parameters }) => {
    if (parameters.mode !== 'edit') return pass({ metadata: { sawPrompt: prompt !== undefined } })
    const choices = response.choices.map((choice) => ({ ...choice, message: { ...choice.message, content: 'closed' } }))
    return pass({ response: { ...response, choices } })
  },
})

function rejection() {
  return reject({ code: 'AIGW_TIMEOUT', detail: 'No.', tags: { why: ['late'] }, processorResult: { n: 1 } })
}

async function listen(app: FastifyInstance): Promise<AsyncDisposable & { url: string }> {
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, [Symbol.asyncDispose]: () => app.close() }
}

/** A server of our own and a client for it. */
async function serve(options: Partial<ProcessorClientOptions> = {}) {
  const server = await listen(createProcessorServer({ processors: [mirror] }))
  const client = createProcessorClient({ url: server.url, ...options })
  return {
    client,
    [Symbol.asyncDispose]: async () => {
      await client.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

describe('execute', () => {
  test('has a decision without findings from a 204', async () => {
    await using server = await serve()
    const decision = await server.client.execute({ processor: mirror, prompt, parameters: { mode: 'none' } })
    expect(decision).toMatchObject({ kind: 'pass', prompt: undefined, processorVersion: undefined, dropped: [] })
    expect(decision.tags.size).toBe(0)
  })

  test('takes a time limit that no timer holds for none', async () => {
    await using server = await serve({ timeoutMs: Number.POSITIVE_INFINITY })
    const call = { processor: mirror, prompt, parameters: { mode: 'none' } }
    expect(await server.client.execute(call)).toMatchObject({ kind: 'pass' })
    expect(await server.client.execute({ ...call, timeoutMs: 2 ** 40 })).toMatchObject({ kind: 'pass' })
  })

  test('hands over metadata and ids, and reads tags, findings, version and app details', async () => {
    await using server = await serve()
    const decision = await server.client.execute({
      processor: 'acme:mirror',
      prompt,
      requestId: 'r',
      stepId: 's',
      metadata: { tenant: 7, step_id: 'other' },
    })
    expect(decision).toMatchObject({
      kind: 'pass',
      processorVersion: '2.3.0',
      processorResult: { contents: 1 },
      appDetails: { build: 'b81' },
      metadata: { saw: { tenant: 7, request_id: 'r', step_id: 's' } },
    })
    expect(decision.tags.toJSON()).toEqual({ saw: ['input'] })
  })

  test('reads a changed prompt', async () => {
    await using server = await serve()
    const decision = await server.client.execute({
      processor: mirror,
      prompt: { ...prompt, model: 'small-1' },
      parameters: { mode: 'edit', modify: true },
    })
    expect(decision).toMatchObject({
      kind: 'pass',
      prompt: { messages: [{ role: 'user', content: 'When do you open? \u20ac!' }], model: 'small-1' },
    })
  })

  test('reads a changed response, without the prompt unless it is given', async () => {
    await using server = await serve()
    const edited = await server.client.execute({
      processor: mirror,
      response,
      parameters: { mode: 'edit', modify: true },
    })
    expect(edited).toMatchObject({ response: { choices: [{ index: 0, message: { content: 'closed' } }] } })
    const alone = await server.client.execute({ processor: mirror, response })
    expect(alone.metadata).toEqual({ sawPrompt: false })
    const both = await server.client.execute({ processor: mirror, prompt, response })
    expect(both.metadata).toEqual({ sawPrompt: true })
  })

  test('reads a reject', async () => {
    await using server = await serve()
    const decision = await server.client.execute({
      processor: mirror,
      prompt,
      parameters: { mode: 'reject', reject: true },
    })
    expect(decision).toMatchObject({ kind: 'reject', code: 'AIGW_TIMEOUT', detail: 'No.', processorResult: { n: 1 } })
    expect(decision.tags.toJSON()).toEqual({ why: ['late'] })
  })

  test('knows from the kind of a decision what else is in it', () => {
    const detailOf = (decision: Decision) => (decision.kind === 'reject' ? decision.detail : decision.prompt?.messages)
    expectTypeOf(detailOf).returns.toEqualTypeOf<string | RejectPromptMessages>()
    expectTypeOf<RejectDecision['detail']>().toBeString()
  })

  test('needs a prompt or a response, and a processor by name', async () => {
    await using server = await serve()
    // @ts-expect-error: neither a prompt nor a response.
    await expect(server.client.execute({ processor: mirror })).rejects.toThrow(TypeError)
    for (const processor of ['mirror', 'a:b:c', 'a:', ':b', 'a:..', 'a/b:c', 'a:b?c', '']) {
      await expect(server.client.execute({ processor, prompt })).rejects.toThrow(TypeError)
    }
  })

  test('many calls at a time', async () => {
    await using server = await serve({ connections: 4 })
    const decisions = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        server.client.execute({ processor: mirror, prompt, metadata: { index }, requestId: `r${index}` }),
      ),
    )
    expect(decisions.map(({ metadata }) => metadata)).toMatchObject(
      decisions.map((_, index) => ({ saw: { index, request_id: `r${index}` } })),
    )
  })
})

type RejectPromptMessages = NonNullable<Extract<Decision, { kind: 'pass' }>['prompt']>['messages'] | undefined

describe('info, signature, checkParameters', () => {
  test('read what the server says', async () => {
    await using server = await serve()
    expect(await server.client.info()).toEqual({
      apiVersions: ['v1'],
      processors: [
        {
          id: 'Acme:Mirror',
          namespace: 'Acme',
          name: 'Mirror',
          version: '2.3.0',
          executePath: '/execute/acme/mirror',
          signaturePath: '/signature/acme/mirror',
        },
      ],
    })
    expect(await server.client.signature(mirror)).toMatchObject({
      fields: [
        { type: 'input.messages', required: false },
        { type: 'response.choices', required: false },
      ],
      parameters: { properties: { mode: { type: 'string', default: 'see' } } },
    })
    expect(await server.client.checkParameters(mirror, { mode: 'see' })).toMatchObject({ valid: true, errors: [] })
    const check = await server.client.checkParameters(mirror, { mode: 5, reject: 'yes' })
    expect(check).toMatchObject({
      valid: false,
      errors: [expect.stringContaining('mode'), expect.stringContaining('reject')],
    })
  })
})

/** A server that answers every connection with these bytes, or does what `act` does. */
async function hostile(act: string | Buffer | ((socket: Socket) => void)) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (typeof act === 'function') act(socket)
    else socket.once('data', () => socket.write(act))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    client: (options: Partial<ProcessorClientOptions> = {}) => createProcessorClient({ url, ...options }),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function http(status: string, headers: string[], body: string | Buffer = ''): Buffer {
  const bytes = Buffer.from(body)
  const head = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`, '', '']
  return Buffer.concat([Buffer.from(head.join('\r\n')), bytes])
}

const metadata = { processor_id: 'acme:mirror', processor_version: '1', request_id: 'r', step_id: 's' }

function decisionReply(texts: Parameters<typeof encodeMultipart>[0]): Buffer {
  const { contentType, body } = encodeMultipart({ metadata: JSON.stringify(metadata), ...texts })
  return http('200 OK', [`Content-Type: ${contentType}`], Buffer.from(body))
}

const call = { processor: 'acme:mirror', prompt, requestId: 'r', stepId: 's' }

/** The failure of a call. */
async function failureOf(promise: Promise<unknown>): Promise<ProcessorCallError> {
  return promise.then(
    () => expect.unreachable('the call did not fail'),
    (error) => error,
  )
}

describe('a reply that is no answer fails as', () => {
  const secret = 'SECRET'
  const changed = JSON.stringify({ messages: [{ role: 'user', content: secret }] })
  test.each([
    {
      kind: 'status',
      what: '500',
      reply: http('500 No', [], `{"detail":"${secret}","code":"HANDLER_FAILED"}`),
      code: 'HANDLER_FAILED',
    },
    { kind: 'status', what: '400', reply: http('400 No', [], secret) },
    { kind: 'status', what: '302', reply: http('302 Found', ['Location: http://example.com/'], '') },
    { kind: 'status', what: '201', reply: http('201 Created', [], '') },
    { kind: 'status', what: '422, a reject before the protocol was released', reply: http('422 No', [], secret) },
    {
      kind: 'not-multipart',
      what: 'JSON',
      reply: http('200 OK', ['Content-Type: application/json'], `{"a":"${secret}"}`),
    },
    { kind: 'not-multipart', what: 'no content type', reply: http('200 OK', [], secret) },
    { kind: 'not-multipart', what: 'no boundary', reply: http('200 OK', ['Content-Type: multipart/form-data'], '') },
    {
      kind: 'not-multipart',
      what: 'another boundary',
      reply: http('200 OK', ['Content-Type: multipart/form-data; boundary=b'], `--${secret}`),
    },
    {
      kind: 'metadata-missing',
      what: 'no body',
      reply: http('200 OK', ['Content-Type: multipart/form-data; boundary=b'], ''),
    },
    {
      kind: 'metadata-missing',
      what: 'no metadata',
      reply: decisionReply({ metadata: undefined, 'input.messages': changed }),
    },
    {
      kind: 'metadata-missing',
      what: 'metadata that is an array',
      reply: decisionReply({ metadata: `["${secret}"]` }),
    },
    { kind: 'metadata-missing', what: 'metadata that is broken', reply: decisionReply({ metadata: `{"${secret}` }) },
    {
      kind: 'processor-mismatch',
      what: 'another processor',
      reply: decisionReply({ metadata: JSON.stringify({ ...metadata, processor_id: 'acme:other' }) }),
    },
    {
      kind: 'processor-mismatch',
      what: 'no processor',
      reply: decisionReply({ metadata: '{"request_id":"r","step_id":"s"}' }),
    },
    {
      kind: 'ids-mismatch',
      what: 'another request',
      reply: decisionReply({ metadata: JSON.stringify({ ...metadata, request_id: secret }) }),
    },
    {
      kind: 'ids-mismatch',
      what: 'another step',
      reply: decisionReply({ metadata: JSON.stringify({ ...metadata, step_id: 5 }) }),
    },
    { kind: 'ids-mismatch', what: 'no ids', reply: decisionReply({ metadata: '{"processor_id":"acme:mirror"}' }) },
    {
      kind: 'wrong-stage',
      what: 'a response at the input stage',
      reply: decisionReply({ 'response.choices': '{"choices":[]}' }),
    },
    { kind: 'content-invalid', what: 'broken content', reply: decisionReply({ 'input.messages': `{"${secret}` }) },
    {
      kind: 'content-invalid',
      what: 'content of another shape',
      reply: decisionReply({ 'input.messages': `{"messages":"${secret}"}` }),
    },
    { kind: 'content-invalid', what: 'deep content', reply: decisionReply({ 'input.messages': '['.repeat(40_000) }) },
    {
      kind: 'content-invalid',
      what: 'a reject without a code',
      reply: decisionReply({ reject: `{"detail":"${secret}"}` }),
    },
    {
      kind: 'content-invalid',
      what: 'a reject with a change',
      reply: decisionReply({ reject: '{"code":"AIGW_VALIDATION","detail":""}', 'input.messages': changed }),
    },
    {
      kind: 'content-invalid',
      what: 'tags that are no lists',
      reply: decisionReply({ metadata: JSON.stringify({ ...metadata, tags: { a: [5] } }) }),
    },
    {
      kind: 'content-invalid',
      what: 'tags that are an array',
      reply: decisionReply({ metadata: JSON.stringify({ ...metadata, tags: [[secret]] }) }),
    },
    {
      kind: 'content-invalid',
      what: 'findings that are no object',
      reply: decisionReply({ metadata: JSON.stringify({ ...metadata, processor_result: secret }) }),
    },
    {
      kind: 'too-large',
      what: 'a body over the limit',
      reply: http('200 OK', ['Content-Type: multipart/form-data; boundary=b'], secret.repeat(20_000)),
    },
    {
      kind: 'too-large',
      what: 'a part over the limit',
      reply: decisionReply({ 'input.messages': `{"messages":[]${' '.repeat(60_000)}}` }),
    },
    { kind: 'too-large', what: 'headers over the limit', reply: http('200 OK', [`X-A: ${secret.repeat(10_000)}`]) },
    { kind: 'connection-lost', what: 'bytes that are not HTTP', reply: `SSH-2.0-${secret}\r\n` },
  ])('$kind: $what', async ({ kind, reply, code }) => {
    await using server = await hostile(reply)
    await using client = server.client({ maxReplyBytes: 100_000, maxPartBytes: 50_000 })
    const failure = await failureOf(client.execute(call))
    expect(failure).toMatchObject({ name: 'ProcessorCallError', kind, target: 'acme:mirror' })
    if (code !== undefined) expect(failure.code).toBe(code)
    expect(failure.cause).toBeUndefined()
    expect(JSON.stringify(failure) + failure.message).not.toContain(secret)
  })

  test('connection-lost: a cut reply, and a connection that is closed without one', async () => {
    await using cut = await hostile((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx')),
    )
    await using cutClient = cut.client()
    expect(await failureOf(cutClient.execute(call))).toMatchObject({ kind: 'connection-lost' })
    await using closing = await hostile((socket) => socket.once('data', () => socket.destroy()))
    await using closingClient = closing.client()
    expect(await failureOf(closingClient.execute(call))).toMatchObject({ kind: 'connection-lost' })
  })

  test.each([
    { what: 'silence', act: () => {} },
    { what: 'half a reply', act: (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx') },
    {
      what: 'a reply that drips',
      act: (socket: Socket) => {
        socket.write(
          'HTTP/1.1 200 OK\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 99999\r\n\r\n',
        )
        const timer = setInterval(() => socket.write('x'), 20)
        socket.on('close', () => clearInterval(timer))
      },
    },
  ])('timeout: $what', async ({ act }) => {
    await using server = await hostile((socket) => socket.once('data', () => act(socket)))
    await using client = server.client({ timeoutMs: 150 })
    const start = performance.now()
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'timeout' })
    expect(performance.now() - start).toBeLessThan(1500)
  })

  test('aborted: by a signal before or during the call, which leaves no listener behind', async () => {
    await using server = await hostile(() => {})
    await using client = server.client()
    expect(await failureOf(client.execute({ ...call, signal: AbortSignal.abort() }))).toMatchObject({ kind: 'aborted' })
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('gone')), 50)
    expect(await failureOf(client.execute({ ...call, signal: controller.signal }))).toMatchObject({ kind: 'aborted' })
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  test('connect: nobody listens, or no such host', async () => {
    const server = await hostile('')
    await using client = server.client()
    await server[Symbol.asyncDispose]()
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'connect', code: 'ECONNREFUSED' })
    await using nowhere = createProcessorClient({ url: 'http://nowhere.invalid' })
    expect(await failureOf(nowhere.execute(call))).toMatchObject({ kind: 'connect' })
  })

  test('connect: a plain-text server behind https', async () => {
    await using server = await hostile('HTTP/1.1 200 OK\r\n\r\n')
    await using client = server.client({ url: server.url.replace('http:', 'https:') })
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'connect' })
  })

  test('closed: calls after close', async () => {
    await using server = await hostile(decisionReply({}))
    const client = server.client()
    await client.close()
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'closed' })
  })

  test('content-invalid: lists and signatures of another shape', async () => {
    await using server = await hostile(http('200 OK', ['Content-Type: application/json'], '{"processors":"SECRET"}'))
    await using client = server.client()
    for (const failing of [client.info(), client.signature('a:b'), client.checkParameters('a:b', {})]) {
      const failure = await failureOf(failing)
      expect(failure).toMatchObject({ kind: 'content-invalid' })
      expect(failure.message).not.toContain('SECRET')
    }
  })
})

describe('reading a reject', () => {
  const rejecting = (code: string, members = {}) =>
    decisionReply({ reject: JSON.stringify({ code, detail: 'd', ...members }) })
  test.each([
    { sent: 'fAIGW_TIMEOUT', code: 'AIGW_TIMEOUT' },
    { sent: 'fAIGW_VALIDATION', code: 'AIGW_VALIDATION' },
    { sent: 'AIGW_VALIDATION', code: 'AIGW_VALIDATION' },
    { sent: 'fAIGW_RATE_LIMIT', code: 'fAIGW_RATE_LIMIT' },
    { sent: 'SOMETHING_NEW', code: 'SOMETHING_NEW' },
  ])('$sent is $code', async ({ sent, code }) => {
    await using server = await hostile(rejecting(sent))
    await using client = server.client()
    expect(await client.execute(call)).toMatchObject({ kind: 'reject', code, detail: 'd', processorResult: undefined })
  })

  test('findings may be null, in the reject, or in the metadata', async () => {
    const inMetadata = { ...metadata, processor_result: { n: 1 } }
    for (const [reply, processorResult] of [
      [rejecting('AIGW_RATE_LIMIT', { processor_result: null }), undefined],
      [rejecting('AIGW_RATE_LIMIT', { processor_result: { n: 2 } }), { n: 2 }],
      [
        decisionReply({ reject: '{"code":"AIGW_RATE_LIMIT","detail":""}', metadata: JSON.stringify(inMetadata) }),
        { n: 1 },
      ],
    ] as const) {
      await using server = await hostile(reply)
      await using client = server.client()
      expect((await client.execute(call)).processorResult).toEqual(processorResult)
    }
  })
})

describe('permissions', () => {
  const tagged = JSON.stringify({ ...metadata, tags: { a: ['b'] }, processor_result: { n: 1 } })
  const changed = '{"messages":[{"role":"user","content":"x"}]}'
  const everything = { annotate: false, modify: false, reject: false }

  test('what the parameters forbid is dropped, and named', async () => {
    await using changing = await hostile(decisionReply({ metadata: tagged, 'input.messages': changed }))
    await using client = changing.client()
    const decision = await client.execute({ ...call, parameters: everything })
    expect(decision).toMatchObject({ kind: 'pass', prompt: undefined, dropped: ['annotate', 'modify'] })
    expect(decision.tags.size).toBe(0)

    await using rejecting = await hostile(
      decisionReply({ metadata: tagged, reject: '{"code":"AIGW_TIMEOUT","detail":""}' }),
    )
    await using other = rejecting.client()
    expect(await other.execute({ ...call, parameters: { reject: false } })).toMatchObject({
      kind: 'pass',
      dropped: ['reject'],
      processorResult: { n: 1 },
    })
  })

  test('what the parameters leave out is up to the processor, whose defaults may differ', async () => {
    await using server = await hostile(decisionReply({ reject: '{"code":"AIGW_TIMEOUT","detail":""}' }))
    await using client = server.client()
    expect(await client.execute({ ...call, parameters: {} })).toMatchObject({ kind: 'reject', dropped: [] })
  })

  test('nothing is dropped when that is turned off', async () => {
    await using server = await hostile(decisionReply({ metadata: tagged, 'input.messages': changed }))
    await using client = server.client({ enforcePermissions: false })
    const decision = await client.execute({ ...call, parameters: everything })
    expect(decision).toMatchObject({ kind: 'pass', prompt: { messages: [{ content: 'x' }] }, dropped: [] })
    expect(decision.tags.get('a')).toEqual(['b'])
  })
})

describe('retries', () => {
  /** Answers 503 so many times, then with a decision; counts the requests. */
  async function flaky(failures: number, status = '503 No') {
    let requests = 0
    const server = await hostile((socket) =>
      socket.on('data', (data) => {
        if (data.includes('POST')) socket.write(++requests > failures ? decisionReply({}) : http(status, []))
      }),
    )
    return { client: server.client, requests: () => requests, [Symbol.asyncDispose]: server[Symbol.asyncDispose] }
  }

  test('none by default', async () => {
    await using server = await flaky(1)
    await using client = server.client()
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'status', status: 503 })
    expect(server.requests()).toBe(1)
  })

  test('of a 503, as often as allowed', async () => {
    await using server = await flaky(2)
    await using client = server.client({ retries: 2 })
    expect(await client.execute(call)).toMatchObject({ kind: 'pass' })
    expect(server.requests()).toBe(3)

    await using busier = await flaky(2)
    await using impatient = busier.client({ retries: 1 })
    expect(await failureOf(impatient.execute(call))).toMatchObject({ kind: 'status', status: 503 })
    expect(busier.requests()).toBe(2)
  })

  test('never of another status', async () => {
    await using server = await flaky(1, '500 No')
    await using client = server.client({ retries: 3 })
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'status', status: 500 })
    expect(server.requests()).toBe(1)
  })

  test('never of a request that may have been read', async () => {
    let requests = 0
    await using server = await hostile((socket) =>
      socket.once('data', () => {
        requests++
        socket.destroy()
      }),
    )
    await using client = server.client({ retries: 3 })
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'connection-lost' })
    expect(requests).toBe(1)
  })

  test('of a failed connection, within the time of the call', async () => {
    const server = await hostile('')
    await using client = server.client({ retries: 1_000_000, timeoutMs: 300 })
    await server[Symbol.asyncDispose]()
    const start = performance.now()
    expect(await failureOf(client.execute(call))).toMatchObject({ kind: 'timeout' })
    expect(performance.now() - start).toBeLessThan(1500)
  })
})

describe('what is sent', () => {
  /** Answers with what it got. */
  async function recorder() {
    const requests: { url: string; headers: Record<string, unknown>; body: string }[] = []
    const app = fastify()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    app.all('*', (request, reply) => {
      requests.push({ url: request.url, headers: request.headers, body: String(request.body) })
      return reply.code(204).send()
    })
    return { ...(await listen(app)), requests }
  }

  test('a bearer token, below the path of the URL, to the lower-case path of the processor', async () => {
    await using server = await recorder()
    await using client = createProcessorClient({ url: `${server.url}/behind/`, token: 'abc' })
    await client.execute({ ...call, processor: { namespace: 'Acme', name: 'Mirror' } })
    expect(server.requests).toMatchObject([
      { url: '/behind/api/v1/execute/acme/mirror', headers: { authorization: 'Bearer abc' } },
    ])
  })

  test('the trace that the call belongs to', async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
    propagation.setGlobalPropagator(new W3CTraceContextPropagator())
    try {
      await using server = await recorder()
      await using client = createProcessorClient({ url: server.url })
      const span = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }
      await context.with(trace.setSpanContext(ROOT_CONTEXT, span), () => client.execute(call))
      expect(server.requests[0]?.headers.traceparent).toBe(`00-${span.traceId}-${span.spanId}-01`)
    } finally {
      context.disable()
      propagation.disable()
    }
  })

  test('one parameters part, for the stage, and metadata last', async () => {
    await using server = await recorder()
    await using client = createProcessorClient({ url: server.url })
    await client.execute({ ...call, parameters: { modify: true } })
    await client.execute({ ...call, response, parameters: { modify: true } })
    await client.execute({ processor: 'acme:mirror', response })
    const names = server.requests.map(({ body }) => [...body.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name))
    expect(names).toEqual([
      ['input.parameters', 'input.messages', 'metadata'],
      ['response.parameters', 'input.messages', 'response.choices', 'metadata'],
      ['response.choices', 'metadata'],
    ])
  })
})

test.each(['ftp://example.com', 'example.com', ''])('the URL "%s" is refused', (url) => {
  expect(() => createProcessorClient({ url })).toThrow(TypeError)
})
