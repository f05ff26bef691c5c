import { isDomain } from './domain.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'

/** Longest address of a mailbox (RFC 5321, section 4.5.3.1). */
export const MAX_EMAIL_LENGTH = 64 + 1 + 253

const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u
const DOMAIN_CHARACTER = /[\p{L}\p{N}.-]/u
const TOP_LEVEL = /^(?:\p{L}{2,24}|xn--[a-z0-9-]{1,59})$/iu

/** Finds addresses of mailboxes, by their at sign. */
export function findEmails({ text, ats }: ScannedText): PiiFinding[] {
  const found: PiiFinding[] = []
  let from = 0
  for (const at of ats) {
    let start = at
    while (start > from && at - start < 64 && LOCAL.test(text[start - 1] as string)) start--
    while (start < at && /['./=?&!|{}#`*]/.test(text[start] as string)) start++
    if (start === at) continue
    let end = at + 1
    while (end < text.length && end - at <= 253 && DOMAIN_CHARACTER.test(text[end] as string)) end++
    while (end > at && /[.-]/.test(text[end - 1] as string)) end--
    const domain = text.slice(at + 1, end)
    if (text[at - 1] === '.' || !isDomain(domain)) continue
    if (!TOP_LEVEL.test(domain.slice(domain.lastIndexOf('.') + 1)) || isNoMailbox(text, start, at, end)) continue
    found.push({ type: 'email', start, end, score: 0.95 })
    from = end
  }
  return found
}

/** So far before the at sign the scheme of a URL is looked for. */
const SCHEME_REACH = 128

/** User and host of a URL, or of a repository to clone (`git@host:owner/name`), are no mailbox. */
function isNoMailbox(text: string, start: number, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - SCHEME_REACH), at)
  const scheme = before.lastIndexOf('://')
  if (scheme >= 0 && !/[\s/?#"'<>]/.test(before.slice(scheme + 3))) return true
  return text.slice(start, at) === 'git' && text[end] === ':'
}
