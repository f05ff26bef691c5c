import { isIPv4 } from 'node:net'

/** What kind of place a host is, if not one of the public network. */
export type HostRange =
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'metadata'
  | 'shared'
  | 'reserved'
  | 'multicast'
  | 'local-name'
  | 'rebinding'

/** What a host of a parsed URL is. */
export interface HostClass {
  readonly isAddress: boolean
  readonly range: HostRange | undefined
}

/** Addresses where clouds tell a machine its credentials: AWS, Azure, GCP and others; Alibaba; Oracle; Azure's agent; AWS over IPv6. */
const METADATA_ADDRESSES = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
])
const METADATA_GROUPS = new Set(['fd00:ec2:0:0:0:0:0:254', 'fd20:ce:0:0:0:0:0:254'])
const METADATA_NAMES = new Set([
  'metadata.google.internal',
  'metadata.goog',
  'metadata',
  'instance-data',
  'instance-data.ec2.internal',
])

/** IANA IPv4 Special-Purpose Address Registry (RFC 6890 and updates): network, length of its prefix, what it is. */
const RANGES: readonly (readonly [string, number, HostRange])[] = [
  ['0.0.0.0', 8, 'loopback'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'reserved'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
]

/** Names that resolve inside a network only: RFC 6761, 6762, 8375, 9476 and what is usual. */
const LOCAL_ENDINGS = [
  'localhost',
  'local',
  'internal',
  'lan',
  'intranet',
  'corp',
  'home',
  'home.arpa',
  'localdomain',
  'private',
  'svc',
]

/** Public names that resolve to an address that stands in them, or to the machine itself. */
const REBINDING_ENDINGS = [
  'nip.io',
  'sslip.io',
  'xip.io',
  'localtest.me',
  'lvh.me',
  'vcap.me',
  'lacolhost.com',
  'rbndr.us',
]

/**
 * Says what a host is.
 *
 * @param hostname of a parsed URL with a special scheme, so that every spelling of an IPv4 address (decimal, octal,
 * hexadecimal, short) has become four decimal numbers.
 */
export function classifyHost(hostname: string): HostClass {
  if (hostname.startsWith('[')) return { isAddress: true, range: rangeOfVersion6(hostname.slice(1, -1)) }
  if (isIPv4(hostname)) return { isAddress: true, range: rangeOfVersion4(hostname) }
  return { isAddress: false, range: rangeOfName(hostname) }
}

function rangeOfVersion4(address: string): HostRange | undefined {
  if (METADATA_ADDRESSES.has(address)) return 'metadata'
  const number = numberOf(address)
  return RANGES.find(([network, length]) => number >>> (32 - length) === numberOf(network) >>> (32 - length))?.[2]
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => ((number << 8) | Number(part)) >>> 0, 0)
}

function rangeOfName(name: string): HostRange | undefined {
  if (METADATA_NAMES.has(name)) return 'metadata'
  if (endsWithAny(name, REBINDING_ENDINGS)) return 'rebinding'
  return endsWithAny(name, LOCAL_ENDINGS) ? (name.endsWith('localhost') ? 'loopback' : 'local-name') : undefined
}

function endsWithAny(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name === ending || name.endsWith(`.${ending}`))
}

/** Networks in which an IPv4 address stands, and at which group: mapped, compatible, translated (RFC 6052), 6to4 (RFC 3056). */
const EMBEDDED: readonly (readonly [RegExp, number])[] = [
  [/^0:0:0:0:0:(?:ffff|0):/, 6],
  [/^0:0:0:0:ffff:0:/, 6],
  [/^64:ff9b:0:0:0:0:/, 6],
  [/^64:ff9b:1:/, 6],
  [/^2002:/, 1],
]

function rangeOfVersion6(address: string): HostRange | undefined {
  const groups = expand(address)
  const text = groups.map((group) => group.toString(16)).join(':')
  if (METADATA_GROUPS.has(text)) return 'metadata'
  if (text === '0:0:0:0:0:0:0:0' || text === '0:0:0:0:0:0:0:1') return 'loopback'
  const at = EMBEDDED.find(([pattern]) => pattern.test(text))?.[1]
  if (at !== undefined) {
    const [high = 0, low = 0] = groups.slice(at)
    return rangeOfVersion4([high >> 8, high & 0xff, low >> 8, low & 0xff].join('.'))
  }
  const [first = 0] = groups
  if ((first & 0xfe00) === 0xfc00) return 'private'
  if ((first & 0xffc0) === 0xfe80) return 'link-local'
  if ((first & 0xffc0) === 0xfec0) return 'private'
  return (first & 0xff00) === 0xff00 ? 'multicast' : undefined
}

/** The eight groups of an address as a parsed URL has it: hexadecimal, with at most one `::`. */
function expand(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const read = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const before = read(head)
  const after = tail === undefined ? [] : read(tail)
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after]
}
