import type { TextRange } from '../detection/text-range.js'

/** How far from its type the private member of a key may stand, in UTF-16 code units. */
export const MAX_JSON_WEB_KEY_LENGTH = 6000

/** RFC 7517, section 4.1, `kty`; RFC 7518, section 6: `d` is private, and so is `k` of a symmetric key. */
const PRIVATE_MEMBER = /\\?"[dk]\\?"\s{0,4}:\s{0,4}\\?"(?<value>[\w-]{20,1400})={0,2}\\?"/

/** The private member of the JSON Web Key whose `"kty"` stands at `[start, end)`, and where the key ends. */
export function readJsonWebKey(
  text: string,
  start: number,
  end: number,
): { readonly found: TextRange | undefined; readonly end: number } {
  const before = text.slice(Math.max(0, start - MAX_JSON_WEB_KEY_LENGTH), start)
  const after = text.slice(end, end + MAX_JSON_WEB_KEY_LENGTH)
  const from = start - before.length + Math.max(0, before.lastIndexOf('{'))
  const close = after.search(/[{}]/)
  const to = end + (close < 0 ? after.length : close)
  const found = PRIVATE_MEMBER.exec(text.slice(from, to))
  if (found === null) return { found: undefined, end: to }
  const value = found.groups?.value ?? ''
  const at = from + found.index + found[0].lastIndexOf(value)
  return { found: { start: at, end: at + value.length }, end: to }
}
