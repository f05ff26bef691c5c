import type { RunningServer } from '@gatehouse/processor-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startFixtureServer } from './open-page.js'

/** What a browser sends for a page. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

describe('the page without a browser', () => {
  let server: RunningServer

  beforeAll(async () => {
    server = await startFixtureServer({ GATEHOUSE_TOKEN: 'a-token-of-the-test-0123' })
  })
  afterAll(() => server?.stop())

  const get = (path: string, headers: Record<string, string>) =>
    fetch(new URL(path, server.url), { headers, redirect: 'manual' })

  test.each([
    [BROWSER, 200],
    ['text/html', 200],
    ['*/*', 307],
    ['application/json', 307],
    ['application/json, text/html;q=0.5', 307],
  ])('[protocol 1] is for who asks for HTML first: %s gives %i', async (accept, status) => {
    const reply = await get('/', { accept })
    expect(reply.status).toBe(status)
    expect(reply.headers.get('location')).toBe(status === 307 ? '/api/v1/info' : null)
    expect(reply.headers.get('vary')).toBe('Accept')
  })

  test('comes with a strict policy, and holds no script or style of its own', async () => {
    const reply = await get('/', { accept: BROWSER })
    expect(reply.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    )
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await reply.text()).not.toMatch(/<style|style=|<script(?! type="module" src=")|\son\w+=/)
  })

  test('refers to files by relative paths, open to all and kept until they change', async () => {
    const html = await (await get('/', { accept: BROWSER })).text()
    const references = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, path = '']) => path)
    expect(references.length).toBeGreaterThan(10)
    for (const path of references) {
      expect(path).not.toMatch(/^\/|:/)
      const file = await get(`/${path}`, {})
      expect(file.status, path).toBe(200)
      expect(file.headers.get('x-content-type-options')).toBe('nosniff')
      const again = await get(`/${path}`, { 'if-none-match': `W/${file.headers.get('etag')}, "other"` })
      expect(again.status, path).toBe(304)
      expect((await get(`/${path}`, { 'if-none-match': '"other"' })).status).toBe(200)
    }
  })

  test('every module that a module imports is among them', async () => {
    const html = await (await get('/', { accept: BROWSER })).text()
    const scripts = new Set([...html.matchAll(/(?:href|src)="(page\/[^"]+\.js)"/g)].map(([, path = '']) => path))
    for (const path of scripts) {
      const text = await (await get(`/${path}`, {})).text()
      for (const [, specifier = ''] of text.matchAll(/from '([^']+)'/g)) {
        const imported = new URL(specifier, `http://page.example.com/${path}`).pathname.slice(1)
        expect(scripts, `${path} imports ${specifier}`).toContain(imported)
      }
    }
  })
})
