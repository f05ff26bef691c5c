import type { Issue } from './issue.js'

/** Decodings inside each other that are undone. */
const MAX_DECODINGS = 3
/** Dots and slashes in too many bytes, which careless decoders take: `%c0%ae`. */
const OVERLONG = /%(?:c0%(?:ae|af|2e|2f)|c1%9c|e0%80%ae)/i
const DRIVE = /^[a-z]:/i
const HOME = /^(?:~|\$\{?HOME\}?|%USERPROFILE%|%HOMEPATH%|\$env:)/i
const SCHEME = /^[a-z][a-z0-9+.-]{1,31}:\/\//i
const DEVICE = /^\/(?:dev|proc|sys)\/|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?$/i
const SENSITIVE =
  /(?:^|\/)(?:etc\/(?:passwd|shadow|sudoers|ssh)|root\/|\.ssh(?:\/|$)|\.aws\/|\.kube\/|\.gnupg|\.netrc|\.git-credentials|\.docker\/config|id_rsa|id_ed25519|docker\.sock|windows\/(?:system32|win\.ini)|boot\.ini|proc\/(?:self|\d+)\/(?:environ|mem|root|cwd|fd))/i
const STREAM = /[^/]:(?::?\$|[^/\\:]+:\$)/

/**
 * Judges a path that a tool is to open.
 *
 * @param isConfined whether it must stay below the folder it starts from; else absolute paths and the folder above are usual.
 */
export function judgePath(path: string, isConfined: boolean): Issue[] {
  const decoded = decode(path)
  const plain = decoded.replaceAll('\\', '/')
  const issues: Issue[] = []
  const note = (rule: string, score: number): void => {
    issues.push({ type: 'path-injection', rule, score })
  }
  if (plain.includes('\u0000')) note('null-byte', 0.95)
  const hidesSomething =
    decoded !== path && (/\.\.|\0/.test(plain) || countSlashes(plain) > countSlashes(path.replaceAll('\\', '/')))
  if (OVERLONG.test(path) || hidesSomething) note('encoded', 0.9)
  const { climbs, above } = climb(plain)
  if (climbs > 0 && isConfined) note('traversal', 0.9)
  else if (above > 2) note('traversal', 0.7)
  else if (above > 0) note('traversal', 0.4)
  if (plain.startsWith('//')) note('network-share', 0.9)
  else if (plain.startsWith('/') || DRIVE.test(plain)) note('absolute', isConfined ? 0.8 : 0.2)
  if (HOME.test(plain)) note('home', isConfined ? 0.8 : 0.2)
  if (SCHEME.test(plain)) note('scheme', isConfined ? 0.8 : 0.5)
  if (DEVICE.test(plain)) note('device', isConfined ? 0.8 : 0.4)
  if (SENSITIVE.test(plain)) note('sensitive', 0.8)
  if (STREAM.test(plain)) note('stream', 0.8)
  return issues
}

/** Percent encoding undone, as often as it was done, and compatibility forms such as full-width dots. */
function decode(path: string): string {
  let decoded = path
  for (let round = 0; round < MAX_DECODINGS && decoded.includes('%'); round++) {
    const next = decoded.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    if (next === decoded) break
    decoded = next
  }
  return decoded.normalize('NFKC')
}

/** How many steps lead up, and how far above its start the path comes at most. */
function climb(path: string): { readonly climbs: number; readonly above: number } {
  let climbs = 0
  let depth = 0
  let above = 0
  for (const step of path.split('/')) {
    // Windows drops blanks and dots behind a name.
    const name = step.trim()
    if (name === '' || name === '.') continue
    if (name === '..') {
      climbs++
      depth--
      above = Math.max(above, -depth)
    } else {
      depth++
    }
  }
  return { climbs, above }
}

function countSlashes(path: string): number {
  return path.split('/').length
}
