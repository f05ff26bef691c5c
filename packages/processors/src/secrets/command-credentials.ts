import type { TextRange } from '../detection/text-range.js'
import { judgePlausibility } from './plausibility.js'

/** Longest command line that is read, in UTF-16 code units. */
const MAX_COMMAND_LENGTH = 1000

/** A password given to a program or function that takes it by its place, not by a name. */
interface CommandRule {
  readonly id: string
  /** What the command begins with, in lower case. */
  readonly keyword: string
  /** Finds the argument; its group `value` is the credentials. */
  readonly argument: RegExp
  /** The value is `user:password`. */
  readonly hasUser: boolean
  /** What stands in the line before the keyword, where the keyword is also one of prose. */
  readonly before?: RegExp
}

/** A statement about users. */
const SQL_STATEMENT = /\b(?:create|alter|grant|set|replace)\b/i

/** How an option takes a password that stands apart from it, or may stand right behind it. */
const OPTION_ARGUMENTS = {
  '-p': /[ \t]-p[ \t]{1,4}["']?(?<value>[^\s"'-][^\s"']{2}[^\s"']*)/g,
  '-p or -pPASSWORD': /[ \t]-p[ \t]{0,4}["']?(?<value>[^\s"'-][^\s"']{2}[^\s"']*)/g,
  '-P': /[ \t]-P[ \t]{0,4}["']?(?<value>[^\s"'-][^\s"']{2}[^\s"']*)/g,
  '-a': /[ \t]-a[ \t]{1,4}["']?(?<value>[^\s"'-][^\s"']{2}[^\s"']*)/g,
  '-w': /[ \t]-w[ \t]{1,4}["']?(?<value>[^\s"'-][^\s"']{2}[^\s"']*)/g,
}

/** The option of commands that is their password, with the name of the rule and what the command begins with. */
const OPTIONS_OF_COMMANDS: Readonly<Record<keyof typeof OPTION_ARGUMENTS, readonly (readonly [string, string])[]>> = {
  '-p': [
    ['psexec', 'psexec'],
    ['docker-login', 'docker login'],
    ['podman-login', 'podman login'],
    ['az-login', 'az login'],
    ['mongosh', 'mongosh'],
    ['mongodump', 'mongodump'],
    ['mongorestore', 'mongorestore'],
    ['evil-winrm', 'evil-winrm'],
  ],
  '-p or -pPASSWORD': [['sshpass', 'sshpass']],
  '-P': [
    ['sqlcmd', 'sqlcmd'],
    ['unzip', 'unzip'],
    ['mosquitto-pub', 'mosquitto_pub'],
    ['mosquitto-sub', 'mosquitto_sub'],
  ],
  '-a': [['redis-cli', 'redis-cli']],
  '-w': [
    ['ldapsearch', 'ldapsearch'],
    ['ldapmodify', 'ldapmodify'],
    ['ldapadd', 'ldapadd'],
  ],
}

/** Commands and calls that take a password. */
export const commandRules: readonly CommandRule[] = [
  {
    id: 'curl-user',
    keyword: 'curl',
    argument:
      /\s(?:-u|--user|--proxy-user|-U)(?:[ \t]{1,4}|=)["']?(?<value>[^\s"':<>]{0,100}["']?:["']?[^\s"'<>]{0,200})/g,
    hasUser: true,
  },
  ...Object.entries(OPTIONS_OF_COMMANDS).flatMap(([option, commands]) =>
    commands.map(([id, keyword]) => ({
      id: `${id}-password`,
      keyword,
      argument: OPTION_ARGUMENTS[option as keyof typeof OPTION_ARGUMENTS],
      hasUser: false,
    })),
  ),
  {
    id: 'smbclient-password',
    keyword: 'smbclient',
    argument: /[ \t]-U[ \t]{0,4}["']?[^\s%"']+%(?<value>[^\s"']{3}[^\s"']*)/g,
    hasUser: false,
  },
  {
    id: 'net-use-password',
    keyword: 'net use ',
    argument: /[ \t]\/u(?:ser)?:[^\s"']+[ \t]{1,4}["']?(?<value>[^\s"'/*][^\s"']{2}[^\s"']*)/gi,
    hasUser: false,
  },
  {
    id: 'net-user-password',
    keyword: 'net user ',
    argument: /^[^\s/]+[ \t]{1,4}["']?(?<value>[^\s"'/*][^\s"']{2}[^\s"']*)["']?[ \t]{1,4}\/add\b/gi,
    hasUser: false,
  },
  {
    id: 'openssl-password',
    keyword: 'openssl ',
    argument: /[ \t]-pass(?:in|out)?[ \t]{1,4}["']?pass:(?<value>[^\s"']{3}[^\s"']*)/g,
    hasUser: false,
  },
  {
    id: 'mysql-password',
    keyword: 'mysql',
    argument: /[ \t]-p["']?(?<value>[^\s"'-][^\s"']{2,100})/g,
    hasUser: false,
  },
  {
    id: 'sql-password',
    keyword: 'identified ',
    argument: /^[ \t]{0,4}(?:with ["'`]?\w{1,40}["'`]? )?(?:by|as)(?: password)? ["'](?<value>[^\s"'`;)]{3,100})/gi,
    hasUser: false,
    before: SQL_STATEMENT,
  },
  {
    id: 'sql-password-bare',
    keyword: 'identified by ',
    argument: /^(?<value>(?=[^\s"'`;)]{0,40}\d)[^\s"'`;)]{4,100})/g,
    hasUser: false,
    before: SQL_STATEMENT,
  },
  ...['create role ', 'alter role ', 'create user ', 'alter user '].map((keyword) => ({
    id: 'sql-role-password',
    keyword,
    argument: /\bpassword[ \t]{1,4}(?<value>(?=[^\s"'`;)]{0,40}\d)[^\s"'`;)]{4,100})(?=[ \t]{0,4};)/gi,
    hasUser: false,
  })),
  {
    id: 'vault-unseal-key',
    keyword: 'unseal ',
    argument: /^(?:key(?: \d)?: )?(?<value>[A-Za-z\d+/]{43}[A-Za-z\d+/=])/gi,
    hasUser: false,
  },
  {
    id: 'jenkins-initial-password',
    keyword: 'password to proceed to installation:',
    argument: /^\s{1,4}(?<value>[\da-f]{32})/g,
    hasUser: false,
  },
  {
    id: 'powershell-secure-string',
    keyword: 'convertto-securestring ',
    argument: /^(?:-String )?["'](?<value>[^"'\n]{3,100})["']/gi,
    hasUser: false,
  },
  {
    id: 'network-credential',
    keyword: 'networkcredential(',
    argument: /^\s*@?"[^"\n]*",\s*@?"(?<value>[^"\n]{3}[^"\n]*)"/g,
    hasUser: false,
  },
  {
    id: 'directory-entry',
    keyword: 'directoryentry(',
    argument: /^\s{0,40}@?"[^"\n]{0,200}",\s{0,40}@?"[^"\n]{0,100}",\s{0,40}@?"(?<value>[^"\n]{3,100})"/g,
    hasUser: false,
  },
]

/** Values that stand for a user or a password. */
const EXAMPLE = /^(?:user(?:name)?|pass(?:word)?|passwd|pwd|token|secret|xxx|yyy|\w{1,2})$/i

/** The passwords that the command takes whose keyword ends at `at`, and where the command ends. */
export function readCommandCredentials(
  { keyword, argument, hasUser, before }: CommandRule,
  text: string,
  at: number,
): { readonly found: readonly TextRange[]; readonly end: number } {
  const line = readLine(text, at)
  const start = at - keyword.length
  if (before !== undefined && !before.test(text.slice(Math.max(0, start - MAX_STATEMENT_LENGTH), start)))
    return { found: [], end: at + line.length }
  const found: TextRange[] = []
  for (const match of line.matchAll(argument)) {
    const value = match.groups?.value ?? ''
    const start = at + match.index + match[0].lastIndexOf(value)
    const range = hasUser ? passwordOf(value, start) : { start, end: start + value.length }
    const password = text.slice(range.start, range.end)
    if (value === `${password}:${password}`) continue
    if (
      password.length >= 3 &&
      !EXAMPLE.test(password) &&
      !/^[$<%{[]/.test(password) &&
      judgePlausibility(password) !== 'example'
    ) {
      found.push(range)
    }
  }
  return { found, end: at + line.length }
}

/** How far before its keyword a statement may begin. */
const MAX_STATEMENT_LENGTH = 200

/**
 * The command, over line ends that a backslash continues, or a caret, or a backtick behind a blank; of a call, whose
 * opening bracket stands before, also over those behind a comma.
 */
function readLine(text: string, at: number): string {
  if (text[at] === '\n') return text.slice(at, at + 80)
  const limit = Math.min(text.length, at + MAX_COMMAND_LENGTH)
  let end = at
  const continued = text[at - 1] === '(' ? /,\r?$/ : /(?:[\\^]|[ \t]`)\r?$/
  while (end < limit && (text[end] !== '\n' || continued.test(text.slice(Math.max(at, end - 3), end)))) end++
  return text.slice(at, end)
}

/** What is behind the colon; the user where nothing is. */
function passwordOf(value: string, start: number): TextRange {
  const colon = value.indexOf(':')
  const user = value.slice(0, colon).replace(/["']$/, '')
  const password = value.slice(colon + 1).replace(/^["']/, '')
  const end = start + value.length
  return password === '' ? { start, end: start + user.length } : { start: end - password.length, end }
}
