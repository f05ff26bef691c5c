import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createProcessorServer } from '../fastify/index.js'
import { defineProcessor, pass, signatures } from '../index.js'
import { createProcessorClient, type TlsSettings } from './index.js'

const processor = defineProcessor({
  namespace: 'acme',
  name: 'quiet',
  version: '1',
  signature: signatures.inputOnly,
  parameters: z.object({}),
  processInput: () => pass(),
})

/** One element of DER (ITU-T X.690): tag, length, content. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content)
  const length = bytes.length < 0x80 ? [bytes.length] : [0x82, bytes.length >> 8, bytes.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), bytes])
}

/** A certificate for 127.0.0.1 that signs itself (RFC 5280), valid from 2020 to 2049, with its key. */
function selfSigned(commonName: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const sequence = (...content: Uint8Array[]) => der(0x30, ...content)
  const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
  const algorithm = sequence(oid('2a8648ce3d040302'))
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(commonName)))))
  const validity = sequence(...['200101000000Z', '491231235959Z'].map((time) => der(0x17, Buffer.from(time))))
  const addresses = sequence(der(0x87, Buffer.from([127, 0, 0, 1])))
  const extensions = der(0xa3, sequence(sequence(oid('551d11'), der(0x04, addresses))))
  const version3 = der(0xa0, der(0x02, Buffer.from([2])))
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]))
  const publicBytes = publicKey.export({ type: 'spki', format: 'der' })
  const body = sequence(version3, serial, algorithm, name, validity, name, publicBytes, extensions)
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature))
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}

const server = selfSigned('server')
const ours = selfSigned('client')
const strange = selfSigned('stranger')

/** Calls a server that wants a client certificate it knows. */
async function callWith(tls: TlsSettings): Promise<string> {
  await using app = createProcessorServer({
    processors: [processor],
    fastify: { https: { ...server, ca: ours.cert, requestCert: true, rejectUnauthorized: true } },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  await using client = createProcessorClient({ url, tls })
  return client.execute({ processor, prompt: { messages: [] } }).then(
    ({ kind }) => kind,
    ({ kind }) => kind,
  )
}

describe('over TLS', () => {
  test('a trusted server that knows the client certificate answers', async () => {
    expect(await callWith({ ca: server.cert, ...ours })).toBe('pass')
  })

  test('a server that is not trusted is not called', async () => {
    expect(await callWith({ ...ours })).toBe('connect')
    expect(await callWith({ ca: strange.cert, ...ours })).toBe('connect')
  })

  test('a server by another name is not called', async () => {
    expect(await callWith({ ca: server.cert, ...ours, servername: 'other.example.com' })).toBe('connect')
  })

  // In TLS 1.3 a client learns of this after its own handshake is over.
  test('without a certificate that the server knows there is no answer', async () => {
    expect(await callWith({ ca: server.cert })).toMatch(/^connect(ion-lost)?$/)
    expect(await callWith({ ca: server.cert, ...strange })).toMatch(/^connect(ion-lost)?$/)
  })
})
