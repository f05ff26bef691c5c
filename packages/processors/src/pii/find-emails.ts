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
    if (!TOP_LEVEL.test(domain.slice(domain.lastIndexOf('.') + 1)) || isCloneAddress(text, start, at, end)) continue
    found.push({ type: 'email', start, end, score: 0.95 })
    from = end
  }
  return found
}

/** User and host of a URL, or of a repository to clone (`git@host:owner/name`), are no mailbox. */
function isCloneAddress(text: string, start: number, at: number, end: number): boolean {
  if (text.slice(start - 3, start) === '://') return true
  return text.slice(start, at) === 'git' && text[end] === ':'
}
