import type { TextRange } from '../detection/text-range.js'
import { BASE62, isOf, UPPER_ALNUM, withCharacters } from './alphabet.js'
import { judgeToken } from './plausibility.js'

/** Lengths of an access key id and of its secret key. */
const ID_LENGTH = 20
const SECRET_LENGTH = 40
const SECRET = withCharacters(BASE62, '+/')

/** Most signs between the two. */
const MAX_GAP = 8

/**
 * The secret key of AWS that stands behind the access key id that begins at `at`, with signs in between but no name, as in
 * the file that the console offers: `AKIA…,secret`.
 */
export function readSecretBehindId(text: string, at: number): TextRange | undefined {
  const idEnd = at + ID_LENGTH
  for (let index = at; index < idEnd; index++) {
    if (!isOf(UPPER_ALNUM, text.charCodeAt(index))) return undefined
  }
  let start = idEnd
  while (start - idEnd < MAX_GAP && /[\s,;:|"']/.test(text[start] ?? '')) start++
  if (start === idEnd) return undefined
  let end = start
  while (end - start <= SECRET_LENGTH && isOf(SECRET, text.charCodeAt(end))) end++
  const secret = text.slice(start, end)
  const isMixed = [/[a-z]/, /[A-Z]/, /\d/].every((characters) => characters.test(secret))
  if (secret.length !== SECRET_LENGTH || !isMixed || text[end] === '=') return undefined
  return judgeToken(secret) === 'plausible' ? { start, end } : undefined
}
