import { BASE62, withCharacters } from '../alphabet.js'
import { hasBech32Checksum } from '../checksums.js'
import { base62, base64, base64url, digits, hex, lowerHex, type Run, shape, upperAlnum } from '../shape.js'
import { passwordHash, raises, type TokenRule } from '../vendor-rule.js'

/** The alphabet of crypt(3): letters, digits, `.` and `/`. */
function crypt(min: number, max = min): Run {
  return { alphabet: withCharacters(BASE62, './'), min, max }
}

/** Keys that are one word, known by their checksum. */
export const keyTokens: readonly TokenRule[] = [
  {
    id: 'age-secret-key',
    vendor: 'age',
    kind: 'private-key',
    shape: shape`AGE-SECRET-KEY-1${upperAlnum(58)}`,
    check: raises(hasBech32Checksum),
  },
]

/** Stored forms of passwords: not the password, but what it is guessed from. */
export const passwordHashes: readonly TokenRule[] = [
  passwordHash('md5-crypt', 'crypt(3)', shape`$1$${crypt(1, 8)}$${crypt(22)}`),
  passwordHash('apache-md5-crypt', 'Apache', shape`$apr1$${crypt(1, 8)}$${crypt(22)}`),
  passwordHash('sha256-crypt', 'crypt(3)', shape`$5$${crypt(1, 16)}$${crypt(43)}`),
  passwordHash('sha256-crypt-rounds', 'crypt(3)', shape`$5$rounds=${digits(4, 9)}$${crypt(1, 16)}$${crypt(43)}`),
  passwordHash('sha512-crypt', 'crypt(3)', shape`$6$${crypt(1, 16)}$${crypt(86)}`),
  passwordHash('sha512-crypt-rounds', 'crypt(3)', shape`$6$rounds=${digits(4, 9)}$${crypt(1, 16)}$${crypt(86)}`),
  passwordHash('bcrypt-2a', 'bcrypt', shape`$2a$${digits(2)}$${crypt(53)}`),
  passwordHash('bcrypt-2b', 'bcrypt', shape`$2b$${digits(2)}$${crypt(53)}`),
  passwordHash('bcrypt-2y', 'bcrypt', shape`$2y$${digits(2)}$${crypt(53)}`),
  passwordHash('cisco-type-8', 'Cisco', shape`$8$${crypt(14)}$${crypt(43)}`),
  passwordHash('cisco-type-9', 'Cisco', shape`$9$${crypt(14)}$${crypt(43)}`),
  passwordHash('ntlm-response', 'NTLM', shape`TlRMTVNTUAAD${base64(100, 2000)}`),
  passwordHash('phpass', 'phpass', shape`$P$${crypt(31)}`),
  passwordHash(
    'argon2i',
    'Argon2',
    shape`$argon2i$v=19$m=${digits(1, 8)},t=${digits(1, 3)},p=${digits(1, 3)}$${base64(8, 90)}$${base64(16, 90)}`,
  ),
  passwordHash(
    'argon2id',
    'Argon2',
    shape`$argon2id$v=19$m=${digits(1, 8)},t=${digits(1, 3)},p=${digits(1, 3)}$${base64(8, 90)}$${base64(16, 90)}`,
  ),
  passwordHash(
    'argon2d',
    'Argon2',
    shape`$argon2d$v=19$m=${digits(1, 8)},t=${digits(1, 3)},p=${digits(1, 3)}$${base64(8, 90)}$${base64(16, 90)}`,
  ),
  // crypt(5), the default of Debian and Fedora
  passwordHash('yescrypt', 'crypt(3)', shape`$y$${crypt(3, 12)}$${crypt(1, 86)}$${crypt(43)}`),
  passwordHash('gost-yescrypt', 'crypt(3)', shape`$gy$${crypt(3, 12)}$${crypt(1, 86)}$${crypt(43)}`),
  passwordHash('drupal-sha512', 'Drupal', shape`$S$${crypt(52)}`),
  passwordHash('ldap-ssha', 'LDAP', shape`{SSHA}${base64(32, 80)}`),
  passwordHash('ldap-ssha256', 'LDAP', shape`{SSHA256}${base64(48, 100)}`),
  passwordHash('ldap-ssha512', 'LDAP', shape`{SSHA512}${base64(90, 140)}`),
  passwordHash(
    'scram-sha-256',
    'PostgreSQL',
    shape`SCRAM-SHA-256$${digits(4, 7)}:${base64(20, 48)}$${base64(44)}:${base64(44)}`,
  ),
  passwordHash('werkzeug-pbkdf2', 'Werkzeug', shape`pbkdf2:sha256:${digits(4, 7)}$${base62(8, 32)}$${lowerHex(64)}`),
  passwordHash(
    'werkzeug-scrypt',
    'Werkzeug',
    shape`scrypt:${digits(4, 6)}:${digits(1, 2)}:${digits(1, 2)}$${base62(8, 32)}$${lowerHex(128)}`,
  ),
  passwordHash('django-pbkdf2', 'Django', shape`pbkdf2_sha256$${digits(4, 7)}$${base64url(6, 32)}$${base64(44)}`),
  passwordHash(
    'kerberos-as-rep',
    'Kerberos',
    shape`$krb5asrep$23$${principal(3, 100)}:${hex(32)}$${lowerHex(64, 4000)}`,
  ),
  passwordHash('kerberos-as-rep-bare', 'Kerberos', shape`$krb5asrep$23$${hex(32)}$${lowerHex(64, 4000)}`),
  passwordHash('kerberos-tgs', 'Kerberos', shape`$krb5tgs$23$*${principal(3, 200)}*$${hex(32)}$${lowerHex(64, 8000)}`),
]

/** A Kerberos principal: `user@REALM`. */
function principal(min: number, max: number): Run {
  return { alphabet: withCharacters(BASE62, '@._-$/'), min, max }
}
