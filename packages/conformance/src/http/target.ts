import type { ConnectionOptions } from 'node:tls'

/** The server under test, as an address to connect to. */
export interface Target {
  readonly host: string
  readonly port: number
  /** Value of the Host header. */
  readonly authority: string
  /** Put in front of every path; empty or `/something` without a slash at the end. */
  readonly basePath: string
  /** TLS settings, or `undefined` for plain HTTP. */
  readonly tls: ConnectionOptions | undefined
  readonly bearerToken: string | undefined
}

/** Settings of a {@link Target} beside its URL. */
export interface TargetOptions {
  /** PEM certificates to trust in place of the system's. */
  readonly ca?: string | Buffer | undefined
  /** Take any certificate. Default: false. */
  readonly insecure?: boolean | undefined
  /** Sent as `Authorization: Bearer`; never part of a report. */
  readonly bearerToken?: string | undefined
}

/**
 * Reads a URL as the address of a server under test.
 *
 * @throws TypeError when the URL is not an `http:` or `https:` one, or has a user, a query or a fragment.
 */
export function readTarget(url: string, { ca, insecure = false, bearerToken }: TargetOptions = {}): Target {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) {
    throw new TypeError(`The URL of the server must begin with http:// or https://, as http://127.0.0.1:8000 does.`)
  }
  if (parsed.username !== '' || parsed.password !== '' || parsed.search !== '' || parsed.hash !== '') {
    throw new TypeError('The URL of the server must have no user, query or fragment.')
  }
  if (bearerToken !== undefined && !/^[\w\-.~+/]+=*$/.test(bearerToken)) {
    throw new TypeError('The bearer token has characters that RFC 6750, section 2.1, does not allow.')
  }
  const secure = parsed.protocol === 'https:'
  const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host,
    port: parsed.port === '' ? (secure ? 443 : 80) : Number(parsed.port),
    authority: parsed.host,
    basePath: parsed.pathname.replace(/\/+$/, ''),
    tls: secure ? { rejectUnauthorized: !insecure, ...(ca === undefined ? {} : { ca }) } : undefined,
    bearerToken,
  }
}
