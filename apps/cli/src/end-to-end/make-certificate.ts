import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly name: string
  readonly cert: string
  readonly key: string
  readonly privateKey: KeyObject
}

/** What to make. */
export interface CertificateOptions {
  /** Common name of the subject. */
  readonly name: string
  /** Who signs. Default: the certificate itself, which makes it an authority. */
  readonly issuer?: Certificate
  /** End of its validity. Default: in an hour. */
  readonly validTo?: Date
}

const HOUR_MS = 3_600_000

/** Makes an X.509 version 3 certificate (RFC 5280) for 127.0.0.1 with a P-256 key, so that tests need no other tool. */
export function makeCertificate({ name, issuer, validTo }: CertificateOptions): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signatureAlgorithm = sequence(oid(ECDSA_WITH_SHA256))
  const until = validTo ?? new Date(Date.now() + HOUR_MS)
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    signatureAlgorithm,
    distinguishedName(issuer?.name ?? name),
    sequence(time(new Date(until.getTime() - 2 * HOUR_MS)), time(until)),
    distinguishedName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(issuer === undefined ? isAuthority : forLoopback)),
  )
  const signature = sign('sha256', toBeSigned, issuer?.privateKey ?? privateKey)
  const certificate = sequence(toBeSigned, signatureAlgorithm, der(0x03, Buffer.of(0), signature))
  return {
    name,
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    privateKey,
  }
}

const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const COMMON_NAME = [0x55, 0x04, 0x03]
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13]
const SUBJECT_ALTERNATIVE_NAME = [0x55, 0x1d, 0x11]
const TRUE = der(0x01, Buffer.of(0xff))

const isAuthority = sequence(oid(BASIC_CONSTRAINTS), TRUE, der(0x04, sequence(TRUE)))
const forLoopback = sequence(oid(SUBJECT_ALTERNATIVE_NAME), der(0x04, sequence(der(0x87, Buffer.of(127, 0, 0, 1)))))

function distinguishedName(name: string): Buffer {
  return sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(name)))))
}

function time(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
}

function integer(bytes: Buffer): Buffer {
  return der(0x02, bytes)
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes))
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return der(0x30, ...contents)
}

function explicit(tag: number, content: Buffer): Buffer {
  return der(0xa0 + tag, content)
}

/** Tag, length and value, as the distinguished encoding rules have them (ITU-T X.690). */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const value = Buffer.concat(contents)
  const { length } = value
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), value])
}
