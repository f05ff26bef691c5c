import type { TextRange } from '../detection/text-range.js'
import { matchAt } from '../text/match-at.js'

/** Longest private key, from its first line to its last, in UTF-16 code units. */
export const MAX_PRIVATE_KEY_LENGTH = 32_768

/** Fewest characters of base64 that a key has; what has less is an outline of one. */
const MIN_KEY_CHARACTERS = 40

const BEGIN = /-{4,5} ?BEGIN (?:[A-Z\d]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y
const END = /-{4,5} ?END (?:[A-Z\d]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)? ?-{4,5}/
const PUTTY_BEGIN = /PuTTY-User-Key-File-[1-3]: ?[\w-]{3,40}/y
const PUTTY_END = /Private-MAC: ?[\da-f]{40,64}/i
/** RFC 7468 bodies and what quoting, logs and comments put between their lines. */
const KEY_TEXT = /[A-Za-z\d+/]{16,}/g

/**
 * The private key whose first line begins at `at` (RFC 7468; RFC 4880, section 6.2; OpenSSH and SSH2 files; PuTTY): up to its
 * last line or, where that is missing, as far as lines of base64 go.
 */
export function readPrivateKey(text: string, at: number): TextRange | undefined {
  const begin = matchAt(BEGIN, text, at) ?? matchAt(PUTTY_BEGIN, text, at)
  if (begin === undefined) return undefined
  const from = at + begin.length
  const next = text.indexOf(begin.slice(0, 9), from)
  // One key reaches no further than where the next begins, so many beginnings cost no more than one.
  const body = text.slice(from, Math.min(at + MAX_PRIVATE_KEY_LENGTH, next < 0 ? text.length : next))
  const end = (begin.startsWith('P') ? PUTTY_END : END).exec(body)
  const content = end === null ? body : body.slice(0, end.index)
  let characters = 0
  let last = 0
  for (const { 0: stretch, index } of content.matchAll(KEY_TEXT)) {
    // Without a last line, the key goes on while its lines do.
    if (end === null && index - last > 40) break
    characters += stretch.length
    last = index + stretch.length
  }
  if (characters < MIN_KEY_CHARACTERS) return undefined
  return { start: at, end: from + (end === null ? last : end.index + end[0].length) }
}
