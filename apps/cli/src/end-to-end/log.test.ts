import { expect, test } from 'vitest'
import { exchange, Folder, Server } from './start-gatehouse.js'

const noisyModule = `
import { defineProcessor, pass, secret, signatures } from '@gatehouse/sdk'
import { z } from 'zod'
export const noisy = defineProcessor({
  namespace: 'acme', name: 'noisy', version: '1.0.0', signature: signatures.inputOnly, actions: ['reject'],
  parameters: z.strictObject({ key: secret(z.string()).default(''), mode: z.string().default('') }),
  processInput({ prompt, parameters }) {
    const content = prompt.messages[0].content
    if (parameters.mode === 'throw') throw new Error('cannot read ' + content)
    if (parameters.mode === 'beside') Promise.reject(Object.assign(new Error('beside ' + content), { name: 'at ' + content }))
    if (parameters.mode === 'later') setTimeout(() => { throw new Error('later ' + content) })
    return pass({ tags: { a: ['b'] } })
  },
})
`

async function startNoisy(folder: Folder): Promise<Server> {
  await folder.write('noisy.js', noisyModule)
  await folder.write(
    'gatehouse.yaml',
    'log: { level: trace, requests: true }\nprocessors: [{ module: ./noisy.js, parameters: { key: k3y-k3y-k3y } }]\n',
  )
  return Server.start(['-c', folder.at('gatehouse.yaml')])
}

const post = (server: Server, parameters: object, query = '') =>
  fetch(`${server.url}/api/v1/execute/acme/noisy${query}`, {
    method: 'POST',
    body: exchange('swordfish\n    at swordfish (swordfish:1:1)', parameters),
    headers: { authorization: 'Bearer swordfish-0123456789', 'x-key': 'swordfish' },
  })

test('a record is one line of JSON with time, level and message; a request has its id, route and status', async () => {
  await using folder = await Folder.create()
  await using server = await startNoisy(folder)
  const reply = await post(server, {}, '?key=swordfish')
  const record = await server.logged(/^request$/)
  expect(record).toMatchObject({
    level: 'info',
    method: 'POST',
    route: '/api/v1/execute/acme/noisy',
    status: 200,
    request: reply.headers.get('x-request-id'),
  })
  expect(Date.parse(String(record.time))).toBeGreaterThan(Date.now() - 60_000)
})

test('no content, parameter, query, header or token reaches the log, at any level and by any fault', async () => {
  await using folder = await Folder.create()
  await using server = await startNoisy(folder)
  await post(server, {}, '?key=swordfish')
  expect((await post(server, { mode: 'throw' })).status).toBe(500)
  expect((await post(server, { mode: 'beside' })).status).toBe(200)
  expect((await post(server, { mode: { swordfish: 1 } })).status).toBe(400)
  await fetch(`${server.url}/swordfish`)
  await server.logged('a promise failed that nobody waits for')
  expect((await post(server, {})).status).toBe(200)
  const thrown = server.log.find(({ code }) => code === 'HANDLER_FAILED')
  expect(thrown).toMatchObject({ level: 'error', thrown: { type: 'Error', frames: expect.any(Array) } })
  expect(server.stdout + server.stderr).not.toMatch(/swordfish|k3y/)
})

test('an exception that nobody catches ends the server, named and without its text', async () => {
  await using folder = await Folder.create()
  await using server = await startNoisy(folder)
  await post(server, { mode: 'later' }).catch(() => {})
  expect(await server.exited).toEqual({ code: 1, signal: null })
  expect(await server.logged('nobody catches')).toMatchObject({ level: 'fatal' })
  expect(server.stdout + server.stderr).not.toContain('swordfish')
})

test('an action without its permission is told at start', async () => {
  await using folder = await Folder.create()
  await using server = await startNoisy(folder)
  expect(await server.logged('acme:noisy: the processor can reject, but the permission "reject" is off')).toMatchObject(
    {
      level: 'warn',
    },
  )
})
