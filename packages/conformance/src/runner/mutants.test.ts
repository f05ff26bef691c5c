import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtureProcessors } from '../fixtures/index.js'
import { runConformance } from './run-conformance.js'

/** An answer on its way from the server to the runner. Text of the body is Latin-1, so that bytes stay bytes. */
interface Passing {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Mutation = (answer: Passing, asked: { readonly method: string; readonly path: string }) => Passing

const json = { 'content-type': 'application/json' }
/** The proxy collects whole requests, so this one it answers itself. */
const tooLarge: Passing = { status: 413, headers: json, body: '{"detail":"too large"}' }
const upstream = createProcessorServer({ processors: fixtureProcessors })
let mutate: Mutation = (answer) => answer
let queue = Promise.resolve()
let oneByOne = false
let proxy: Server
let url = ''

beforeAll(async () => {
  const upstreamUrl = await upstream.listen({ port: 0, host: '127.0.0.1' })
  proxy = createServer((incoming, outgoing) => {
    const pass = async () => {
      const { method = '', url: path = '' } = incoming
      const isAnnouncedFlood = Number(incoming.headers['content-length']) > 2 ** 30
      const answer = mutate(isAnnouncedFlood ? tooLarge : await forward(upstreamUrl, incoming), { method, path })
      outgoing.writeHead(answer.status, answer.headers)
      outgoing.end(method === 'HEAD' ? '' : Buffer.from(answer.body, 'latin1'))
    }
    queue = (oneByOne ? queue.then(pass) : pass()).catch(() => void outgoing.destroy())
  })
  url = await listen(proxy)
})

afterAll(async () => {
  proxy.close()
  upstream.server.closeAllConnections()
  await upstream.close()
})

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of message) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Passes a request on and collects the answer; a client that leaves is not passed on. */
async function forward(to: string, incoming: IncomingMessage): Promise<Passing> {
  const body = await readAll(incoming)
  const { 'transfer-encoding': _coding, connection: _connection, ...headers } = incoming.headers
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { method: incoming.method, headers: { ...headers, 'content-length': body.length } }
    request(`${to}${incoming.url}`, options, resolve).on('error', reject).end(body)
  })
  const { 'content-length': _length, 'transfer-encoding': _framing, ...kept } = answer.headers
  return {
    status: answer.statusCode ?? 0,
    headers: kept as Record<string, string>,
    body: (await readAll(answer)).toString('latin1'),
  }
}

const isMultipart = ({ headers }: Passing) => headers['content-type']?.startsWith('multipart/') ?? false
const onBody =
  (change: (body: string) => string): Mutation =>
  (answer) => ({ ...answer, body: change(answer.body) })
const onMultipart =
  (change: (body: string) => string): Mutation =>
  (answer, asked) =>
    isMultipart(answer) ? onBody(change)(answer, asked) : answer
const onJson =
  (change: (document: Record<string, unknown>) => unknown): Mutation =>
  (answer) =>
    answer.headers['content-type']?.startsWith('application/json')
      ? { ...answer, body: JSON.stringify(change(JSON.parse(answer.body))) }
      : answer
const onStatus =
  (from: number, to: number): Mutation =>
  (answer) => ({ ...answer, status: answer.status === from ? to : answer.status })
const onHeader =
  (name: string, change: (value: string) => string | undefined): Mutation =>
  (answer) => {
    const { [name]: value, ...others } = answer.headers
    const changed = value === undefined ? undefined : change(value)
    return { ...answer, headers: changed === undefined ? others : { ...others, [name]: changed } }
  }
const without = (document: Record<string, unknown>, ...names: string[]) =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)))

/** Splits a multipart body into delimiters and parts, and joins them in another way. */
const onParts = (change: (parts: string[]) => string[]): Mutation =>
  onMultipart((body) => {
    const boundary = body.slice(0, body.indexOf('\r\n'))
    const parts = body.split(boundary).slice(1, -1)
    return [...change(parts).map((part) => boundary + part), `${boundary}--\r\n`].join('')
  })

interface Mutant {
  readonly name: string
  readonly mutate: Mutation
  readonly fails?: readonly number[]
  readonly deviates?: readonly number[]
}

const mutants: readonly Mutant[] = [
  { name: 'a redirect elsewhere', mutate: onHeader('location', () => '/'), deviates: [1] },
  { name: '404 for 405', mutate: onStatus(405, 404), fails: [2, 8, 11, 102] },
  { name: 'an Allow that names no method', mutate: onHeader('allow', () => 'none'), deviates: [8, 11, 102] },
  { name: 'an Allow for another path', mutate: onHeader('allow', () => 'GET, HEAD'), deviates: [11, 102] },
  { name: 'no Allow', mutate: onHeader('allow', () => undefined), deviates: [8, 11, 102] },
  {
    name: 'another status in the body',
    mutate: onJson((body) => ({ ...body, status_code: 0 })),
    fails: [11],
    deviates: [12, 103],
  },
  {
    name: 'the error shape for routing errors',
    mutate: onJson(({ message, ...body }) => ({ detail: message, ...body })),
    fails: [11],
    deviates: [12],
  },
  {
    name: 'processors in another order',
    mutate: onBody((body) => body.replaceAll('suite/inp', 'suite/pni')),
    fails: [3, 7, 106],
    deviates: [4, 5],
  },
  { name: 'a newline at the end', mutate: onBody((body) => `${body}\n`), deviates: [4] },
  { name: 'no table', mutate: onBody((body) => body.replaceAll('|', '')), deviates: [6] },
  {
    name: '406 for an unknown format',
    mutate: (answer, { path }) => ({ ...answer, status: path.endsWith('/info') ? 406 : 200 }),
    fails: [7],
  },
  { name: 'no Vary', mutate: onHeader('vary', () => undefined), deviates: [106] },
  { name: 'no type on HEAD', mutate: onHeader('content-type', () => undefined), fails: [10], deviates: [101] },
  {
    name: 'a schema without defaults',
    mutate: onBody((body) => body.replaceAll('"default"', '"fallback"')),
    fails: [14, 15, 108],
  },
  {
    name: 'fields that are all optional',
    mutate: onBody((body) => body.replaceAll('"required":true', '"required":false')),
    fails: [14, 107],
  },
  {
    name: 'a refused configuration called valid',
    mutate: onBody((body) => body.replace('"valid":false', '"valid":true')),
    fails: [16, 17, 18, 20],
  },
  {
    name: 'only the first error',
    mutate: onJson((body) => ({
      ...body,
      validation: { valid: false, errors: (body.validation as { errors: string[] } | undefined)?.errors.slice(0, 1) },
      messages: (body.messages as string[] | undefined)?.slice(0, 1),
    })),
    fails: [18, 155, 172],
  },
  { name: '400 for 415', mutate: onStatus(415, 400), fails: [21, 122, 141] },
  { name: '415 for 204', mutate: onStatus(204, 415), fails: [22, 23, 30, 121, 123, 125] },
  {
    name: '422 for 400',
    mutate: onStatus(400, 422),
    fails: [24, 25, 26, 27, 28, 32, 34, 35, 36, 41, 44, 53, 56, 128, 130],
  },
  { name: '500 for 413', mutate: onStatus(413, 500), deviates: [29] },
  { name: 'a cut prompt', mutate: onMultipart((body) => body.replace('1500000', '1048576')), deviates: [29] },
  { name: '500 for 404', mutate: onStatus(404, 500), fails: [12, 13, 103], deviates: [104] },
  {
    name: 'a text error',
    mutate: onHeader('content-type', (type) => type.replace('application/json', 'text/plain')),
    fails: [21, 25, 34, 41, 51, 69],
    deviates: [24, 26, 27, 33],
  },
  {
    name: 'an error without detail',
    mutate: onJson((body) => without(body, 'detail')),
    fails: [21, 34, 41, 44, 52, 69, 154],
  },
  {
    name: 'an error without messages',
    mutate: onJson((body) => without(body, 'messages')),
    fails: [44, 46, 47, 50, 52, 53, 54, 152, 171],
    deviates: [70],
  },
  {
    name: 'an error with messages',
    mutate: onJson((body) => ({ ...body, messages: ['reason'] })),
    fails: [34, 35, 37, 38, 39, 41, 124, 154],
  },
  {
    name: 'paths with dots',
    mutate: onBody((body) => body.replaceAll(/(messages|choices),(\d),/g, '$1.$2.')),
    fails: [46, 47, 152, 155],
  },
  { name: 'the first of two ids', mutate: onMultipart((body) => body.replaceAll('"r2"', '"r"')), deviates: [31] },
  {
    name: 'ids as doubles',
    mutate: onMultipart((body) => body.replaceAll('12345678901234567890', '12345678901234567000')),
    deviates: [42],
  },
  {
    name: 'UTF-8 read as Latin-1',
    mutate: onMultipart((body) => body.replaceAll('\xc3\xa9', '\xc3\x83\xc2\xa9')),
    fails: [32, 126],
    deviates: [127],
  },
  {
    name: 'other words in another place',
    mutate: onJson((body) => ({
      ...body,
      ...(body.messages === undefined ? {} : { messages: (body.messages as string[]).map((text) => `not ${text}`) }),
    })),
    deviates: [175],
  },
  {
    name: 'a boundary that is always the same',
    mutate: (answer) =>
      isMultipart(answer)
        ? {
            ...answer,
            headers: { 'content-type': 'multipart/form-data; boundary=constant' },
            body: answer.body.replaceAll(answer.body.slice(2, answer.body.indexOf('\r\n')), 'constant'),
          }
        : answer,
    fails: [187],
  },
  {
    name: 'metadata of a reject lost',
    mutate: onMultipart((body) => (body.includes('name="reject"') ? body.replace('"kept":"yes",', '') : body)),
    fails: [188],
  },
  {
    name: 'Latin-1 read as UTF-8',
    mutate: onMultipart((body) => body.replaceAll('\xc3\xa9', '\xef\xbf\xbd')),
    fails: [32, 126],
    deviates: [127],
  },
  {
    name: 'metadata {}',
    mutate: onMultipart((body) => body.replaceAll(/\{.*\}/g, '{}')),
    fails: [37, 40, 42, 43, 47, 58, 59, 151],
  },
  {
    name: '204 for every result',
    mutate: () => ({ status: 204, headers: {}, body: '' }),
    fails: [58, 59, 60, 61, 62, 64, 66],
  },
  { name: '200 for nothing to say', mutate: onStatus(204, 200), fails: [45, 52, 57] },
  {
    name: 'null content dropped',
    mutate: onMultipart((body) => body.replaceAll(/,?"content":null/g, '')),
    fails: [48],
  },
  {
    name: 'unknown keys dropped',
    mutate: onMultipart((body) => body.replaceAll(/,"(model|finish_reason|usage|name)":("[^"]*"|\{[^}]*\})/g, '')),
    fails: [48, 50, 63],
  },
  {
    name: 'no change made',
    mutate: onMultipart((body) => body.replaceAll('"content":"changed"', '"content":"hello"')),
    fails: [47, 48, 49, 50, 61, 63, 181],
  },
  {
    name: 'a wrong default role',
    mutate: onMultipart((body) => body.replaceAll('"role":"assistant"', '"role":"user"')),
    fails: [37, 48],
    deviates: [153],
  },
  { name: '__proto__ dropped', mutate: onMultipart((body) => body.replaceAll('"__proto__"', '"proto"')), fails: [156] },
  {
    name: 'numbers rewritten',
    mutate: onMultipart((body) =>
      body.replaceAll(/"n":(-?[\d.eE+]+)/g, (_, number) => `"n":${JSON.stringify(Number(number))}`),
    ),
    deviates: [157],
  },
  {
    name: 'a bare NaN',
    mutate: (answer) => ({
      ...answer,
      status: 200,
      headers: { 'content-type': 'multipart/form-data; boundary=B' },
      body: '--B\r\nContent-Disposition: form-data; name="metadata"\r\nContent-Type: application/json\r\n\r\n{"processor_result":{"n":NaN}}\r\n--B--\r\n',
    }),
    fails: [183],
  },
  {
    name: 'one more key',
    mutate: onMultipart((body) => body.replaceAll('"processor_id"', '"x":1,"processor_id"')),
    fails: [58, 59, 60, 65, 186],
  },
  {
    name: 'tags in upper case',
    mutate: onMultipart((body) => body.replaceAll('"topic"', '"Topic"')),
    fails: [60, 68, 73, 184],
  },
  {
    name: 'tags dropped',
    mutate: onMultipart((body) => body.replaceAll(/,"tags":\{[^}]*\}/g, '')),
    fails: [60, 68, 73, 74],
  },
  { name: 'metadata dropped', mutate: onParts((parts) => parts.slice(0, -1)), fails: [58, 61, 63, 65, 73] },
  { name: 'metadata first', mutate: onParts((parts) => parts.toReversed()), fails: [61, 63, 65, 68, 73] },
  { name: 'a part twice', mutate: onParts((parts) => [...parts, ...parts]), fails: [58, 73] },
  {
    name: 'a reject that is no 200',
    mutate: (answer) => (answer.body.includes('name="reject"') ? { ...answer, status: 403 } : answer),
    fails: [65, 67, 68, 73, 185],
  },
  {
    name: 'no null for findings',
    mutate: onMultipart((body) => body.replaceAll(',"processor_result":null', '')),
    fails: [65],
  },
  {
    name: 'a stray letter',
    mutate: onMultipart((body) => body.replaceAll('"AIGW_TIMEOUT"', '"fAIGW_TIMEOUT"')),
    deviates: [67],
  },
  {
    name: 'an exception that tells',
    mutate: onJson((body) => ({ ...body, cause: 'Error: fixture-secret' })),
    fails: [69],
  },
  { name: '502 for a failing handler', mutate: onStatus(500, 502), fails: [69, 184] },
  { name: '500 for the documented error', mutate: onStatus(400, 500), deviates: [70] },
  {
    name: 'forged stamps',
    mutate: onMultipart((body) => body.replaceAll('"Suite:Both"', '"forged"')),
    fails: [58, 71],
  },
  {
    name: 'forged tags',
    mutate: onMultipart((body) => body.replaceAll('"kept"', '"tags":{"forged":["yes"]},"kept"')),
    deviates: [71],
  },
  { name: 'a promise that is not awaited', mutate: onStatus(200, 500), fails: [72] },
  {
    name: 'a file name',
    mutate: onMultipart((body) => body.replaceAll('name="metadata"', 'name="metadata"; filename="m"')),
    fails: [58, 73],
  },
  {
    name: 'text parts',
    mutate: onMultipart((body) => body.replaceAll('application/json', 'text/plain')),
    fails: [58, 73],
  },
  { name: 'bare line feeds', mutate: onMultipart((body) => body.replaceAll('\r\n', '\n')), fails: [73] },
  { name: 'no closing boundary', mutate: onMultipart((body) => body.replace(/--\r\n$/, '')), fails: [73] },
  { name: 'text before the parts', mutate: onMultipart((body) => `preamble\r\n${body}`), fails: [73] },
  {
    name: 'a boundary of 71 characters',
    mutate: (answer) =>
      isMultipart(answer)
        ? {
            ...answer,
            headers: { 'content-type': `multipart/form-data; boundary="${'x'.repeat(71)}"` },
            body: answer.body.replaceAll(/--[A-Za-z0-9]{20,70}/g, `--${'x'.repeat(71)}`),
          }
        : answer,
    fails: [73],
  },
  {
    name: 'text that is not ASCII lost',
    mutate: onMultipart((body) => body.replaceAll(/[\x80-\xff]+/g, '?')),
    fails: [74],
  },
  {
    name: 'findings of a dropped reject lost',
    mutate: onMultipart((body) => body.replaceAll(/,"processor_result":\{[^}]*\}/g, '')),
    deviates: [182],
  },
]

describe('a server that is wrong in one way is caught', () => {
  test.each(mutants)('$name', async ({ mutate: mutation, fails = [], deviates = [] }) => {
    mutate = mutation
    const report = await runConformance({ url, emptyUrl: url, only: [...fails, ...deviates], timeoutMs: 5000 })
    const ended = (outcome: string) => report.cases.filter((subject) => subject.outcome === outcome).map(({ id }) => id)
    expect({ fail: ended('fail').toSorted(), deviation: ended('deviation').toSorted() }).toEqual({
      fail: fails.toSorted(),
      deviation: deviates.toSorted(),
    })
    expect(report.conforms).toBe(false)
  })

  test('and the proxy alone changes nothing', async () => {
    mutate = (answer) => answer
    const only = mutants.flatMap(({ fails = [], deviates = [] }) => [...fails, ...deviates])
    const { cases } = await runConformance({ url, only })
    expect(cases.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
  })

  test('one request at a time', async () => {
    mutate = (answer) => answer
    oneByOne = true
    const { cases } = await runConformance({ url, only: [75] })
    oneByOne = false
    expect(cases[0]).toMatchObject({ outcome: 'fail' })
  })

  test('a client that leaves is not noticed', async () => {
    mutate = (answer) => answer
    const { cases, conforms } = await runConformance({ url, only: [76], level: 'MUST' })
    expect(cases[0]).toMatchObject({ outcome: 'deviation' })
    expect(conforms).toBe(true)
  })
})

const asText =
  (isAsText: (answer: Passing, asked: { readonly method: string; readonly path: string }) => boolean): Mutation =>
  (answer, asked) =>
    isAsText(answer, asked) ? { ...answer, headers: { 'content-type': 'text/plain' }, body: 'no' } : answer
const hasCode = ({ body }: Passing, ...codes: string[]) => codes.some((code) => body.includes(`"${code}"`))

/** What the protocol's original does where the protocol asks for something better. */
const originals: readonly { readonly name: string; readonly mutate: Mutation; readonly deviates: readonly number[] }[] =
  [
    {
      name: 'a listing without a Content-Type',
      mutate: onHeader('content-type', () => undefined),
      deviates: [3, 4, 5, 6, 106],
    },
    {
      name: 'text for unknown processors and methods',
      mutate: asText(({ status }, { method }) => status === 404 || (status === 405 && method !== 'GET')),
      deviates: [8, 11, 12, 102, 103],
    },
    {
      name: 'HEAD for any command',
      mutate: (answer, { method }) => (method === 'HEAD' ? { ...answer, status: 200 } : answer),
      deviates: [104],
    },
    {
      name: 'the multipart type for HEAD on a signature',
      mutate: onHeader('content-type', () => 'multipart/form-data;charset=utf-8'),
      deviates: [101],
    },
    {
      name: 'text for malformed multipart',
      mutate: asText((answer) => hasCode(answer, 'MULTIPART_MALFORMED', 'PART_UNNAMED', 'TOO_MANY_PARTS')),
      deviates: [24, 26, 27, 28, 128, 130, 141],
    },
    {
      name: 'the stray letter',
      mutate: onMultipart((body) => body.replaceAll('"AIGW_TIMEOUT"', '"fAIGW_TIMEOUT"')),
      deviates: [67],
    },
    {
      name: 'the role user in a choice',
      mutate: onMultipart((body) => body.replaceAll('"role":"assistant"', '"role":"user"')),
      deviates: [153],
    },
    {
      name: '500 for every error of a handler',
      mutate: (answer) => (hasCode(answer, 'PROCESSOR_ERROR') ? { ...answer, status: 500 } : answer),
      deviates: [70],
    },
    {
      name: 'the findings of a dropped reject dropped with it',
      mutate: onMultipart((body) => body.replaceAll(/,"processor_result":\{[^}]*\}/g, '')),
      deviates: [182],
    },
  ]

describe('what the original does besides the protocol is a deviation, not a failure', () => {
  test.each(originals)('$name', async ({ mutate: mutation, deviates }) => {
    mutate = mutation
    const report = await runConformance({ url, only: deviates, level: 'MUST' })
    expect(report.cases.filter(({ outcome }) => outcome !== 'deviation')).toEqual([])
    expect(report.conforms).toBe(true)
  })
})
