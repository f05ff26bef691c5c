import { isIP } from 'node:net'
import { matchAt } from '../text/match-at.js'
import { networkWords } from './context/context-words.js'
import { hasCounterContext } from './context/counter-context.js'
import type { PiiFinding } from './pii-finding.js'
import type { ScannedText } from './scan-text.js'
import { isAlone } from './score.js'

/** Longest address, version 6 with a dotted end (RFC 4291, section 2.2). */
const MAX_ADDRESS_LENGTH = 45

const IP_V4 = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)/y
const MAC =
  /(?:[0-9A-F]{2}(:)[0-9A-F]{2}(?:\1[0-9A-F]{2}){4}|[0-9A-F]{2}(-)[0-9A-F]{2}(?:\2[0-9A-F]{2}){4}|[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4})(?![\w:-]|\.\w)/iy
/** Length of the longest MAC address. */
const MAC_LENGTH = 17

/** What ties an address to something longer before it. */
const TIE = /[\w.-]/
const HYPHEN = 0x2d
const DOT = 0x2e
const COLON = 0x3a

/** Nearness of a word that stands at most five units before. */
const RIGHT_BEHIND = 0.92

/** Finds addresses of hosts, IP version 4 and 6, and of network interfaces (MAC). */
export function findNetworkAddresses(scanned: ScannedText): PiiFinding[] {
  const { text, starts, colons, hexes } = scanned
  const found: PiiFinding[] = []
  let from = 0
  for (const colon of colons) {
    if (colon < from) continue
    const start = startOfRun(text, colon, from, isAddressUnit)
    from = endOfRun(text, colon, start)
    if (from - start === MAC_LENGTH && readMac(text, start, found) !== undefined) continue
    const address = isTied(text, start) ? undefined : readV6(text.slice(start, from))
    if (address === undefined || /\w/.test(text[start + address.length] ?? '')) continue
    const end = start + address.length
    found.push({ type: 'ip-address', start, end, score: score(scanned, start, end, kindOfV6(address)) })
  }
  from = 0
  for (const word of starts) {
    if (word < from) continue
    const v4 = mayBeginV4(text, word) && !isTied(text, word) ? matchAt(IP_V4, text, word) : undefined
    if (v4 !== undefined && isIP(v4) === 4) {
      from = word + v4.length
      found.push({ type: 'ip-address', start: word, end: from, score: score(scanned, word, from, kindOfV4(v4)) })
      continue
    }
    const start = startOfRun(text, word, Math.max(from, word - MAC_LENGTH), isMacUnit)
    if (mayBeginMac(text, start)) from = readMac(text, start, found) ?? from
  }
  for (const word of hexes) readMac(text, word, found)
  return found
}

/** Whether one to three digits and a dot stand at a place. */
function mayBeginV4(text: string, at: number): boolean {
  for (let next = at + 1; next <= at + 3; next++) if (text.charCodeAt(next) === DOT) return true
  return false
}

/** Whether what stands between the groups of a MAC address stands behind the first one. */
function mayBeginMac(text: string, at: number): boolean {
  const [behindTwo, behindFour] = [text.charCodeAt(at + 2), text.charCodeAt(at + 4)]
  return behindTwo === COLON || behindTwo === HYPHEN || behindFour === DOT
}

/** Reports a MAC address at a place, and returns its end. */
function readMac(text: string, start: number, found: PiiFinding[]): number | undefined {
  const mac = isTied(text, start) ? undefined : matchAt(MAC, text, start)
  if (mac === undefined) return undefined
  const end = start + mac.length
  if (!isUnset(mac)) found.push({ type: 'mac-address', start, end, score: 0.8 })
  return end
}

/**
 * `plain` where nothing but an address of some host looks so, `odd` where numbers of a section and names in code do, too, `own`
 * for this host, any host and masks of networks: nobody's address.
 */
type AddressKind = 'plain' | 'odd' | 'own'

function score(scanned: ScannedText, start: number, end: number, kind: AddressKind): number {
  const { text, context } = scanned
  if (kind === 'plain') return 0.8 * (hasCounterContext(text, start, end) ? 0.4 : 1)
  if (isAlone(scanned, start, end)) return 0.55
  const nearness = context.nearness(start, end, networkWords)
  return nearness > (kind === 'odd' ? 0 : RIGHT_BEHIND) ? 0.55 : 0.3
}

function kindOfV4(address: string): AddressKind {
  if (/^(?:0|127|255)\./.test(address)) return 'own'
  return /^\d\.\d\.\d\.\d$/.test(address) ? 'odd' : 'plain'
}

function kindOfV6(address: string): AddressKind {
  if (address === '::' || address === '::1') return 'own'
  const groups = address.match(/[^:]+/g)?.length ?? 0
  return /\d/.test(address) && groups >= (address.length > 6 ? 2 : 3) ? 'plain' : 'odd'
}

/** An address at the start of a run: the run itself, or without a dot or colon at its end. */
function readV6(run: string): string | undefined {
  return [run, run.replace(/\.$|(?<=[^:]):$/, '')].find((address) => isIP(address) === 6)
}

function startOfRun(text: string, at: number, from: number, isUnit: (unit: number) => boolean): number {
  let start = at
  while (start > from && at - start < MAX_ADDRESS_LENGTH && isUnit(text.charCodeAt(start - 1))) start--
  return start
}

function endOfRun(text: string, at: number, start: number): number {
  let end = at
  while (end < text.length && end - start <= MAX_ADDRESS_LENGTH && isAddressUnit(text.charCodeAt(end))) end++
  return end
}

/** Hexadecimal digits, colon, dot. */
function isAddressUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 58) || unit === 46 || ((unit | 32) >= 97 && (unit | 32) <= 102)
}

/** Hexadecimal digits and what stands between them in a MAC address. */
function isMacUnit(unit: number): boolean {
  return isAddressUnit(unit) || unit === 45
}

function isTied(text: string, start: number): boolean {
  return start > 0 && TIE.test(text.charAt(start - 1))
}

/** All zeros and all ones are nobody's address. */
function isUnset(mac: string): boolean {
  return /^(?:0|f)+$/i.test(mac.replaceAll(/[:.-]/g, ''))
}
