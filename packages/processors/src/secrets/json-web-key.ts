import type { TextRange } from '../detection/text-range.js'

/** How far from its type the members of a key may stand, in UTF-16 code units. */
export const MAX_JSON_WEB_KEY_LENGTH = 6000

/** RFC 7517, section 4.1, `kty`; RFC 7518, section 6: `d` is private, and so is `k` of a symmetric key. */
const PRIVATE_MEMBER = /\\?"[dk]\\?"\s{0,4}:\s{0,4}\\?"[\w-]{20}/

/**
 * The JSON Web Key whose `"kty"` stands at `[start, end)`, when it is private, and where it ends. It is found as a whole: of an
 * RSA key any one of several members gives the others away.
 */
export function readJsonWebKey(
  text: string,
  start: number,
  end: number,
): { readonly found: TextRange | undefined; readonly end: number } {
  const before = text.slice(Math.max(0, start - MAX_JSON_WEB_KEY_LENGTH), start)
  const after = text.slice(end, end + MAX_JSON_WEB_KEY_LENGTH)
  const opening = before.lastIndexOf('{')
  const from = opening < 0 ? start : start - before.length + opening
  const closing = after.search(/[{}]/)
  const to = closing < 0 ? end + after.length : end + closing + (after[closing] === '}' ? 1 : 0)
  return { found: PRIVATE_MEMBER.test(text.slice(from, to)) ? { start: from, end: to } : undefined, end: to }
}
