import type { TextRange } from '../detection/text-range.js'
import { type Alphabet, BASE62, BASE64URL, isOf, UPPER_ALNUM, withCharacters } from './alphabet.js'
import { judgeToken } from './plausibility.js'

/** Length of an access key id of AWS. */
const AWS_ID_LENGTH = 20
const AWS_SECRET = { length: 40, alphabet: withCharacters(BASE62, '+/') }
/** Of clients that were made before their secrets got a mark, in 2021. */
const GOOGLE_SECRET = { length: 24, alphabet: BASE64URL }

/** Most signs between the two. */
const MAX_GAP = 8

/**
 * The secret key of AWS that stands behind the access key id that begins at `at`, with signs in between but no name, as in
 * the file that the console offers: `AKIA…,secret`.
 */
export function readAwsSecretBehindId(text: string, at: number): TextRange | undefined {
  const idEnd = at + AWS_ID_LENGTH
  for (let index = at; index < idEnd; index++) {
    if (!isOf(UPPER_ALNUM, text.charCodeAt(index))) return undefined
  }
  return readSecretBehind(text, idEnd, AWS_SECRET)
}

/** The secret of a client of Google's that stands in the same way behind the client id that ends at `idEnd`. */
export function readGoogleSecretBehindId(text: string, idEnd: number): TextRange | undefined {
  return readSecretBehind(text, idEnd, GOOGLE_SECRET)
}

function readSecretBehind(
  text: string,
  idEnd: number,
  { length, alphabet }: { readonly length: number; readonly alphabet: Alphabet },
): TextRange | undefined {
  let start = idEnd
  while (start - idEnd < MAX_GAP && /[\s,;:|"']/.test(text[start] ?? '')) start++
  if (start === idEnd) return undefined
  let end = start
  while (end - start <= length && isOf(alphabet, text.charCodeAt(end))) end++
  const secret = text.slice(start, end)
  const isMixed = [/[a-z]/, /[A-Z]/, /\d/].every((characters) => characters.test(secret))
  if (secret.length !== length || !isMixed || text[end] === '=') return undefined
  return judgeToken(secret) === 'plausible' ? { start, end } : undefined
}
