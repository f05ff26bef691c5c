import { defineProcessor, pass, signatures } from '@gatehouse/sdk'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { addHealthRoutes } from './health-routes.js'

test('a server is ready between loading and draining', async () => {
  let isDraining = false
  let hasLoaded = false
  const slow = defineProcessor({
    namespace: 'acme',
    name: 'slow-start',
    version: '1',
    signature: signatures.inputOnly,
    isReady: () => hasLoaded,
    processInput: () => pass(),
  })
  await using app = Fastify()
  addHealthRoutes(app, () => !isDraining, [slow])
  const ready = async () => {
    const { statusCode, body } = await app.inject('/readyz')
    return { statusCode, ...(JSON.parse(body) as object) }
  }
  expect(await ready()).toEqual({
    statusCode: 503,
    status: 'loading',
    detail: 'Still loading: acme:slow-start.',
    code: 'LOADING',
  })
  hasLoaded = true
  expect(await ready()).toEqual({ statusCode: 200, status: 'ready' })
  isDraining = true
  expect(await ready()).toMatchObject({ statusCode: 503, status: 'draining', code: 'SHUTTING_DOWN' })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
})
