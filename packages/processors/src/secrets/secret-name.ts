import { DIGITS, isOf } from './alphabet.js'

/**
 * What a name says about the value beside it: that of a password may be any word, that of a key looks made at random, and
 * that of a `bare-key`, which says "key" and no more, does so beyond doubt.
 */
export type SecretNameKind = 'password' | 'key' | 'bare-key'

/** Names of a password as a segment of their own, in the languages that programs and notes are written in. */
const PASSWORD_SEGMENTS = new Set(
  (
    'pass pw pwd passwd password passwords passphrase passcode pword userpwd proxypassword proxyuserpwd keypasswd mdp ' +
    'passwort kennwort contraseña contrasena clave senha wachtwoord lösenord hasło haslo parola şifre sifre ' +
    'пароль 密码 密碼 口令 パスワード 비밀번호 비번 암호'
  ).split(' '),
)

/** Endings of a segment that was written without a sign between the words: `dbpassword`. */
const PASSWORD_ENDING = /(?:password|passwd|passphrase|passwort|[a-z]{2}pwd)$/

const KEY_SEGMENTS = new Set(
  (
    'secret secrete secrets token apikey secretkey accesskey privatekey presharedkey authtoken accesstoken ' +
    'authkey credential credentials auth apitoken apisecret accountkey sharedaccesskey bearer'
  ).split(' '),
)

const KEY_ENDING = /(?:[a-z]{2}secret|[a-z]{2}token|apikey|secretkey|accesskey|privatekey|authkey)$/

/** Words that make a key out of "key": there are as many other keys as there are maps. */
const KEY_QUALIFIERS = new Set(
  (
    'api access secret private encryption encrypt encryptor decryption signing sign auth account license licence master ' +
    'shared storage service deploy consumer admin session jwt hmac aes ssh subscription function webhook security ' +
    'activation personal preshared server client app insert ingest write integration query io developer site user sk device amz ' +
    // Of WordPress: NONCE_KEY, LOGGED_IN_KEY
    'nonce in'
  ).split(' '),
)

/** Segments behind the word that make the name one of something else: `token_url`, `passwordLabel`, `secret-name`. */
const OTHER_THINGS = new Set(
  (
    'id ids name names url uri urls path paths file files filename length len size type types label field fields count ' +
    'limit limits expiry expires expiration expired ttl age algorithm alg format version hint policy reset manager ' +
    'vault store storage ring provider service handler helper helpers callback endpoint regex pattern prefix suffix ' +
    'placeholder title text message error errors required enabled disabled confirmation min max strength input form ' +
    'column map index chars characters usage param params parameter parameters variable var env header headers ' +
    'location dir directory arn ref reference status state date time at by for of source selector template ' +
    'validator validation schema rule rules policy policies options config configuration class model request response ' +
    'link page view route screen button icon widget tooltip help info description doc docs test tests spec mock ' +
    'generator factory builder parser reader writer loader resolver strategy scheme method methods mode kind scope ' +
    'scopes issuer audience subject table database host port plugin module package event events listener hook hooks ' +
    'interval timeout duration counter number num no bucket budget usage cost price rate chain less free word words ' +
    'hash hashes hashed digest encoding encodings arg args through thru fail rate worker serviceworker pair pairs pressed code codes spec range ranges property properties attribute element node tag tags alias'
  ).split(' '),
)

/** Segments before the word that say it is meant to be seen, or is no secret at all. */
const PUBLIC = new Set(
  (
    'public pub publishable csrf xsrf primary foreign cache sort partition translation next page continuation ' +
    'cancellation cancel syntax lexer author no is has get forgot change reset forgotten show hide validate check ' +
    'palabra palabras verify confirm update edit add create generate invalid missing empty bad wrong expected design'
  ).split(' '),
)

/** Segments of a name: at signs, and where a capital begins a word. Lower case. */
export function segmentsOf(name: string): string[] {
  return name
    .replace(/^-D(?=[a-z])/, '')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((segment) => segment !== '')
}

/** What a name names, if it is a secret. In prose a word is no name for the word that it begins with: `mustEnd`. */
export function classifyName(segments: readonly string[], mustEnd = false): SecretNameKind | undefined {
  for (let index = segments.length - 1; index >= 0; index--) {
    const kind = classifySegment(segments, index, mustEnd)
    if (kind === undefined && !mustEnd) continue
    if (kind === undefined) return undefined
    const isOther = segments.slice(index + 1).some((segment) => OTHER_THINGS.has(withoutNumber(segment)))
    const isPublic = segments.slice(0, index).some((segment) => PUBLIC.has(segment))
    return isOther || isPublic ? undefined : kind
  }
  return undefined
}

function classifySegment(segments: readonly string[], index: number, mustEnd: boolean): SecretNameKind | undefined {
  const segment = withoutNumber(segments[index] as string)
  // The folder that a shell was in before
  if (segment === 'oldpwd') return undefined
  if (PASSWORD_SEGMENTS.has(segment) || PASSWORD_ENDING.test(segment)) return 'password'
  if (KEY_SEGMENTS.has(segment) || KEY_ENDING.test(segment)) return 'key'
  // One salt for a whole application (WordPress, CakePHP, Hashids) works as a key.
  if (segment === 'salt' || segment === 'pepper') return index === segments.length - 1 ? 'key' : undefined
  // French: "mot de passe"
  if (segment === 'passe') return segments[index - 1] === 'de' ? 'password' : undefined
  // `WEATHER_API`: programs name a key by what it opens.
  if (segment === 'api') return index > 0 && index === segments.length - 1 && !mustEnd ? 'key' : undefined
  if (segment !== 'key') return undefined
  return KEY_QUALIFIERS.has(segments[index - 1] ?? '') ? 'key' : segments.length === 1 ? 'bare-key' : undefined
}

/** `key2` is a key. */
function withoutNumber(segment: string): string {
  let end = segment.length
  while (end > 0 && isOf(DIGITS, segment.charCodeAt(end - 1))) end--
  return segment.slice(0, end)
}
