import { judgePlausibility } from './plausibility.js'
import type { Assignment } from './read-assignment.js'
import { type SecretNameKind, segmentsOf } from './secret-name.js'
import { isLongKey, strengthOf } from './value-strength.js'

/** What else is known about an assignment than its name and value. */
export interface AssignmentContext {
  /** The value reads as in a `.env` file or connection string: unquoted by rule, up to the end of the field. */
  readonly isField: boolean
  /** The value ends a statement of a program, where a text would be quoted. */
  readonly isStatement: boolean
  /** An element ends behind the value. */
  readonly isClosed: boolean
  /** The name stands in quotes. */
  readonly isNameQuoted: boolean
  /** A user name is given beside. */
  readonly hasUser: boolean
}

/** Base64 and passwords may begin with a slash; a path has words, and few signs. */
function isBehindSlash(kind: SecretNameKind, value: string): boolean {
  if (!value.startsWith('/') || /[a-z]{6}/.test(value)) return false
  return isLongKey(value) || (kind === 'password' && new Set(value.match(/[!#$%^*()[\]{}|;<>+~,@]/g)).size >= 2)
}

/** Values that name a type, a state or the thing itself. */
const NO_VALUE = new Set(
  (
    'string str text boolean bool number int integer object array any unknown void null nil none undefined true false ' +
    'yes no on off required optional hidden password passwd pass pwd secret token key apikey username user name email ' +
    'value default env environment bearer basic digest oauth oauth2 jwt plain md5 sha1 sha256 sha512 bcrypt hex base64 ' +
    'utf8 utf-8 ascii input output auto manual disabled enabled empty invalid incorrect missing wrong new old current ' +
    'confirm forgot reset this self it not the your and or is if for with char varchar public private protected static ' +
    'const let var return function class type interface import export from as in of test passed failed skip skipped success ' +
    'fail unicode bytes'
  ).split(' '),
)

const FILE_OR_ADDRESS =
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\|[a-z][a-z\d+.-]{1,20}:\/\/|arn:|urn:|data:|--[a-z]|function\(|env\.|var\.|process\.|vault:|ref\+|op:\/\/|ssm:)|\.(?:pem|key|json|ya?ml|txt|crt|cer|p12|pfx|jks|ts|js|py|go|java|html?|php|conf|cfg|ini|properties|env|local|com|org|net|io)$|^[\w.]{1,80}\(\)$|\]\(/i

/**
 * Openings of values that were encrypted, and are no secret without a key that is elsewhere: by Jasypt, SOPS, Spring Cloud
 * Config and the KMS of AWS.
 */
const ENCRYPTED = /^(?:ENC[([]|\{cipher\}|AQICAH)/

/** A Sealed Secret begins with the length of an RSA block, 2,048 or 4,096 bits; in base64 it is at least as long. */
function isSealed(value: string): boolean {
  return value.length > 340 && /^A[Qg][A-D]/.test(value)
}

/** Classes, groups and alternatives of a regular expression. */
const REGEX = /\[\^|\(\?[:=!<]|\[:[a-z]{4,6}:\]|\\[wWdDsS][*+?{]|\\\(|\\\|/

/** A number of a version, as lists of packages have it behind a name, and a constant of a program. */
const NUMBER_OF_OTHER = /^(?:\d{1,4}:)?v?\d{1,6}\.\d{1,6}(?:[.+~-][\w.+~-]*)?$|^0x[\dA-Fa-f]{1,8}$/

/** A setting of its own, `name=value`. */
const SETTING = /^[-`'"]{0,3}[A-Za-z_][\w-]*=/

/** Signs that end a sentence, or a part of one, and the emphasis before a word. */
const SENTENCE_END = /[.,;:?!)"'\]*`…]{1,4}$/
const EMPHASIS = /^[*_`"'([]{1,3}/

/** Brackets first, functions, blocks: what no sign makes a password. */
const EXPRESSION = /^!{0,2}[([{]|=>|\)\{|\}[=)]|&&/

/** A call, a member, an element: what stands without quotes in a program. */
const CODE = /^[!&*]?[A-Za-z_$][\w$]*!?(?:\.[A-Za-z_$]|\?\.|->|::|\(|\[|\{[^{])|^!{0,2}[([{]|=>|\)\{|\}[=)]|&&/

/** Signs that passwords have and programs hardly: not as in `this.#name`, `name!.member`, `name != other`. */
const PASSWORD_SIGN = /(?<!\.)#|[@^~%]|!(?![.,;()[\]=]|$)/g

/** A call, a member or an element begins the value, and no signs say that it is a password made at random. */
function isCode(kind: SecretNameKind, value: string): boolean {
  if (!CODE.test(value)) return false
  if (kind !== 'password' || EXPRESSION.test(value)) return true
  const signs = new Set(value.match(PASSWORD_SIGN))
  const isMixed = value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value)
  return signs.size === 0 || !(isMixed || signs.size >= 2)
}

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
  // "Pass" is a verb.
  if (isProse(assignment) && /^pass$/i.test(assignment.name) && !context.hasUser) return 0
  if (isProse(assignment) && !isQuoted && (NUMBER_OF_OTHER.test(value) || SETTING.test(value))) return 0
  if (isQuoted && isSignedText(value)) return kind === 'bare-key' ? 0 : 0.8
  if (/\s/.test(value)) return kind === 'password' && isQuoted && form !== 'argument' && isPassphrase(value) ? 0.55 : 0
  if (!/[\p{L}\d]/u.test(value) || (FILE_OR_ADDRESS.test(value) && !isBehindSlash(kind, value))) return 0
  if (ENCRYPTED.test(value) || isSealed(value) || REGEX.test(value)) return 0
  if (!isQuoted && isMemberOfProgram(value)) return 0
  const word = (isQuoted ? value : value.replace(SENTENCE_END, '')).toLowerCase()
  if (NO_VALUE.has(word) && !(value === 'secret' && kind === 'password')) return 0
  if (value.toLowerCase() === assignment.name.toLowerCase()) return 0
  const plausibility = judgePlausibility(value)
  if (plausibility === 'example') return 0.2
  if (
    context.isClosed
      ? value.startsWith('{')
      : !isQuoted && !context.isField && (context.isStatement || isCode(kind, value))
  )
    return 0
  if (plausibility === 'patterned' && /^\d+$/.test(value) && assignment.name.length < 3) return 0
  if (plausibility === 'patterned')
    return kind === 'password' && value.length >= 6 && (isQuoted || context.isField || context.hasUser) ? 0.5 : 0.3
  const isBounded = isQuoted || context.isField || form === 'element'
  const unemphasised = isProse(assignment) ? value.replace(EMPHASIS, '') : value
  const strength = strengthOf(isBounded ? value : unemphasised.replace(SENTENCE_END, ''))
  if (kind === 'bare-key') return isQuoted && isLongKey(value) ? 0.6 : 0
  // In a list of names in quotes, the one behind a name is a name too.
  if (form === 'argument' && context.isNameQuoted && /^[A-Za-z]+$/.test(value)) return 0
  if (strength === 'random' && kind === 'key') return 0.8
  if (kind === 'key') return isChosenSecret(value, assignment) ? 0.55 : 0
  if (form === 'argument') return strength === 'random' && !namesSecret(value) ? 0.8 : 0
  if (value.length < 4 || value.length > 128) return 0
  // A word of prose behind a password is no password.
  if (form !== 'assigned' && form !== 'element' && !isQuoted && strength === 'plain') return 0
  if (strength === 'random') return 0.8
  const isNamed = NAME.test(value) && !/^[a-z]+$/.test(value) && namesSecret(value)
  if (isNamed && !context.isField && form !== 'element') return 0
  if (strength === 'mixed') return isQuoted || context.isField || context.hasUser || value.length >= 6 ? 0.7 : 0
  return isQuoted || context.isField || context.isClosed || context.hasUser ? 0.55 : 0
}

/** `self.password`, `url.password`: a member, where a file of settings would also have the name of a secret. */
function isMemberOfProgram(value: string): boolean {
  if (/^(?:self|this)\.[A-Za-z_]/.test(value)) return true
  return /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value) && namesSecret(value.slice(value.lastIndexOf('.') + 1))
}

/** The value is the name of a secret. */
function namesSecret(value: string): boolean {
  return segmentsOf(value).some((word) => SECRET_WORD.test(word))
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

/** Printable characters at random with a blank among them, as WordPress makes its keys: no text of any kind has so many signs. */
function isSignedText(value: string): boolean {
  if (value.length < 32 || value.length > 128 || !value.includes(' ') || !/^[ -~]+$/.test(value)) return false
  const signs = value.replaceAll(/[A-Za-z\d ]/g, '')
  return (
    signs.length * 10 >= value.length * 3 && new Set(signs).size >= 10 && /\d/.test(value) && !/[A-Za-z]{6}/.test(value)
  )
}

/** Words of labels and messages about passwords, which stand where a password would. */
const MESSAGE_WORD =
  /\b(?:pass(?:words?|wd|wort|code|phrase)?|enter|your|must|should|please|required|invalid|confirm|reset|forgot|change|new|old|wrong|incorrect|least|characters?|cannot|can't|not|no|match|is|are|type|field|hash|hidden|string)\b/

/** Several words in small letters, as in "correct horse battery staple". */
function isPassphrase(value: string): boolean {
  return value.length <= 128 && /^[a-z\d]+(?: [a-z\d]+){1,7}$/.test(value) && !MESSAGE_WORD.test(value)
}
