import type { TextRange } from '../detection/text-range.js'
import { BASE64URL, isOf, withCharacters } from './alphabet.js'
import { judgeToken } from './plausibility.js'

/** An HMAC-SHA-256 in base64, each of its 44 characters perhaps as `%2F`. */
const MAX_SIGNATURE_LENGTH = 132
const SIGNATURE = withCharacters(BASE64URL, '%+/=')

/**
 * The signature behind the `sig=` that ends at `at`, in an address or a shared access signature of Azure: whoever has it may
 * do what the address allows. It counts when it decodes to the 32 bytes of an HMAC-SHA-256.
 */
export function readSignature(text: string, at: number): TextRange | undefined {
  if (!/[?&;](?:amp;)?$/.test(text.slice(Math.max(0, at - 9), at - 4))) return undefined
  let end = at
  const limit = Math.min(text.length, at + MAX_SIGNATURE_LENGTH)
  while (end < limit && isOf(SIGNATURE, text.charCodeAt(end))) end++
  const encoded = text.slice(at, end).replaceAll(/%(2b|2f|3d)/gi, (code) => decodeURIComponent(code))
  const isSignature = /^[\w+/-]+={0,2}$/.test(encoded) && Buffer.from(encoded, 'base64').length === 32
  return isSignature && judgeToken(encoded) === 'plausible' ? { start: at, end } : undefined
}
