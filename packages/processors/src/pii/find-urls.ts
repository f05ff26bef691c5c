import { findBareDomains, isDomain } from './domain.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'

/** Longest URL that is looked at. */
export const MAX_URL_LENGTH = 2048

const SCHEME = /[A-Za-z][A-Za-z0-9+.-]{0,14}$/
const URL_END = /[\s<>"'`\\]/
const PATH = /[/?#][^\s<>"'`\\]{0,30}/y

/** Finds user names with passwords in URLs; where `withHosts` is set, the URLs of hosts by name and such names alone, too. */
export function findUrls({ text, schemes }: ScannedText, withHosts: boolean): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const at of schemes) {
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - 16), at))?.[0]
    if (scheme === undefined) continue
    const rest = text.slice(at + 3, at + 3 + MAX_URL_LENGTH)
    const stop = rest.search(URL_END)
    const url = (stop < 0 ? rest : rest.slice(0, stop)).replace(/[.,;:!?)]$/, '')
    const slash = url.search(/[/?#]/)
    const authority = slash < 0 ? url : url.slice(0, slash)
    const host = authority.lastIndexOf('@') + 1
    if (isUserAndPassword(authority.slice(0, Math.max(0, host - 1)))) {
      found.push({ type: 'url-credentials', start: at + 3, end: at + 2 + host, score: 0.97 })
    }
    if (withHosts && isDomain(authority.slice(host).replace(/:\d{1,5}$/, ''))) {
      found.push({ type: 'url', start: at - scheme.length, end: at + 3 + url.length, score: 0.6 })
    }
  }
  if (withHosts) {
    for (const { start, end } of findBareDomains(text)) {
      PATH.lastIndex = end
      const path = PATH.exec(text)?.[0].replace(/[.,;:!?)]$/, '') ?? ''
      found.push({ type: 'url', start, end: end + path.length, score: 0.55 })
    }
  }
  return found
}

/** A password that is left out, a name of a variable (`${…}`, `<…>`, `{…}`, `%…%`) or the word itself gives nothing away. */
function isUserAndPassword(userinfo: string): boolean {
  const colon = userinfo.indexOf(':')
  return (
    colon > 0 &&
    colon < userinfo.length - 1 &&
    !/^(?:\$|[<{[%*]|xxx|(?:your[_-]?)?(?:pass|password|passwd|pwd|secret)$)/i.test(userinfo.slice(colon + 1))
  )
}
