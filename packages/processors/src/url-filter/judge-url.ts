import { domainToUnicode } from 'node:url'
import { findInvisible } from '../invisible-text/find-invisible.js'
import { looksLatin } from '../invisible-text/find-mixed-scripts.js'
import { classifyHost } from './classify-host.js'
import type { Conversation } from './conversation.js'
import { findCarriedData } from './find-carried-data.js'
import type { HostList } from './host-list.js'
import { withoutZone } from './read-url.js'
import { shorteners } from './shorteners.js'
import type { UrlMention } from './url-mention.js'

/** Kinds of findings. */
export const urlKinds = [
  'denied-host',
  'scheme',
  'look-alike-host',
  'data-carrying',
  'userinfo',
  'private-host',
  'ip-host',
  'port',
  'shortener',
  'obfuscated',
] as const

export type UrlKind = (typeof urlKinds)[number]

/** Something about a URL that a policy may mind. */
export interface UrlIssue {
  readonly kind: UrlKind
  readonly rule: string
  /** How sure it is, 0 to 1. */
  readonly score: number
}

/** What is allowed. */
export interface UrlPolicy {
  /** Whether only listed hosts are allowed. */
  readonly isClosed: boolean
  readonly isAllowed: HostList
  readonly isDenied: HostList
  /** Schemes without the colon; all but those that run or hold a program, when empty. */
  readonly schemes: ReadonlySet<string>
  /** Ports; any when empty. */
  readonly ports: ReadonlySet<number>
}

const RUNNING_SCHEMES = new Set([
  'javascript',
  'vbscript',
  'livescript',
  'mocha',
  'jar',
  'view-source',
  'filesystem',
  'ms-msdt',
  'search-ms',
])
/** Media types of data that holds no program. */
const HARMLESS_DATA = /^data:(?:image\/(?!svg)|audio\/|video\/|font\/|text\/plain|application\/pdf|[;,])/i
/** Schemes whose host is a place in a network and no address of a person or number. */
const HOSTLESS_SCHEMES = new Set(['javascript', 'vbscript', 'data', 'mailto', 'tel', 'sms', 'urn', 'about', 'blob'])

const WEB_SCHEME = /^(?:https?|ftp|wss?):/
/** What else has a host shows it by slashes. */
const SLASHES = /^[a-z][a-z0-9+.-]{0,31}:[/\\]{2}/i

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ws: 80, wss: 443 }

/** Where a URL of the web begins behind another one, in a list without blanks. */
const NEXT_OF_LIST = /[,;|](?=https?:[/\\]{2})/i

/** Everything about a URL that the policy may mind; of URLs with nothing but a comma between them, about each. */
export function judgeUrl(mention: UrlMention, policy: UrlPolicy, conversation: Conversation): UrlIssue[] {
  const urls = mention.place === 'text' ? mention.url.split(NEXT_OF_LIST) : [mention.url]
  if (urls.length === 1) return judgeOne(mention, policy, conversation)
  const issues = new Map<string, UrlIssue>()
  for (const url of urls) {
    for (const issue of judgeOne({ ...mention, url }, policy, conversation)) {
      const known = issues.get(issue.kind)
      if (known === undefined || known.score < issue.score) issues.set(issue.kind, issue)
    }
  }
  return [...issues.values()]
}

function judgeOne(mention: UrlMention, policy: UrlPolicy, conversation: Conversation): UrlIssue[] {
  const scheme = (/^[a-z][a-z0-9+.-]*(?=:)/i.exec(mention.url.replaceAll(/[\t\r\n]/g, ''))?.[0] ?? '').toLowerCase()
  const issues: UrlIssue[] = judgeScheme(scheme, mention, policy)
  if (mention.isDefanged) issues.push({ kind: 'obfuscated', rule: 'defanged', score: 0.5 })
  if (HOSTLESS_SCHEMES.has(scheme) || !hasHost(mention.url)) return issues
  const url = readUrl(mention.url)
  if (url === undefined || url.hostname === '') {
    if (policy.isClosed) issues.push({ kind: 'denied-host', rule: 'unreadable', score: 1 })
    return issues
  }
  const hostname = url.hostname.replace(/\.$/, '')
  const isListed = policy.isAllowed(hostname)
  if (policy.isDenied(hostname)) issues.push({ kind: 'denied-host', rule: 'deny-list', score: 1 })
  else if (policy.isClosed && !isListed) issues.push({ kind: 'denied-host', rule: 'not-allowed', score: 1 })
  if (!isListed) issues.push(...judgeHost(hostname, writtenHost(mention.url)))
  issues.push(...judgeUserinfo(url), ...judgePort(url, mention.hasScheme ? scheme : '', policy))
  const carried = findCarriedData(url, mention, conversation)
  if (carried !== undefined) issues.push({ kind: 'data-carrying', ...carried })
  return issues
}

function hasHost(written: string): boolean {
  const url = written.replaceAll(/[\t\r\n]/g, '')
  return WEB_SCHEME.test(url.toLowerCase()) || SLASHES.test(url)
}

/** Parsed by the WHATWG URL Standard; other schemes as if they were `http`, so that their host is read the same way. */
function readUrl(written: string): URL | undefined {
  const stripped = written.replaceAll(/[\t\r\n]/g, '')
  const url = WEB_SCHEME.test(stripped.toLowerCase()) ? stripped : stripped.replace(/^[a-z][a-z0-9+.-]*:/i, 'http:')
  const parsable = withoutZone(url)
  return URL.canParse(parsable) ? new URL(parsable) : undefined
}

function judgeScheme(scheme: string, { url, place, hasScheme }: UrlMention, { schemes }: UrlPolicy): UrlIssue[] {
  if (!hasScheme) return []
  if (schemes.size > 0 && !schemes.has(scheme)) return [{ kind: 'scheme', rule: 'not-allowed', score: 1 }]
  if (schemes.size > 0) return []
  const isRunning = RUNNING_SCHEMES.has(scheme) || (scheme === 'data' && !HARMLESS_DATA.test(url))
  if (!isRunning) return []
  // In running text it is talked about; a link runs it.
  return [{ kind: 'scheme', rule: scheme === 'data' ? 'data' : 'script', score: place === 'text' ? 0.4 : 0.9 }]
}

function judgeHost(hostname: string, written: string): UrlIssue[] {
  const { isAddress, range } = classifyHost(hostname)
  const issues: UrlIssue[] = []
  if (range !== undefined) issues.push({ kind: 'private-host', rule: range, score: range === 'metadata' ? 0.95 : 0.9 })
  if (isAddress) {
    issues.push({ kind: 'ip-host', rule: hostname.startsWith('[') ? 'version-6' : 'version-4', score: 0.8 })
    const isSpeltOut = !hostname.startsWith('[') && written !== hostname
    if (isSpeltOut) issues.push({ kind: 'obfuscated', rule: 'address-spelling', score: 0.9 })
    return issues
  }
  if (shorteners.has(hostname.replace(/^www\./, ''))) issues.push({ kind: 'shortener', rule: 'list', score: 0.9 })
  if (written.includes('%')) issues.push({ kind: 'obfuscated', rule: 'percent-host', score: 0.9 })
  if (/[\p{Default_Ignorable_Code_Point}]/u.test(written)) {
    issues.push({ kind: 'obfuscated', rule: 'hidden-characters', score: 0.9 })
  }
  if (hostname.includes('xn--')) issues.push(...judgeScripts(domainToUnicode(hostname)))
  return issues
}

const SINGLE_WORDS = { threshold: 0, anyBidi: false, keepSoftHyphens: true, keepWordJoiners: true }

/** Labels in other scripts than Latin, as a browser might show them (Unicode Technical Standard 39). */
function judgeScripts(host: string): UrlIssue[] {
  const words = findInvisible(host, SINGLE_WORDS).filter(({ kind }) => kind === 'mixed-script')
  const issue = (rule: string, score: number): UrlIssue[] => [{ kind: 'look-alike-host', rule, score }]
  if (words.some(({ rule }) => rule === 'look-alike')) return issue('mixed-scripts', 0.95)
  const labels = host.split('.')
  const top = labels.at(-1) as string
  // A whole label of letters that look Latin, below a domain in Latin letters: nobody sees that it is another one.
  if (/^[a-z]+$/.test(top) && labels.slice(0, -1).some(looksLatin)) return issue('whole-script', 0.9)
  return words.length > 0 ? issue('mixed-scripts', 0.6) : issue('international', 0.2)
}

function judgeUserinfo({ username, password }: URL): UrlIssue[] {
  if (username === '' && password === '') return []
  // What looks like a host before the at sign is there to be read as the host.
  const isDeceptive = /\.[a-z]{2,}/i.test(decodeURIComponentSafely(username))
  return [{ kind: 'userinfo', rule: isDeceptive ? 'host-before-at' : 'credentials', score: isDeceptive ? 0.9 : 0.5 }]
}

/** Without a scheme there is no port but the one that is written. */
function judgePort({ port }: URL, scheme: string, { ports }: UrlPolicy): UrlIssue[] {
  if (ports.size === 0) return []
  const number = port === '' ? DEFAULT_PORTS[scheme] : Number(port)
  return number === undefined || ports.has(number) ? [] : [{ kind: 'port', rule: 'not-allowed', score: 1 }]
}

/** The host as it is written: behind the scheme, its slashes and what stands before an at sign. */
function writtenHost(url: string): string {
  const authority = /^[^:]*:[/\\]*([^/\\?#]*)/.exec(url)?.[1] ?? ''
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase()
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
