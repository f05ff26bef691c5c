import type { TextRange } from '../detection/text-range.js'
import { readAuthorizationHeader, readCredentialsOf } from './authorization.js'
import { commandRules, readCommandCredentials } from './command-credentials.js'
import { readUrlCredentials } from './credentials-in-url.js'
import { readEncodedJsonWebToken, readEncodedPrivateKey, readJsonWebToken } from './encoded-secrets.js'
import { readJsonWebKey } from './json-web-key.js'
import { readKubernetesSecret } from './kubernetes-secret.js'
import { nameKeywords, readNamedValue } from './named-values.js'
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
      return { keywords: [rule.keyword], read }
    }),
    blockReader('-----BEGIN', 'private-key', 'private-key', readPrivateKey),
    blockReader('---- BEGIN', 'private-key', 'ssh2-private-key', readPrivateKey),
    blockReader('PuTTY-User-Key-File-', 'private-key', 'putty-private-key', readPrivateKey),
    blockReader('LS0tLS1CRUdJTi', 'private-key', 'encoded-private-key', readEncodedPrivateKey),
    blockReader('eyJ', 'json-web-token', 'json-web-token', readJsonWebToken),
    blockReader('ZXlK', 'json-web-token', 'encoded-json-web-token', readEncodedJsonWebToken),
    {
      keywords: ['sig='],
      read: (text, _, end) => readingOf(withScore(readSignature(text, end), 0.85), 'vendor-token', 'azure-signature'),
    },
    {
      keywords: ['AKIA', 'ASIA'],
      read: (text, start) =>
        readingOf(withScore(readAwsSecretBehindId(text, start), 0.85), 'vendor-token', 'aws-key-pair'),
    },
    {
      keywords: ['.apps.googleusercontent.com'],
      read: (text, _, end) =>
        readingOf(withScore(readGoogleSecretBehindId(text, end), 0.85), 'vendor-token', 'google-client-secret-pair'),
    },
    { keywords: ['"kty'], read: readKey },
    { keywords: ['kind: secret', "kind: 'secret", 'kind: "secret'], read: readManifest },
    {
      keywords: ['://'],
      read: (text, start) => readingOf(readUrlCredentials(text, start), 'connection-string', 'url-password'),
    },
    {
      keywords: ['authorization'],
      read: (text, _, end) => readingOf(readAuthorizationHeader(text, end), 'authorization', 'authorization-header'),
    },
    ...(['basic', 'bearer'] as const).map(
      (scheme): Reader => ({
        keywords: [scheme],
        read: (text, _, end) =>
          readingOf(readCredentialsOf(scheme, text, end), 'authorization', `${scheme}-credentials`),
      }),
    ),
    { keywords: nameKeywords, read: readNamedValue },
  ]
}

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
  return { keywords: [anchor], read }
}

/** A prefix of fewer characters may begin a name in a program by chance. */
const SHORT_ANCHOR = 8

/** A reader of what begins with the keyword. */
function blockReader(
  keyword: string,
  kind: SecretKind,
  rule: string,
  read: (text: string, start: number) => (TextRange & { readonly score?: number }) | undefined,
): Reader {
  return {
    keywords: [keyword],
    read: (text, start) => {
      const range = text.startsWith(keyword, start) ? read(text, start) : undefined
      return readingOf(range && { score: 0.95, ...range }, kind, rule)
    },
  }
}

function readingOf(
  range: (TextRange & { readonly score: number }) | undefined,
  kind: SecretKind,
  rule: string,
): Reading | undefined {
  if (range === undefined) return undefined
  const { start, end, score } = range
  return { found: [{ start, end, kind, rule, score }], end }
}

function withScore(range: TextRange | undefined, score: number): (TextRange & { readonly score: number }) | undefined {
  return range && { ...range, score }
}

function readKey(text: string, start: number, end: number): Reading {
  const key = readJsonWebKey(text, start, end)
  const found = key.found && readingOf({ ...key.found, score: 0.9 }, 'private-key', 'json-web-key')?.found
  return { found: found ?? [], end: key.end }
}

function readManifest(text: string, start: number, end: number): Reading {
  const ranges = readKubernetesSecret(text, start, end)
  return {
    found: ranges.map((range) => ({ ...range, kind: 'generic-secret', rule: 'kubernetes-secret', score: 0.8 })),
    end: Math.max(end + MANIFEST_STRIDE, ranges.at(-1)?.end ?? 0),
  }
}
