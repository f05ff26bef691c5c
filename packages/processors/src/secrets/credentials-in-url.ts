import type { TextRange } from '../detection/text-range.js'
import { BASE62, isOf, withCharacters } from './alphabet.js'
import { judgePlausibility } from './plausibility.js'

/** Longest user name and password in a URL, in UTF-16 code units. */
const MAX_USERINFO_LENGTH = 512

/** Longest scheme that is read. */
const MAX_SCHEME_LENGTH = 31
const SCHEME = withCharacters(BASE62, '+.-')
const USERINFO_END = /[\s"'`<>/?#\\]/
const WEB = /^(?:https?|wss?|ftps?|sftp|ssh|git|svn|smtps?|imaps?|ldaps?)$/i

/** Names that examples give to user and password. */
const EXAMPLE =
  /^(?:user(?:name)?|pass(?:word)?|passwd|pwd|secret|host|foo|bar|test|xxx|xyz|abc|123|guest|token|apikey|login|\w{0,2})$/i

/** A password in a URL, and how sure it is one, 0 to 1. */
export interface UrlCredentials extends TextRange {
  readonly score: number
}

/**
 * The password in the URL whose `://` stands at `at` (RFC 3986, section 3.2.1: userinfo). In addresses of the web a word
 * such as "password" is taken for an example; in those of databases and queues only where the user is one too.
 */
export function readUrlCredentials(text: string, at: number): UrlCredentials | undefined {
  const scheme = readScheme(text, at)
  if (!/^[A-Za-z]./.test(scheme)) return undefined
  const start = at + 3
  const rest = text.slice(start, start + MAX_USERINFO_LENGTH)
  const stop = rest.search(USERINFO_END)
  const authority = stop < 0 ? rest : rest.slice(0, stop)
  const userinfo = authority.slice(0, Math.max(0, authority.lastIndexOf('@')))
  if (userinfo === '' || authority.length === userinfo.length + 1) return undefined
  const colon = userinfo.indexOf(':')
  const user = colon < 0 ? '' : userinfo.slice(0, colon)
  const password = userinfo.slice(colon + 1)
  // `[user:password@]` and `user[:password]@` are notations.
  if (/^\[|\[$/.test(user)) return undefined
  const score = judge(scheme, user, password, colon >= 0)
  return score === 0 ? undefined : { start: start + colon + 1, end: start + userinfo.length, score }
}

function readScheme(text: string, end: number): string {
  let start = end
  while (end - start < MAX_SCHEME_LENGTH && isOf(SCHEME, text.charCodeAt(start - 1))) start--
  return text.slice(start, end)
}

function judge(scheme: string, user: string, password: string, hasColon: boolean): number {
  if (
    password.length < 3 ||
    judgePlausibility(password) === 'example' ||
    /^(?:[{$<[(]|%(?![\dA-F]{2}))/i.test(password)
  )
    return 0
  // Without a password, the user may be a token: then it is long, and has digits among its letters.
  if (!hasColon) return password.length >= 20 && /\d/.test(password) && /[A-Za-z]/.test(password) ? 0.7 : 0
  if (/[,;]/.test(password) && !/[A-Za-z\d]/.test(password)) return 0
  const isExample = EXAMPLE.test(password) && (WEB.test(scheme) || EXAMPLE.test(user) || password === user)
  if (isExample && !(password === 'secret' && !WEB.test(scheme))) return 0.3
  return 0.8
}
