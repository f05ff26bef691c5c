import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import type { Problem } from '../configuration/problem.js'
import { explainFileError, type ReadConfiguration } from '../configuration/read-configuration.js'

/** What a TLS server needs, as `tls.createSecureContext` takes it. */
export interface TlsMaterial {
  readonly cert: Buffer
  readonly key: Buffer
  /** Authorities for client certificates; present when every client needs one. */
  readonly ca?: Buffer
}

/** The TLS material of the configuration, or what is wrong with it. Neither when the server speaks plain HTTP. */
export interface ReadTls {
  readonly material?: TlsMaterial
  readonly problems: readonly Problem[]
  readonly warnings: readonly string[]
  readonly files: readonly string[]
}

/** Reads certificate, key and authorities, and checks that they are such and belong together. */
export async function readTls({ configuration, folder, problemAt }: ReadConfiguration): Promise<ReadTls> {
  const settings = configuration.listen.tls
  if (settings === undefined) return { problems: [], warnings: [], files: [] }

  const problems: Problem[] = []
  const files: string[] = []
  const read = async <T>(name: keyof typeof settings, parse: (bytes: Buffer) => T, expected: string) => {
    const path = settings[name]
    if (path === undefined) return undefined
    const report = (message: string) => problems.push(problemAt(['listen', 'tls', name], message))
    const file = resolve(folder, path)
    files.push(file)
    let bytes: Buffer
    try {
      bytes = await readFile(file)
    } catch (error) {
      report(explainFileError(error))
      return undefined
    }
    try {
      return { bytes, parsed: parse(bytes) }
    } catch {
      // The error of the parser could quote the key.
      report(`expected ${expected}; the file has something else`)
      return undefined
    }
  }

  const cert = await read('cert', (bytes) => new X509Certificate(bytes), 'a PEM file with a certificate')
  const key = await read('key', parseKey, 'a PEM file with an unencrypted private key')
  const clientCa = await read('clientCa', parseCertificates, 'a PEM file with certificates')
  if (cert !== undefined && key !== undefined && !cert.parsed.checkPrivateKey(key.parsed)) {
    problems.push(
      problemAt(
        ['listen', 'tls', 'key'],
        'expected the key of the certificate in "cert"; this is the key of another one',
      ),
    )
  }
  if (cert === undefined || key === undefined || problems.length > 0) return { problems, warnings: [], files }
  const material = { cert: cert.bytes, key: key.bytes, ...(clientCa === undefined ? {} : { ca: clientCa.bytes }) }
  const refusal = findRefusal(material)
  if (refusal !== undefined) {
    const message = `expected a PEM file with a certificate and its chain that TLS can use; it is refused (${refusal})`
    return { problems: [problemAt(['listen', 'tls', 'cert'], message)], warnings: [], files }
  }
  return {
    material,
    problems,
    warnings: explainValidity(cert.parsed, new Date()),
    files,
  }
}

function parseKey(bytes: Buffer): KeyObject {
  return createPrivateKey({ key: bytes, format: 'pem' })
}

/** All certificates of a PEM file. TLS would pass over those that it cannot read, and whoever has one of theirs is locked out. */
function parseCertificates(bytes: Buffer): X509Certificate[] {
  const begin = '-----BEGIN CERTIFICATE-----'
  const [, ...blocks] = bytes.toString('latin1').split(begin)
  if (blocks.length === 0) throw new Error('There is no certificate.')
  return blocks.map((block) => new X509Certificate(`${begin}${block}`))
}

/**
 * Why TLS would refuse what can be read, as OpenSSL names it: a chain with something else in it, DER in place of PEM, a key
 * that is too short. The text of the error is left out, as it could quote the key.
 */
function findRefusal(material: TlsMaterial): string | undefined {
  try {
    createSecureContext(material)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'no code'
  }
}

function explainValidity({ validFrom, validTo }: X509Certificate, now: Date): string[] {
  if (now < new Date(validFrom))
    return [`The certificate of the server is not valid before ${new Date(validFrom).toISOString()}.`]
  if (now > new Date(validTo))
    return [`The certificate of the server is no longer valid since ${new Date(validTo).toISOString()}.`]
  return []
}
