import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { type FastifyInstance, fastify, type InjectOptions } from 'fastify'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { configureProcessor, defineProcessor, ProcessorError, pass, signatures } from '../index.js'
import { decisionOf, executeRequest, serveForTest } from '../testing/index.js'
import { createProcessorServer, type ProcessorRoutesOptions, processorRoutes } from './index.js'

const both = defineProcessor({
  namespace: 'Suite',
  name: 'Both',
  version: 'v1',
  signature: signatures.both,
  parameters: z.strictObject({ must: z.string().default('') }),
  processInput: () => pass({ tags: { a: 'b' } }),
  processResponse: () => pass(),
})
const need = defineProcessor({
  namespace: 'Suite',
  name: 'need',
  version: 'v1',
  signature: signatures.bothResponsePrompt,
  parameters: z.strictObject({ must: z.string(), more: z.number().optional() }),
  processInput: () => pass(),
  processResponse: () => pass(),
})

const ask = async (request: InjectOptions, processors = [both, need]) => {
  await using app = createProcessorServer({ processors })
  return await app.inject(request)
}

describe('routing', () => {
  const wanted: { name: string; request: InjectOptions; status: number; headers?: object; code?: string }[] = [
    {
      name: '[protocol 1] the root',
      request: { method: 'GET', url: '/' },
      status: 307,
      headers: { location: '/api/v1/info' },
    },
    {
      name: 'HEAD of the root',
      request: { method: 'HEAD', url: '/' },
      status: 307,
      headers: { location: '/api/v1/info' },
    },
    {
      name: '[protocol 2] POST to the root',
      request: { method: 'POST', url: '/' },
      status: 405,
      headers: { allow: 'GET, HEAD' },
      code: 'METHOD_NOT_ALLOWED',
    },
    {
      name: '[protocol 8] HEAD of the list',
      request: { method: 'HEAD', url: '/api/v1/info' },
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    },
    {
      name: '[protocol 8] DELETE of the list',
      request: { method: 'DELETE', url: '/api/v1/info' },
      status: 405,
      headers: { allow: 'GET, HEAD' },
      code: 'METHOD_NOT_ALLOWED',
    },
    {
      name: '[protocol 10] HEAD of execute',
      request: { method: 'HEAD', url: '/api/v1/execute/suite/both' },
      status: 200,
      headers: { 'content-type': 'multipart/form-data;charset=utf-8' },
    },
    {
      name: '[protocol 11] GET of execute',
      request: { method: 'GET', url: '/api/v1/execute/suite/both' },
      status: 405,
      headers: { allow: 'HEAD, POST' },
      code: 'METHOD_NOT_ALLOWED',
    },
    ...(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'] as const).map((method) => ({
      name: `[protocol 11] ${method} of execute`,
      request: {
        method,
        url: '/api/v1/execute/suite/both?x=1',
        payload: method === 'TRACE' ? '' : 'body',
      } as InjectOptions,
      status: 405,
      headers: { allow: 'HEAD, POST' },
      code: 'METHOD_NOT_ALLOWED',
    })),
    {
      name: 'HEAD of a signature',
      request: { method: 'HEAD', url: '/api/v1/signature/suite/both' },
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    },
    {
      name: 'PUT of a signature',
      request: { method: 'PUT', url: '/api/v1/signature/suite/both' },
      status: 405,
      headers: { allow: 'GET, HEAD, POST' },
      code: 'METHOD_NOT_ALLOWED',
    },
    {
      name: '[protocol 12] another command',
      request: { method: 'POST', url: '/api/v1/run/suite/both' },
      status: 404,
      code: 'NOT_FOUND',
    },
    {
      name: 'another command of several words',
      request: { method: 'GET', url: '/api/v1/a/b/c/suite/both' },
      status: 404,
      code: 'NOT_FOUND',
    },
    { name: 'HEAD of another command', request: { method: 'HEAD', url: '/api/v1/run/suite/both' }, status: 404 },
    {
      name: '[protocol 12] an unknown processor',
      request: { method: 'POST', url: '/api/v1/execute/suite/unknown' },
      status: 404,
      code: 'NOT_FOUND',
    },
    {
      name: '[protocol 13] upper case',
      request: { method: 'POST', url: '/api/v1/execute/Suite/Both' },
      status: 404,
      code: 'NOT_FOUND',
    },
    {
      name: 'another version',
      request: { method: 'POST', url: '/api/v2/execute/suite/both' },
      status: 404,
      code: 'NOT_FOUND',
    },
    { name: 'no mount', request: { method: 'POST', url: '/execute/suite/both' }, status: 404, code: 'NOT_FOUND' },
    {
      name: 'a path with dots',
      request: { method: 'GET', url: '/api/v1/../../etc/passwd' },
      status: 404,
      code: 'NOT_FOUND',
    },
    {
      name: 'a path that does not decode',
      request: { method: 'GET', url: '/api/v1/%zz' },
      status: 404,
      code: 'NOT_FOUND',
    },
  ]

  test.each(wanted)('$name: $status', async ({ request, status, headers = {}, code }) => {
    const reply = await ask(request)
    expect(reply.statusCode).toBe(status)
    expect(reply.headers).toMatchObject(headers)
    if (code === undefined) expect(reply.body).toBe('')
    else {
      expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
      expect(reply.json()).toEqual({
        message: status === 404 ? 'Not Found' : 'Method Not Allowed',
        status_code: status,
        code,
      })
    }
  })

  test.each([
    { target: 'http://example.com', status: 405 },
    { target: 'http://example.com/?x=1', status: 405 },
    { target: 'HTTP://example.com:8000/api/v1/execute/suite/both?x=1', status: 405 },
    { target: 'https://example.com/api/v1/info', status: 405 },
    { target: 'http://example.com/api/v1/other', status: 404 },
  ])('PUT of $target, as a proxy may write it: $status', async ({ target, status }) => {
    await using server = await serveForTest([both])
    const [reply] = (await once(request(server.url, { method: 'PUT', path: target }).end(), 'response')) as [
      IncomingMessage,
    ]
    expect([reply.statusCode, 'allow' in reply.headers]).toEqual([status, status === 405])
  })

  test.each([
    { name: 'a large body', headers: { 'content-type': 'text/plain' }, payload: 'x'.repeat(2_000_000) },
    { name: 'a multipart body', headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' },
    { name: 'an odd content type', headers: { 'content-type': ';;;' }, payload: 'x' },
    { name: 'broken JSON', headers: { 'content-type': 'application/json' }, payload: '{' },
  ])('an unknown path was answered for $name', async ({ headers, payload }) => {
    for (const url of ['/api/v1/execute/suite/unknown', '/api/v2/execute/suite/both', '/elsewhere']) {
      expect((await ask({ method: 'POST', url, headers, payload })).statusCode, url).toBe(404)
    }
  })
})

describe('[protocol 3] [protocol 7] the list of processors', () => {
  test.each([
    {
      accept: 'text/plain',
      contentType: 'text/plain; charset=utf-8',
      body: '/execute/suite/both\n/execute/suite/need',
    },
    { accept: 'text/html', contentType: 'text/html; charset=utf-8', body: /<title>Processor Routes/ },
    { accept: 'text/markdown', contentType: 'text/markdown; charset=utf-8', body: /^# Processors/ },
    { accept: 'image/png', contentType: 'application/json; charset=utf-8', body: /"Suite:Both"/ },
    { accept: undefined, contentType: 'application/json; charset=utf-8', body: /"Suite:Both"/ },
  ])('as $accept', async ({ accept, contentType, body }) => {
    const reply = await ask({ url: '/api/v1/info', headers: accept === undefined ? {} : { accept } })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({ 'content-type': contentType, vary: 'Accept' })
    if (typeof body === 'string') expect(reply.body).toBe(body)
    else expect(reply.body).toMatch(body)
  })
})

describe('signatures', () => {
  test('[protocol 14] are the fields and the schema', async () => {
    const reply = await ask({ url: '/api/v1/signature/suite/need' })
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual(need.signatureDocument)
    expect(reply.json()).toMatchObject({
      fields: [
        { type: 'input.messages', required: true },
        { type: 'response.choices', required: false },
      ],
      parameters: {
        properties: { annotate: { default: true }, modify: { default: false }, reject: { default: false } },
      },
    })
  })

  const checks: { name: string; body: string; errors: unknown[]; warnings?: string[] }[] = [
    { name: '[protocol 15] what is right', body: '{"must":"x"}', errors: [] },
    { name: '[protocol 16] what is missing', body: '{}', errors: ['expected a string, got nothing: must'] },
    { name: '[protocol 17] nothing', body: '', errors: ['the document is not valid JSON'] },
    { name: '[protocol 17] null', body: 'null', errors: ['expected an object, got null'] },
    { name: '[protocol 17] a list', body: '[]', errors: ['expected an object, got an array'] },
    {
      name: '[protocol 17] broken JSON',
      body: '{"must":',
      errors: [expect.stringMatching(/^the document is not valid JSON/)],
    },
    {
      name: '[protocol 18] every problem',
      body: '{"reject":"true","must":5}',
      errors: ['expected a string, got a number: must', 'expected a boolean, got a string: reject'],
    },
    {
      name: '[protocol 19] unknown keys',
      body: '{"must":"x","other":1}',
      errors: [],
      warnings: ['unknown key: other'],
    },
  ]

  test.each(checks)('check $name', async ({ body, errors, warnings }) => {
    const reply = await ask({
      method: 'POST',
      url: '/api/v1/signature/suite/need',
      headers: { 'content-type': 'application/json' },
      payload: body,
    })
    expect(reply.statusCode).toBe(errors.length === 0 ? 200 : 400)
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(reply.json()).toEqual({
      ...need.signatureDocument,
      validation: { valid: errors.length === 0, errors, ...(warnings && { warnings }) },
    })
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    ';;;',
    'nonsense',
    '',
  ])('[protocol 20] are checked whatever the content type says: "%s"', async (contentType) => {
    const request = {
      method: 'POST',
      url: '/api/v1/signature/suite/need',
      headers: { 'content-type': contentType },
    } as const
    expect((await ask({ ...request, payload: '{"must":"x"}' })).statusCode).toBe(200)
    expect((await ask({ ...request, payload: '{}' })).statusCode).toBe(400)
  })

  test('a document above its limit is refused', async () => {
    await using app = createProcessorServer({ processors: [need], limits: { maxParametersBytes: 20 } })
    const check = (payload: string) => app.inject({ method: 'POST', url: '/api/v1/signature/suite/need', payload })
    expect((await check('{"must":"123456789"}')).statusCode).toBe(200)
    const refused = await check('{"must":"1234567890"}')
    expect(refused).toMatchObject({ statusCode: 413 })
    expect(refused.json()).toMatchObject({ code: 'BODY_TOO_LARGE', detail: 'The body is larger than 20 bytes.' })
  })

  test('bytes that are not UTF-8 are a problem of the document', async () => {
    const reply = await ask({
      method: 'POST',
      url: '/api/v1/signature/suite/need',
      payload: Buffer.from([0x22, 0xff, 0x22]),
    })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().validation).toMatchObject({
      valid: false,
      errors: [expect.stringContaining('not valid UTF-8')],
    })
  })

  test('what prepare says of parameters is told; what it throws otherwise is not', async () => {
    const preparing = (name: string, thrown: Error) =>
      defineProcessor({
        namespace: 'suite',
        name,
        version: '1',
        signature: signatures.inputOnly,
        prepare: () => {
          throw thrown
        },
        processInput: () => pass(),
      })
    const named = preparing(
      'a',
      new ProcessorError({ code: 'PARAMETERS_INVALID', detail: 'no', messages: ['no such list: list'] }),
    )
    const broken = preparing('b', Object.assign(new Error('secret'), { statusCode: 400 }))
    const check = async (name: string) =>
      ask({ method: 'POST', url: `/api/v1/signature/suite/${name}`, payload: '{}' }, [named, broken] as never)
    expect((await check('a')).json().validation).toEqual({ valid: false, errors: ['no such list: list'] })
    const reply = await check('b')
    expect(reply.statusCode).toBe(500)
    expect(reply.json()).toEqual({ detail: 'Processor "suite:b" failed.', code: 'HANDLER_FAILED' })
  })
})

describe('mounting', () => {
  const info = async (app: FastifyInstance, url: string) =>
    (await app.inject({ url })).json<{ processors: { id: string }[] }>().processors.map(({ id }) => id)

  test('several processors, under aliases too, in their order', async () => {
    const alias = configureProcessor(both, { namespace: 'Other' })
    await using app = createProcessorServer({ processors: [need, alias, both] })
    expect(await info(app, '/api/v1/info')).toEqual(['Suite:need', 'Other:Both', 'Suite:Both'])
    const decision = decisionOf(await app.inject(executeRequest(alias, { messages: [] })))
    expect(decision.metadata).toMatchObject({ processor_id: 'Other:Both' })
  })

  test('in an application of one’s own leaves its routes, errors and content types alone', async () => {
    await using app = fastify()
    app.post('/own', (request) => ({ got: request.body }))
    app.get('/fails', () => Promise.reject(new Error('own error')))
    await app.register(processorRoutes, { processors: [both] })
    const own = await app.inject({ method: 'POST', url: '/own', payload: { a: 1 } })
    expect(own.json()).toEqual({ got: { a: 1 } })
    expect((await app.inject('/fails')).json()).toMatchObject({ message: 'own error' })
    expect((await app.inject('/nowhere')).json()).toMatchObject({ error: 'Not Found' })
    expect(
      (await app.inject({ method: 'POST', url: '/own', headers: { 'content-type': 'text/x' }, payload: 'x' }))
        .statusCode,
    ).toBe(415)
    expect((await app.inject('/')).statusCode).toBe(404)
    expect(await info(app, '/api/v1/info')).toEqual(['Suite:Both'])
    expect((await app.inject('/api/v1/nowhere')).json()).toEqual({
      message: 'Not Found',
      status_code: 404,
      code: 'NOT_FOUND',
    })
  })

  test('beside hooks of the application, which see the request and the reply', async () => {
    await using app = fastify()
    const replied: unknown[] = []
    app.addHook('onRequest', async (_request, reply) => void reply.header('x-own', 'kept'))
    app.addHook('preParsing', async (_request, _reply, payload) => payload.setEncoding('utf8'))
    app.addHook('onResponse', async (_request, reply) => void replied.push(reply.statusCode))
    await app.register(processorRoutes, { processors: [both] })
    const reply = await app.inject(executeRequest(both, { messages: ['h\u00e9'] }))
    expect(reply.headers).toMatchObject({ 'x-own': 'kept', 'content-length': String(reply.rawPayload.length) })
    expect(decisionOf(reply).tags).toEqual({ a: ['b'] })
    expect(replied).toEqual([200])
  })

  test('beside a hook that turns the reply into another one, whose type stays', async () => {
    await using app = fastify()
    app.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode === 200) throw new Error('not this one')
    })
    await app.register(processorRoutes, { processors: [both] })
    const reply = await app.inject(executeRequest(both, { messages: ['hi'] }))
    expect(reply.statusCode).toBe(500)
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(reply.json()).toMatchObject({ code: 'INTERNAL' })
  })

  test('logs at once what a processor cannot do as it is served, and only then', async () => {
    const definition = { namespace: 'suite', version: '1', signature: signatures.inputOnly } as const
    const powerless = defineProcessor({
      ...definition,
      name: 'powerless',
      actions: ['reject'],
      processInput: () => pass(),
    })
    const unprepared = defineProcessor({
      ...definition,
      name: 'unprepared',
      prepare: () => {
        throw new ProcessorError({ code: 'PARAMETERS_INVALID', detail: 'There is no such list.' })
      },
      processInput: () => pass(),
    })
    const broken = defineProcessor({
      ...definition,
      name: 'broken',
      prepare: () => {
        throw new Error('secret')
      },
      processInput: () => pass(),
    })
    const warned = async (options: Partial<ProcessorRoutesOptions>) => {
      const lines: string[] = []
      const logger = { level: 'warn', stream: { write: (line: string) => void lines.push(line) } }
      const processors = [both, need, powerless, unprepared, broken]
      await using app = createProcessorServer({ processors, fastify: { logger }, ...options })
      await app.ready()
      await app.inject(executeRequest(both, { messages: [] }))
      return lines.map((line) => JSON.parse(line).msg)
    }
    expect(await warned({})).toEqual([
      'Suite:need: a request without parameters is refused: expected a string, got nothing: must',
      'suite:powerless: the processor can reject, but the permission "reject" is off',
      'suite:unprepared: a request without parameters is refused: There is no such list.',
      'suite:broken: a request without parameters fails',
    ])
    expect(await warned({ logWarnings: false })).toEqual([])
  })

  test('twice, under prefixes', async () => {
    await using app = fastify({ exposeHeadRoutes: false })
    await app.register(processorRoutes, { prefix: '/a', processors: [both] })
    await app.register(processorRoutes, { prefix: '/b', processors: [need], rootPath: '/b' })
    expect([await info(app, '/a/api/v1/info'), await info(app, '/b/api/v1/info')]).toEqual([
      ['Suite:Both'],
      ['Suite:need'],
    ])
    const request = executeRequest(both, { messages: [] })
    expect((await app.inject({ ...request, url: `/a${request.url}` })).statusCode).toBe(200)
    expect((await app.inject({ ...request, url: `/b${request.url}` })).statusCode).toBe(404)
    expect((await app.inject({ method: 'GET', url: `/a${request.url}` })).headers.allow).toBe('HEAD, POST')
    for (const path of ['info', 'signature/suite/both', 'execute/suite/both']) {
      expect((await app.inject({ method: 'HEAD', url: `/a/api/v1/${path}` })).statusCode).toBe(200)
    }
  })

  test.each([
    { thrown: { statusCode: 401 }, status: 401, code: 'UNAUTHORIZED' },
    { thrown: { statusCode: 403 }, status: 403, code: 'REQUEST_FAULTY' },
    { thrown: { statusCode: 429 }, status: 429, code: 'REQUEST_FAULTY' },
    { thrown: { statusCode: 503 }, status: 503, code: 'INTERNAL' },
    { thrown: { statusCode: 200 }, status: 500, code: 'INTERNAL' },
    { thrown: {}, status: 500, code: 'INTERNAL' },
  ])('what a hook of the application throws was always a 500: $thrown', async ({ thrown, status, code }) => {
    await using app = fastify()
    app.addHook('onRequest', async () => {
      throw Object.assign(new Error('secret'), thrown)
    })
    await app.register(processorRoutes, { processors: [both] })
    const reply = await app.inject(executeRequest(both, { messages: [] }))
    expect(reply.statusCode).toBe(status)
    expect(reply.json()).toEqual({ detail: expect.not.stringContaining('secret'), code })
  })
})

describe('options that do not hold together are refused at start-up', () => {
  const alias = configureProcessor(both, { name: 'BOTH' })

  test.each<{ name: string; options: object; reason: RegExp }>([
    {
      name: 'two processors with one path',
      options: { processors: [both, alias] },
      reason: /"Suite:Both" and "Suite:BOTH" have the same path "suite\/both"; give one an alias/,
    },
    {
      name: 'what is no processor',
      options: { processors: [{ name: 'x' }] },
      reason: /must hold what defineProcessor returns; it holds an object/,
    },
    {
      name: 'no time',
      options: { handlerTimeoutMs: 0 },
      reason: /"handlerTimeoutMs" must be an integer from 1 to 2147483647; it is 0/,
    },
    { name: 'endless time', options: { handlerTimeoutMs: Number.POSITIVE_INFINITY }, reason: /it is Infinity/ },
    {
      name: 'no executions',
      options: { maxConcurrentExecutions: 0 },
      reason: /"maxConcurrentExecutions" must be an integer above 0; it is 0/,
    },
    {
      name: 'a limit that is text',
      options: { limits: { maxBodyBytes: '1mb' } },
      reason: /"maxBodyBytes" must be an integer above 0; it is a string/,
    },
    {
      name: 'fewer parts than there are names',
      options: { limits: { maxParts: 5 } },
      reason: /"maxParts" must be at least 6; it is 5/,
    },
    { name: 'a limit below zero', options: { limits: { maxParts: -1 } }, reason: /"maxParts"/ },
    {
      name: 'another mode',
      options: { content: 'images' },
      reason: /"content" must be "text" or "multimodal"; it is a string/,
    },
    { name: 'another spelling', options: { rejectCodeSpelling: 'odd' }, reason: /"rejectCodeSpelling" must be/ },
  ])('$name', async ({ options, reason }) => {
    await using app = createProcessorServer({ processors: [both], ...options } as ProcessorRoutesOptions)
    await expect(app.ready().then(() => undefined)).rejects.toThrow(reason)
  })
})
