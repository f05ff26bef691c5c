import { domainToASCII } from 'node:url'

/** Tells whether a host is on a list. */
export type HostList = (hostname: string) => boolean

/** A host as a list may have it: a name, an address, or `*.` and a name. */
export function isHostPattern(pattern: string): boolean {
  const host = pattern.startsWith('*.') ? pattern.slice(2) : pattern
  return normalise(host) !== ''
}

/**
 * Compiles a list of hosts: `example.com` is that host alone, `*.example.com` everything below it. Names in any script are
 * taken, in Unicode or punycode. A look-up takes a step for each label, however long the list is.
 */
export function compileHostList(patterns: readonly string[]): HostList {
  const exact = new Set(patterns.filter((pattern) => !pattern.startsWith('*.')).map(normalise))
  const above = new Set(patterns.filter((pattern) => pattern.startsWith('*.')).map((each) => normalise(each.slice(2))))
  return (hostname) => {
    if (exact.has(hostname)) return true
    for (let dot = hostname.indexOf('.'); above.size > 0 && dot >= 0; dot = hostname.indexOf('.', dot + 1)) {
      if (above.has(hostname.slice(dot + 1))) return true
    }
    return false
  }
}

/** As a parsed URL has it; empty for what is no host. */
function normalise(host: string): string {
  if (/[/?#@\\\s]/.test(host)) return ''
  const isVersion6 = host.startsWith('[')
  if (!isVersion6) return domainToASCII(host).replace(/\.$/, '')
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
}
