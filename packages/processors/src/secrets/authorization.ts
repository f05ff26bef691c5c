import type { TextRange } from '../detection/text-range.js'
import { judgePlausibility } from './plausibility.js'

const HEADER =
  /["']?[ \t]{0,4}[:=,][ \t]{0,4}["'`]?(?:(bearer|basic|token|apikey|api-key|bot|key|digest|splunk|ssws|negotiate)[ \t]{1,4})?([\w.~+/=-]{8,2048})/iy
const SCHEME = /[ \t]{1,4}([\w.~+/=-]{8,2048})/y

/** Credentials in an HTTP header, and how sure they are some, 0 to 1. */
export interface Authorization extends TextRange {
  readonly score: number
}

/** The credentials behind the name of the header that ends at `at` (RFC 9110, section 11.6.2). */
export function readAuthorizationHeader(text: string, at: number): Authorization | undefined {
  HEADER.lastIndex = at
  const header = HEADER.exec(text)
  if (header === null) return undefined
  const [whole, scheme = '', credentials = ''] = header
  const end = at + whole.length
  return judge(scheme.toLowerCase() === 'basic', credentials, end)
}

/** The credentials behind the scheme that ends at `at`, as in `Bearer abc`. */
export function readCredentialsOf(scheme: 'basic' | 'bearer', text: string, at: number): Authorization | undefined {
  SCHEME.lastIndex = at
  const found = SCHEME.exec(text)
  if (found === null) return undefined
  return judge(scheme === 'basic', found[1] as string, at + found[0].length)
}

function judge(isBasic: boolean, credentials: string, end: number): Authorization | undefined {
  const isGood = isBasic ? isUserAndPassword(credentials) : isOpaque(credentials)
  if (!isGood || judgePlausibility(credentials) !== 'plausible') return undefined
  return { start: end - credentials.length, end, score: 0.8 }
}

/** Base64 of `user:password` (RFC 7617), both there and printable. */
function isUserAndPassword(credentials: string): boolean {
  const decoded = Buffer.from(credentials, 'base64').toString('latin1')
  const colon = decoded.indexOf(':')
  const isPrintable = colon >= 0 && decoded.length - colon > 3 && /^[\x20-\x7e]+$/.test(decoded)
  return isPrintable && judgePlausibility(decoded) !== 'example'
}

/** No word: digits among letters. */
function isOpaque(credentials: string): boolean {
  return credentials.length >= 16 && /\d[^\d]+\d/.test(credentials) && /[A-Za-z]/.test(credentials)
}
