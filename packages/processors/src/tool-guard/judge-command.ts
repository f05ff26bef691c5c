import type { Issue } from './issue.js'
import { type SimpleCommand, splitCommand } from './split-command.js'

const SHELLS = new Set(
  'sh bash zsh dash ksh ash fish csh tcsh pwsh powershell python python3 perl ruby node php iex'.split(' '),
)
/** What brings in what nobody has seen: from elsewhere, or decoded. */
const SOURCES = new Set(
  'curl wget fetch aria2c nc ncat base64 xxd openssl iwr invoke-webrequest gunzip zcat'.split(' '),
)
const POWERSHELLS = new Set(['pwsh', 'powershell'])
/** What connects its input to another machine. */
const LINES = new Set('nc ncat netcat socat telnet'.split(' '))
const PREFIXES = new Set('sudo doas env nohup time exec command builtin nice setsid xargs busybox'.split(' '))
/** What writes over disks or stops the machine. */
const DESTROYERS = new Set('mkfs wipefs shred fdisk parted shutdown reboot halt poweroff'.split(' '))
const FIREWALLS = new Set('iptables nft ufw setenforce'.split(' '))
const NETWORK_SENDERS = new Set('curl wget nc ncat scp rsync ftp tftp'.split(' '))

/** The whole machine, a home, everything here: what nobody means to remove. */
const EVERYTHING =
  /^(?:\/|\/\*|~|~\/|~\/\*|\*|\.|\.\/|\.\/\*|\.\.|\.\.\/|\$home|\$\{home\}|\$home\/\*|\/(?:bin|boot|dev|etc|home|lib|opt|proc|root|sbin|srv|sys|usr|var)(?:\/\*?)?|[a-z]:[\\/]\*?)$/i

const SECRETS =
  /(?:^|[/@=])(?:\.ssh\/|\.aws\/credentials|\.netrc|\.git-credentials|\.kube\/config|etc\/shadow|etc\/sudoers|id_rsa|id_ed25519)/i
/** Settings of an application, secrets among them: everyday work, unless they are sent away. */
const SETTINGS = /(?:^|[/@=])\.env$/i
const SOCKET = /\/dev\/(?:tcp|udp)\//
const DISK = /^\/dev\/(?:sd|hd|vd|nvme|xvd|mmcblk|disk)/

/** Judges a whole command line that a tool is to run: what it does that hardly anybody would want. */
export function judgeCommandLine(text: string): Issue[] {
  const { commands, hasSubstitution } = splitCommand(text)
  const issues = commands.flatMap((command, index) =>
    judgeCommand(command, commands[index - 1], commands.slice(index + 1, index + 1 + MOST_BEHIND)),
  )
  if (SOCKET.test(text)) issues.push(issue('reverse-shell', 0.95))
  if (/:\(\)\s{0,8}\{/.test(text)) issues.push(issue('fork-bomb', 0.95))
  if (text.includes('\u0000')) issues.push(issue('null-byte', 0.9))
  if (hasSubstitution) issues.push(issue('substitution', 0.3))
  return issues
}

/** So many commands behind one are looked at, for what it runs. */
const MOST_BEHIND = 4

/** What ends a word in a command line, or begins something else in it. */
const META = /[;&|<>`\n\r\0]|\$[({]/
const VARIABLE = /\$\w|%\w{1,64}%/

/** Judges a value that a tool puts into a command line: whether it would be more than one word there. */
export function judgeShellValue(value: string): Issue[] {
  const issues: Issue[] = []
  if (META.test(value)) issues.push(issue('metacharacter', 0.8))
  else if (VARIABLE.test(value)) issues.push(issue('variable', 0.5))
  if (/^--?[a-z]/i.test(value)) issues.push(issue('option', 0.6))
  // What it would run counts as well.
  return [...issues, ...(issues.length > 0 ? judgeCommandLine(value) : [])]
}

function judgeCommand(
  command: SimpleCommand,
  before: SimpleCommand | undefined,
  behind: readonly SimpleCommand[],
): Issue[] {
  const words = withoutPrefixes(command.words)
  const [program = '', ...rest] = words
  const name = nameOf(program)
  const issues: Issue[] = []
  if (command.operator === '|' && SHELLS.has(name) && !rest.some((word) => /^[^-]/.test(word))) {
    const isUnseen = before !== undefined && SOURCES.has(nameOf(withoutPrefixes(before.words)[0] ?? ''))
    issues.push(issue('pipe-to-shell', isUnseen ? 0.95 : 0.7))
  }
  // `sh -c "$(curl …)"`, `eval $(…)`, `bash <(…)`.
  const isShell = SHELLS.has(name) && (rest.includes('-c') || rest.every((word) => word.startsWith('-')))
  const isRunning = isShell || name === 'eval' || name === 'source' || name === '.'
  if (isRunning && behind[0]?.operator === '$(' && pipeOf(behind).some(bringsIn)) {
    issues.push(issue('pipe-to-shell', 0.95))
  }
  if (POWERSHELLS.has(name) && rest.some((word) => /^-e(?:c|nc|ncodedcommand)?$/i.test(word))) {
    issues.push(issue('pipe-to-shell', 0.9))
  }
  if (/^(?:iex|invoke-expression)$/.test(name) && [command, ...behind].some(({ words }) => words.some(isDownload))) {
    issues.push(issue('pipe-to-shell', 0.95))
  }
  // What the command before it lists, where `xargs` hands it on.
  const listed = command.operator === '|' && command.words.length > words.length ? (before?.words ?? []) : []
  if (name === 'rm' && hasFlag(rest, 'r', 'recursive'))
    issues.push(issue('remove-all', [...rest, ...listed].some(isEverything) ? 0.95 : 0.4))
  if (name === 'find' && isEverything(rest[0] ?? '') && !/^\.\/?$/.test(rest[0] ?? '') && removesFound(rest)) {
    issues.push(issue('remove-all', 0.9))
  }
  if ((name === 'del' || name === 'rd' || name === 'rmdir') && rest.some((word) => /^\/s$/i.test(word))) {
    issues.push(issue('remove-all', rest.some(isEverything) ? 0.95 : 0.5))
  }
  if ((name === 'chmod' || name === 'chown') && hasFlag(rest, 'R', 'recursive') && rest.some(isEverything)) {
    issues.push(issue('rights-of-all', 0.9))
  }
  if (DESTROYERS.has(name) || name.startsWith('mkfs.')) issues.push(issue('destroyer', 0.9))
  if (name === 'dd' && rest.some((word) => DISK.test(word.replace(/^of=/, '')))) issues.push(issue('destroyer', 0.95))
  if (command.outputs.some((target) => DISK.test(target))) issues.push(issue('destroyer', 0.95))
  if (FIREWALLS.has(name) || (name === 'crontab' && rest.length > 0 && !rest.includes('-l')))
    issues.push(issue('system-setting', 0.6))
  const isFed = command.operator === '|' && SHELLS.has(nameOf(withoutPrefixes(before?.words ?? [])[0] ?? ''))
  if (LINES.has(name) && (isFed || rest.some((word) => /^exec:/i.test(word)))) issues.push(issue('reverse-shell', 0.95))
  if ((name === 'nc' || name === 'ncat') && rest.some((word) => /^-[a-z]*[ec]/i.test(word)))
    issues.push(issue('reverse-shell', 0.95))
  const targets = [...rest, ...command.outputs]
  const isSending = NETWORK_SENDERS.has(name)
  const namesSecrets = targets.some((word) => SECRETS.test(word) || (isSending && SETTINGS.test(word)))
  if (namesSecrets) issues.push(issue('secrets', isSending ? 0.95 : 0.7))
  return issues
}

/** The commands of a pipe, of which the first stands first. */
function pipeOf(commands: readonly SimpleCommand[]): readonly SimpleCommand[] {
  const end = commands.findIndex(({ operator }, index) => index > 0 && operator !== '|')
  return end < 0 ? commands : commands.slice(0, end)
}

function bringsIn({ words }: SimpleCommand): boolean {
  return SOURCES.has(nameOf(withoutPrefixes(words)[0] ?? ''))
}

function isDownload(word: string): boolean {
  return /^(?:iwr|irm|curl|wget|invoke-webrequest|invoke-restmethod)$|\.download(?:string|data)\b/i.test(word)
}

/** Whether `find` is told to remove what it finds, without a name or an age to find it by. */
function removesFound(words: readonly string[]): boolean {
  const isRemoving = words.includes('-delete') || (words.includes('-exec') && words.includes('rm'))
  return (
    isRemoving &&
    !words.some((word) => /^-(?:i?name|i?path|i?regex|[acm]?(?:time|min)|newer|size|user|empty)/.test(word))
  )
}

function withoutPrefixes(words: readonly string[]): readonly string[] {
  let first = 0
  while (first < words.length && isPrefix(words[first] as string, first > 0)) first++
  return words.slice(first)
}

/** `sudo`, its options, and assignments before a command. */
function isPrefix(word: string, isBehindPrefix: boolean): boolean {
  return PREFIXES.has(nameOf(word)) || /^\w+=/.test(word) || (isBehindPrefix && word.startsWith('-'))
}

function nameOf(program: string): string {
  return program
    .slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1)
    .toLowerCase()
    .replace(/\.exe$/, '')
}

function hasFlag(words: readonly string[], letter: string, long: string): boolean {
  return words.some(
    (word) => word === `--${long}` || (/^-[a-z]+$/i.test(word) && word.toLowerCase().includes(letter.toLowerCase())),
  )
}

function isEverything(word: string): boolean {
  return EVERYTHING.test(word)
}

function issue(rule: string, score: number): Issue {
  return { type: 'shell-injection', rule, score }
}
