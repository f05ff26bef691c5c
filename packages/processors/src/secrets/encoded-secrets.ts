import type { TextRange } from '../detection/text-range.js'
import { holdsExampleWord } from './plausibility.js'

/** Longest JSON Web Token, and longest key file in base64, in UTF-16 code units. */
const MAX_ENCODED_LENGTH = 16_384

const TOKEN = /^eyJ[\w-]{10}[\w-]*\.(?:[\w-]*\.){0,3}[\w-]*/
const BASE64 = /^[A-Za-z\d+/_-]{40}[A-Za-z\d+/_-]*={0,2}/

/** A JSON Web Token, and how sure it is one in use, 0 to 1. */
export interface JsonWebToken extends TextRange {
  readonly score: number
}

/**
 * The JSON Web Token that begins at `at` (RFC 7519; signed ones of RFC 7515, encrypted ones of RFC 7516). It counts when
 * its header decodes to a JSON object that names an algorithm; with less score when the header names one and is damaged.
 */
export function readJsonWebToken(text: string, at: number): JsonWebToken | undefined {
  const token = wordAt(TOKEN, text, at)
  if (token === undefined) return undefined
  const [header = '', payload = '', ...others] = token.split('.')
  if (payload.length < 6) return undefined
  const score = isHeader(header) ? 0.95 : isDamagedHeader(header) && isObject(payload) ? 0.6 : 0
  if (score === 0) return undefined
  return { start: at, end: at + token.length, score: holdsExampleWord(others.at(-1) ?? '') ? 0.2 : score }
}

function isHeader(encoded: string): boolean {
  try {
    const header: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
    return typeof header === 'object' && header !== null && ('alg' in header || 'enc' in header)
  } catch {
    return false
  }
}

/** From brace to brace an object that names an algorithm, but for some characters between. */
function isDamagedHeader(encoded: string): boolean {
  const header = Buffer.from(encoded, 'base64url').toString('latin1')
  return header.endsWith('}') && header.includes('"alg":')
}

/** The text begins as an object of JSON does whose first member is named. */
function isObject(encoded: string): boolean {
  return /^\{\s*"/.test(Buffer.from(encoded.slice(0, 64), 'base64url').toString('latin1'))
}

/** The private key in PEM that stands at `at` in base64. */
export function readEncodedPrivateKey(text: string, at: number): TextRange | undefined {
  const encoded = wordAt(BASE64, text, at)
  if (encoded === undefined) return undefined
  const begin = Buffer.from(encoded.slice(0, 96), 'base64').toString('latin1')
  return /^-----BEGIN [A-Z ]{0,30}PRIVATE KEY/.test(begin) ? { start: at, end: at + encoded.length } : undefined
}

/** The JSON Web Token that stands at `at` in base64 itself. */
export function readEncodedJsonWebToken(text: string, at: number): TextRange | undefined {
  const encoded = wordAt(BASE64, text, at)
  if (encoded === undefined) return undefined
  const decoded = Buffer.from(encoded, 'base64').toString('latin1')
  return readJsonWebToken(decoded, 0) === undefined ? undefined : { start: at, end: at + encoded.length }
}

/** What the pattern matches at `at`, unless a word goes on there: so a long word is read once, whatever it holds. */
function wordAt(pattern: RegExp, text: string, at: number): string | undefined {
  if (at > 0 && /[\w+/-]/.test(text[at - 1] as string) && !/\\[nrt]$/.test(text.slice(Math.max(0, at - 2), at)))
    return undefined
  return pattern.exec(text.slice(at, at + MAX_ENCODED_LENGTH))?.[0]
}
