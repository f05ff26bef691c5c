import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { exchange, Folder, run, Server, slowModule } from './start-gatehouse.js'

interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue?: string }
}
interface Span {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
}

/** A receiver of OTLP over HTTP with JSON, which keeps what it got. */
async function startReceiver() {
  const got: { path: string; body: string }[] = []
  const server = createServer(async (request: IncomingMessage, reply) => {
    let body = ''
    for await (const data of request) body += data
    got.push({ path: request.url ?? '', body })
    reply.setHeader('content-type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const documents = (path: string) => got.filter((each) => each.path === path).map(({ body }) => JSON.parse(body))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => got.map(({ body }) => body).join('\n'),
    spans: () =>
      documents('/v1/traces').flatMap(({ resourceSpans }) =>
        resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: Span[] }[] }) =>
          scopeSpans.flatMap(({ spans }) => spans),
        ),
      ) as Span[],
    resource: () => documents('/v1/traces')[0].resourceSpans[0].resource.attributes as Attribute[],
    metricNames: () =>
      documents('/v1/metrics').flatMap(({ resourceMetrics }) =>
        resourceMetrics.flatMap(({ scopeMetrics }: { scopeMetrics: { metrics: { name: string }[] }[] }) =>
          scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
        ),
      ) as string[],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const execute = (server: Server, content: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/execute/gatehouse/language-id`, { method: 'POST', body: exchange(content), headers })

describe('OTLP', () => {
  test('gets spans under the trace of the caller, metrics, and who we are, at the latest when the server stops', async () => {
    await using receiver = await startReceiver()
    await using server = await Server.start([], {
      environment: {
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
      },
    })
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    const reply = await execute(server, 'Guten Morgen, wie komme ich zum Bahnhof?', {
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    })
    expect(reply.status).toBe(200)
    server.signal('SIGTERM')
    expect(await server.exited).toMatchObject({ code: 0 })
    const spans = receiver.spans()
    expect(spans.map(({ name }) => name).sort()).toEqual(['handle_request', 'parse_and_process', 'process'])
    expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]))
    const byName = Object.fromEntries(spans.map((span) => [span.name, span]))
    expect(byName.handle_request?.parentSpanId).toBe('b7ad6b7169203331')
    expect(byName.parse_and_process?.parentSpanId).toBe(byName.handle_request?.spanId)
    expect(byName.process?.parentSpanId).toBe(byName.parse_and_process?.spanId)
    expect(receiver.metricNames()).toContain('gatehouse.processor.executions')
    const resource = Object.fromEntries(receiver.resource().map(({ key, value }) => [key, value.stringValue]))
    expect(resource).toMatchObject({
      'service.name': 'gatehouse-processor-server',
      'service.version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
      'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/),
      'deployment.environment.name': 'test',
    })
  })

  test('gets no content', async () => {
    await using receiver = await startReceiver()
    await using server = await Server.start([], { environment: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url } })
    await execute(server, 'the word is swordfish, and nobody shall read it anywhere')
    server.signal('SIGTERM')
    await server.exited
    expect(receiver.text()).toContain('handle_request')
    expect(receiver.text() + server.stdout + server.stderr).not.toContain('swordfish')
  })

  test('that does not answer costs a warning, not a request nor the stop', async () => {
    await using server = await Server.start([], { environment: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' } })
    expect((await execute(server, 'Guten Morgen, wie geht es dir?')).status).toBe(200)
    const startedAt = performance.now()
    server.signal('SIGTERM')
    expect(await server.exited).toEqual({ code: 0, signal: null })
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(await server.logged('the last export took over')).toMatchObject({
      level: 'warn',
      component: 'opentelemetry',
    })
  })

  test('is not there when it is switched off by the standard variable', async () => {
    await using receiver = await startReceiver()
    await using server = await Server.start([], {
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_SDK_DISABLED: 'true' },
    })
    await execute(server, 'Guten Morgen, wie geht es dir?')
    server.signal('SIGTERM')
    await server.exited
    expect(receiver.text()).toBe('')
  })
})

describe('Prometheus', () => {
  const metric = /gatehouse_processor_executions\w*\{[^}]*processor_id="gatehouse:language-id"[^}]*\} 1\b/

  test('scrapes the port of the server, across a reload', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': 'telemetry: { prometheus: { path: /stats } }\n' })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    await execute(server, 'Guten Morgen, wie geht es dir?')
    const scrape = async () => (await fetch(`${server.url}/stats`)).text()
    expect(await scrape()).toMatch(metric)
    server.signal('SIGHUP')
    await server.logged('reloaded')
    expect(await scrape()).toMatch(metric)
    expect((await fetch(`${server.url}/metrics?swordfish`)).status).toBe(404)
    const requests = await scrape()
    expect(requests).toMatch(
      /http_server_request_duration_count\{[^}]*http_response_status_code="200",http_route="\/stats"[^}]*\} \d/,
    )
    expect(requests).toMatch(
      /http_server_request_duration_count\{http_request_method="GET",http_response_status_code="404",otel/,
    )
    expect(requests).not.toContain('swordfish')
  })

  test('and the log have a request whose client goes away, too', async () => {
    await using folder = await Folder.create({
      'slow.js': slowModule,
      'gatehouse.yaml': 'telemetry: { prometheus: {} }\nlog: { requests: true }\nprocessors: [{ module: ./slow.js }]\n',
    })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')])
    const leave = new AbortController()
    const url = `${server.url}/api/v1/execute/acme/slow`
    const left = fetch(url, { method: 'POST', body: exchange('10000'), signal: leave.signal }).catch(() => 'left')
    await server.logged('began')
    leave.abort()
    expect(await left).toBe('left')
    expect(await server.logged(/^request$/)).toMatchObject({ route: '/api/v1/execute/acme/slow', status: 499 })
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
      /http_server_request_duration_count\{[^}]*http_response_status_code="499",http_route="\/api\/v1\/execute\/acme\/slow"[^}]*\} 1\b/,
    )
  })

  test('scrapes a port of its own, which has nothing else and needs no token', async () => {
    await using folder = await Folder.create({ 'gatehouse.yaml': 'telemetry: { prometheus: { port: 0 } }\n' })
    await using server = await Server.start(['-c', folder.at('gatehouse.yaml')], {
      environment: { GATEHOUSE_TOKEN: 'own-token-0123456789abc' },
    })
    const { address } = await server.logged('metrics for Prometheus')
    const own = `http://127.0.0.1:${(address as AddressInfo).port}`
    expect((await fetch(`${own}/metrics`)).status).toBe(200)
    expect((await fetch(`${own}/api/v1/info`)).status).toBe(404)
    expect((await fetch(`${server.url}/metrics`)).status).toBe(401)
    server.signal('SIGTERM')
    expect(await server.exited).toEqual({ code: 0, signal: null })
  })

  test('cannot have a port in use', async () => {
    const other = createTcpServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await using folder = await Folder.create({ 'gatehouse.yaml': `telemetry: { prometheus: { port: ${port} } }\n` })
    const ended = await run(['serve', '-p', '0', '-c', folder.at('gatehouse.yaml')])
    other.close()
    expect(ended).toMatchObject({
      code: 69,
      stderr: `Cannot listen on 127.0.0.1:${port}: the port is in use by another process. Stop it, or choose another one with "telemetry.prometheus.port".\n`,
    })
  })

  test('cannot have the port of the server as its own', async () => {
    await using folder = await Folder.create({
      'gatehouse.yaml': 'listen: { port: 9464 }\ntelemetry: { prometheus: { port: 9464 } }\n',
    })
    expect(await run(['check', 'gatehouse.yaml'], { cwd: folder.path })).toMatchObject({
      code: 78,
      stderr:
        'gatehouse.yaml:2:34 telemetry.prometheus.port: expected another port than that of the server; leave it out to share that one\n',
    })
  })
})
