import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runConformance } from '../index.js'

/** A fresh self-signed certificate for localhost; `undefined` where there is no openssl. */
function makeCertificate(): { readonly key: string; readonly cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const options = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost'
  const names = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert]
  try {
    execFileSync('openssl', ['req', ...options.split(' '), ...names], { stdio: 'ignore' })
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const certificate = makeCertificate()

describe.skipIf(certificate === undefined)('over TLS (skipped where there is no openssl)', () => {
  const { cert = '', key = '' } = certificate ?? {}

  async function run(options: { readonly ca?: string; readonly insecure?: boolean }) {
    const tokens = new Set<string | undefined>()
    const server = createServer({ key, cert }, (incoming, outgoing) => {
      tokens.add(incoming.headers.authorization)
      outgoing.writeHead(405, { allow: 'GET' }).end('sesame is not repeated')
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    try {
      const url = `https://localhost:${(server.address() as AddressInfo).port}`
      const report = await runConformance({ url, ...options, bearerToken: 'sesame', only: [2, 8] })
      return { tokens: [...tokens], report }
    } finally {
      server.close()
    }
  }

  test('a known certificate is trusted, and every request has the token', async () => {
    const { report, tokens } = await run({ ca: cert })
    expect(report.cases[0]).toMatchObject({ id: 2, outcome: 'pass' })
    expect(tokens).toEqual(['Bearer sesame'])
  })

  test('the token is not in the report', async () => {
    const { report } = await run({ ca: cert })
    expect(report.cases[1]?.probes.flatMap(({ failures }) => failures.map(({ sent }) => sent)).join()).toContain(
      'Authorization: Bearer ***',
    )
  })

  test('any certificate is taken only when asked for', async () => {
    await expect(run({})).rejects.toMatchObject({ failure: 'unreachable' })
    expect((await run({ insecure: true })).report.cases).toHaveLength(2)
  })
})
