import { isIP } from 'node:net'
import { hasCounterContext } from './context.js'
import type { PiiFinding } from './pii-finding.js'

/** Longest address of a mailbox (RFC 5321, section 4.5.3.1). */
export const MAX_EMAIL_LENGTH = 64 + 1 + 253

const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u
const DOMAIN_CHARACTER = /[\p{L}\p{N}.-]/u
const LABEL = /^[\p{L}\p{N}-]+$/u
const TOP_LEVEL = /^(?:\p{L}{2,24}|xn--[a-z0-9-]{1,59})$/iu

/** Finds addresses of mailboxes, by their at sign. */
export function findEmails(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > from && at - start < 64 && LOCAL.test(text[start - 1] as string)) start--
    while (start < at && /['./=?&!|{}#`*]/.test(text[start] as string)) start++
    if (start === at) continue
    let end = at + 1
    while (end < text.length && end - at <= 253 && DOMAIN_CHARACTER.test(text[end] as string)) end++
    while (end > at && /[.-]/.test(text[end - 1] as string)) end--
    const domain = text.slice(at + 1, end)
    if (text[at - 1] === '.' || !isDomain(domain)) continue
    if (!TOP_LEVEL.test(domain.slice(domain.lastIndexOf('.') + 1)) || text.slice(start - 3, start) === '://') continue
    found.push({ type: 'email', start, end, score: 0.95 })
    from = end
  }
  return found
}

const ADDRESS_RUN = /[0-9A-Fa-f:.]{2,64}/g
const MAC = /^(?:[0-9A-F]{2}(?::[0-9A-F]{2}){5}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})$/i
const HYPHENATED_MAC = /[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}/g

/** Finds addresses of network interfaces and hosts: IP version 4 and 6, and MAC. */
export function findNetworkAddresses(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const { 0: run, index } of text.matchAll(ADDRESS_RUN)) {
    if (!/[:.]/.test(run) || isWordCharacter(text[index - 1])) continue
    const address = readAddress(run)
    const end = index + (address?.length ?? 0)
    if (address === undefined || isWordCharacter(text[end]) || text[index - 1] === '-') continue
    if (MAC.test(address)) {
      if (!isUnset(address)) found.push({ type: 'mac-address', start: index, end, score: 0.8 })
      continue
    }
    const score = hasCounterContext(text, index) ? 0.3 : 0.8
    found.push({ type: 'ip-address', start: index, end, score })
  }
  for (const { 0: mac, index } of text.matchAll(HYPHENATED_MAC)) {
    const end = index + mac.length
    if (/[\w:-]/.test(text[index - 1] ?? '') || /[\w-]/.test(text[end] ?? '') || isUnset(mac)) continue
    found.push({ type: 'mac-address', start: index, end, score: 0.8 })
  }
  return found
}

/** An address at the start of a run: the run itself, or without a dot or a port at its end. */
function readAddress(run: string): string | undefined {
  const trimmed = run.replace(/\.$|(?<=[^:]):$/, '')
  const beforePort = run.slice(0, run.lastIndexOf(':'))
  return [run, trimmed, beforePort.includes(':') ? '' : beforePort].find((text) => isIP(text) !== 0 || MAC.test(text))
}

/** Two labels or more, of at most 63 characters each (RFC 1035, section 2.3.4). */
function isDomain(text: string): boolean {
  const labels = text.split('.')
  return labels.length >= 2 && labels.every((label) => label.length <= 63 && LABEL.test(label))
}

function isUserAndPassword(userinfo: string): boolean {
  const colon = userinfo.indexOf(':')
  return colon > 0 && colon < userinfo.length - 1
}

/** All zeros and all ones are nobody's address. */
function isUnset(mac: string): boolean {
  return /^(?:0|f)+$/i.test(mac.replaceAll(/[:.-]/g, ''))
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character)
}

const URL_END = /[\s<>"'`\\]/

/** Longest URL that is looked at. */
export const MAX_URL_LENGTH = 2048

/** Finds user names with passwords in URLs, and the URLs of hosts by name. */
export function findUrls(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const scheme = /[A-Za-z][A-Za-z0-9+.-]{1,15}$/.exec(text.slice(Math.max(0, at - 16), at))?.[0]
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
    if (isDomain(authority.slice(host).replace(/:\d{1,5}$/, ''))) {
      found.push({ type: 'url', start: at - scheme.length, end: at + 3 + url.length, score: 0.6 })
    }
  }
  return found
}
