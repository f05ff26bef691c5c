import type { TextRange } from '../detection/text-range.js'
import { readAuthorizationHeader, readCredentialsOf } from './authorization.js'
import { commandRules, readCommandCredentials } from './command-credentials.js'
import { readUrlCredentials } from './credentials-in-url.js'
import { readEncodedJsonWebToken, readEncodedPrivateKey, readJsonWebToken } from './encoded-secrets.js'
import { readJsonWebKey } from './json-web-key.js'
import { readKubernetesSecret } from './kubernetes-secret.js'
import { nameKeywords, readNamedValue, rulesOfNames } from './named-values.js'
import { isWord, judgeToken } from './plausibility.js'
import { readPrivateKey } from './private-keys.js'
import { tokenRules } from './rules/index.js'
import type { Secret, SecretKind } from './secret.js'
import { readAwsSecretBehindId, readGoogleSecretBehindId } from './secret-behind-id.js'
import { anchorOf, holdsDigits, longestRunOf, matchShape } from './shape.js'
import { readSignature } from './signed-url.js'
import { SHAPE_SCORE, type TokenRule } from './vendor-rule.js'

/** What a reader found, and how far it has looked. */
export interface Reading {
  readonly found: readonly Secret[]
  /** The reader's keywords before this are passed over, so that a text is read a bounded number of times. */
  readonly end: number
}

/** Looks at what stands around a keyword at `[start, end)`; `undefined` when that is nothing. */
export interface Reader {
  /** In any case. */
  readonly keywords: readonly string[]
  /** Names of the rules that it finds by. */
  readonly rules: readonly string[]
  readonly read: (text: string, start: number, end: number) => Reading | undefined
}

/** Manifests say their kind once; where it is said over and over, once in so many characters is read. */
const MANIFEST_STRIDE = 1000

/** Every reader of the catalogue. */
export function createReaders(): Reader[] {
  return [
    ...tokenRules.map(tokenReader),
    ...commandRules.map((rule): Reader => {
      const read: Reader['read'] = (text, _, at) => {
        const { found, end } = readCommandCredentials(rule, text, at)
        return { found: found.map((range) => ({ ...range, kind: 'password', rule: rule.id, score: 0.7 })), end }
      }
      return { keywords: [rule.keyword], rules: [rule.id], read }
    }),
    blockReader('-----BEGIN', 'private-key', 'private-key', readPrivateKey),
    blockReader('---- BEGIN', 'private-key', 'ssh2-private-key', readPrivateKey),
    blockReader('PuTTY-User-Key-File-', 'private-key', 'putty-private-key', readPrivateKey),
    blockReader('LS0tLS1CRUdJTi', 'private-key', 'encoded-private-key', readEncodedPrivateKey),
    blockReader('eyJ', 'json-web-token', 'json-web-token', readJsonWebToken),
    blockReader('ZXlK', 'json-web-token', 'encoded-json-web-token', readEncodedJsonWebToken),
    rangeReader(['sig='], 'vendor-token', 'azure-signature', (text, _, end) =>
      withScore(readSignature(text, end), 0.85),
    ),
    rangeReader(['AKIA', 'ASIA'], 'vendor-token', 'aws-key-pair', (text, start) =>
      withScore(readAwsSecretBehindId(text, start), 0.85),
    ),
    rangeReader(['.apps.googleusercontent.com'], 'vendor-token', 'google-client-secret-pair', (text, _, end) =>
      withScore(readGoogleSecretBehindId(text, end), 0.85),
    ),
    { keywords: ['"kty'], rules: [JSON_WEB_KEY], read: readKey },
    { keywords: ['kind: secret', "kind: 'secret", 'kind: "secret'], rules: [KUBERNETES_SECRET], read: readManifest },
    rangeReader(['://'], 'connection-string', 'url-password', readUrlCredentials),
    rangeReader(['authorization'], 'authorization', 'authorization-header', (text, _, end) =>
      readAuthorizationHeader(text, end),
    ),
    ...(['basic', 'bearer'] as const).map((scheme) =>
      rangeReader([scheme], 'authorization', `${scheme}-credentials`, (text, _, end) =>
        readCredentialsOf(scheme, text, end),
      ),
    ),
    { keywords: nameKeywords, rules: rulesOfNames, read: readNamedValue },
  ]
}

const JSON_WEB_KEY = 'json-web-key'
const KUBERNETES_SECRET = 'kubernetes-secret'

function tokenReader({ id, kind, shape, check }: TokenRule): Reader {
  const anchor = anchorOf(shape)
  const mayBeWord = check === undefined && holdsDigits(shape) && anchor.length < SHORT_ANCHOR
  const read: Reader['read'] = (text, start) => {
    if (!text.startsWith(anchor, start)) return undefined
    const range = matchShape(shape, text, start)
    if (range === undefined) return undefined
    const token = text.slice(range.start, range.end)
    const sure = check === undefined ? SHAPE_SCORE : check.passes(token) ? check.passed : check.failed
    const run = longestRunOf(shape, token)
    const plausibility = mayBeWord && isWord(run) ? 'example' : judgeToken(run)
    // What holds a checksum was made by the vendor's program, whatever it looks like.
    const isKnown = sure === 1 && check?.failed !== 0
    const ceiling = plausibility === 'plausible' || isKnown ? 1 : plausibility === 'patterned' ? 0.5 : 0.2
    return { found: [{ ...range, kind, rule: id, score: Math.min(sure, ceiling) }], end: range.end }
  }
  return { keywords: [anchor], rules: [id], read }
}

/** A prefix of fewer characters may begin a name in a program by chance. */
const SHORT_ANCHOR = 8

type Found = TextRange & { readonly score: number }

/** A reader of one place that finds by one rule. */
function rangeReader(
  keywords: readonly string[],
  kind: SecretKind,
  rule: string,
  read: (text: string, start: number, end: number) => Found | undefined,
): Reader {
  return { keywords, rules: [rule], read: (text, start, end) => readingOf(read(text, start, end), kind, rule) }
}

/** A reader of what begins with the keyword. */
function blockReader(
  keyword: string,
  kind: SecretKind,
  rule: string,
  read: (text: string, start: number) => (TextRange & { readonly score?: number }) | undefined,
): Reader {
  return rangeReader([keyword], kind, rule, (text, start) => {
    const range = text.startsWith(keyword, start) ? read(text, start) : undefined
    return range && { score: 0.95, ...range }
  })
}

function readingOf(range: Found | undefined, kind: SecretKind, rule: string): Reading | undefined {
  if (range === undefined) return undefined
  const { start, end, score } = range
  return { found: [{ start, end, kind, rule, score }], end }
}

function withScore(range: TextRange | undefined, score: number): Found | undefined {
  return range && { ...range, score }
}

function readKey(text: string, start: number, end: number): Reading {
  const key = readJsonWebKey(text, start, end)
  const found = key.found && readingOf({ ...key.found, score: 0.9 }, 'private-key', JSON_WEB_KEY)?.found
  return { found: found ?? [], end: key.end }
}

function readManifest(text: string, start: number, end: number): Reading {
  const ranges = readKubernetesSecret(text, start, end)
  return {
    found: ranges.map((range) => ({ ...range, kind: 'generic-secret', rule: KUBERNETES_SECRET, score: 0.8 })),
    end: Math.max(end + MANIFEST_STRIDE, ranges.at(-1)?.end ?? 0),
  }
}
