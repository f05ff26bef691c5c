import { entropyOf, judgePlausibility } from './plausibility.js'
import type { Assignment } from './read-assignment.js'
import { type SecretNameKind, segmentsOf } from './secret-name.js'

/** What else is known about an assignment than its name and value. */
export interface AssignmentContext {
  /** The value reads as in a `.env` file or connection string: unquoted by rule, up to the end of the field. */
  readonly isField: boolean
  /** The value ends a statement of a program, where a text would be quoted. */
  readonly isStatement: boolean
  /** A user name is given beside. */
  readonly hasUser: boolean
}

/** Values that name a type, a state or the thing itself. */
const NO_VALUE = new Set(
  (
    'string str text boolean bool number int integer object array any unknown void null nil none undefined true false ' +
    'yes no on off required optional hidden password passwd pass pwd secret token key apikey username user name email ' +
    'value default env environment bearer basic digest oauth oauth2 jwt plain md5 sha1 sha256 sha512 bcrypt hex base64 ' +
    'utf8 utf-8 ascii input output auto manual disabled enabled empty invalid incorrect missing wrong new old current ' +
    'confirm forgot reset this self it not the your and or is if for with char varchar public private protected static ' +
    'const let var return function class type interface import export from as in of test'
  ).split(' '),
)

const FILE_OR_ADDRESS =
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\|[a-z][a-z\d+.-]{1,20}:\/\/|arn:|urn:|data:|--[a-z]|env\.|var\.|process\.|vault:|ref\+|op:\/\/|ssm:)|\.(?:pem|key|json|ya?ml|txt|crt|cer|p12|pfx|jks|ts|js|py|go|java|html?|php|conf|cfg|ini|properties|env|local|com|org|net|io)$|^ENC\(|^[\w.]{1,80}\(\)$|\]\(/i

/** Signs that end a sentence, or a part of one. */
const SENTENCE_END = /[.,;:?!)"'\]*`…]{1,4}$/

/** A call, a member, an element: what stands without quotes in a program. */
const CODE = /^[!&*]?[A-Za-z_$][\w$]*(?:\.[A-Za-z_$]|\?\.|->|::|\(|\[|\{[^{])|^[([{]/

const NAME = /^[#@]?[A-Za-z][A-Za-z_.: -]*$/

/** Words that make a name of letters the name of a secret, which stands where the secret will be. */
const SECRET_WORD = /password|passwd|secret|token|apikey|credential|^keys?$/

/** Score of an assigned value as a secret, 0 to 1; 0 when it is none. */
export function judgeAssignment(
  kind: SecretNameKind,
  value: string,
  assignment: Pick<Assignment, 'form' | 'isQuoted' | 'name'>,
  context: AssignmentContext,
): number {
  const { form, isQuoted } = assignment
  if (/\s/.test(value)) return kind === 'password' && isQuoted && form !== 'argument' && isPassphrase(value) ? 0.55 : 0
  if (!/[\p{L}\d]/u.test(value) || FILE_OR_ADDRESS.test(value)) return 0
  if (NO_VALUE.has(value.toLowerCase()) && !(value === 'secret' && kind === 'password')) return 0
  if (value.toLowerCase() === assignment.name.toLowerCase()) return 0
  const plausibility = judgePlausibility(value)
  if (plausibility === 'example') return 0.2
  if (!isQuoted && !context.isField && (context.isStatement || CODE.test(value))) return 0
  if (plausibility === 'patterned')
    return kind === 'password' && value.length >= 6 && (isQuoted || context.isField || context.hasUser) ? 0.5 : 0.3
  const strength = strengthOf(!isQuoted && isProse(assignment) ? value.replace(SENTENCE_END, '') : value)
  if (kind === 'bare-key') return isQuoted && isLongKey(value) ? 0.6 : 0
  if (strength === 'random' && kind === 'key') return 0.8
  if (kind === 'key') return isChosenSecret(value, assignment) ? 0.55 : 0
  if (form === 'argument') return strength === 'random' ? 0.8 : 0
  if (value.length < 4 || value.length > 128) return 0
  const isOption = form === 'option' && !assignment.name.startsWith('-')
  if (isOption && (!isQuoted || /^pass$/i.test(assignment.name)) && strength !== 'mixed' && strength !== 'random')
    return 0
  if (strength === 'random') return 0.8
  const isNamed =
    NAME.test(value) && !/^[a-z]+$/.test(value) && segmentsOf(value).some((word) => SECRET_WORD.test(word))
  if (isNamed && !context.isField && form !== 'element') return 0
  if (strength === 'mixed') return isQuoted || context.isField || context.hasUser || value.length >= 6 ? 0.7 : 0
  return isQuoted || context.isField || context.hasUser ? 0.55 : 0
}

/** The value stands behind its name as in a sentence, not as in a program. */
export function isProse({ form, name }: Pick<Assignment, 'form' | 'name'>): boolean {
  return form === 'told' || (form === 'option' && !name.startsWith('-'))
}

/** A name that is no more than "secret": what it is compared with, or given in quotes, may be chosen by a person. */
function isChosenSecret(
  value: string,
  { name, form, isQuoted }: Pick<Assignment, 'form' | 'isQuoted' | 'name'>,
): boolean {
  if (!isQuoted || value.length < 8 || segmentsOf(name).at(-1) !== 'secret') return false
  // Names of secrets are made of words and numbers.
  return form === 'compared' || (form === 'assigned' && /[^\p{L}\d_.:/ -]/u.test(value))
}

/** Words of labels and messages about passwords, which stand where a password would. */
const MESSAGE_WORD =
  /\b(?:pass(?:words?|wd|wort|code|phrase)?|enter|your|must|should|please|required|invalid|confirm|reset|forgot|change|new|old|wrong|incorrect|least|characters?|cannot|can't|not|no|match|is|are|type|field|hash|hidden|string)\b/

/** Several words in small letters, as in "correct horse battery staple". */
function isPassphrase(value: string): boolean {
  return value.length <= 128 && /^[a-z\d]+(?: [a-z\d]+){1,7}$/.test(value) && !MESSAGE_WORD.test(value)
}

/** Openings of keys that are public, of certificates, and of what JSON becomes. */
const PUBLIC_OPENING = /^(?:AAAA|MI[IG]|MFk|LS0t|eyJ|ssh-)/

/** Base64 of 24 bytes or more, with letters of both cases and digits evenly. */
function isLongKey(value: string): boolean {
  return (
    /^[A-Za-z\d+/_-]{32,}={0,2}$/.test(value) &&
    [/[a-z]/, /[A-Z]/, /\d/].every((characters) => characters.test(value)) &&
    isMadeAtRandom(value) &&
    entropyOf(value) >= 4.3 &&
    !PUBLIC_OPENING.test(value)
  )
}

/** A key as it is printed on a box: groups of five. */
const PRODUCT_KEY = /^[A-Z\d]{5}(?:-[A-Z\d]{5}){3,5}$/

type Strength = 'random' | 'mixed' | 'plain'

/**
 * `random` looks made by a machine: digits among letters, in a stretch long enough to be no word with a number;
 * `mixed` has letters and something else, as people make passwords; `plain` is letters alone, or digits alone.
 */
function strengthOf(value: string): Strength {
  const isMixed = /\p{L}/u.test(value) && /[^\p{L}_.:/-]/u.test(value)
  const stretches = value.split(/[-_.:/\\,]/)
  const longest = stretches.reduce(
    (best, stretch) => (isMadeAtRandom(stretch) ? Math.max(best, stretch.length) : best),
    0,
  )
  const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
  const signs = value.replaceAll(/[^!-,;-@[-^`{-~]/g, '').length
  const isWild = value.length >= 8 && signs * 10 >= value.length * 3
  const isRandom =
    (longest >= 8 && value.length >= 10 && entropyOf(value) >= 2.9) || isUuid || isWild || PRODUCT_KEY.test(value)
  return isRandom ? 'random' : isMixed ? 'mixed' : 'plain'
}

/** Digits and letters change places more than in a word with a number, or letters of both cases do. */
function isMadeAtRandom(stretch: string): boolean {
  if (stretch.length < 8) return false
  let changes = 0
  let last = ''
  for (const character of stretch) {
    const group = /\d/.test(character) ? 'd' : /[a-z]/.test(character) ? 'l' : /[A-Z]/.test(character) ? 'u' : 's'
    if (last !== '' && group !== last && !(last === 'u' && group === 'l')) changes++
    last = group
  }
  return changes >= Math.max(3, stretch.length / 8)
}
