import { type AssignmentContext, isProse, judgeAssignment } from './judge-assignment.js'
import { isWord, judgeToken } from './plausibility.js'
import { type Assignment, readAssignment } from './read-assignment.js'
import { namedRules } from './rules/index.js'
import type { Secret } from './secret.js'
import { classifyName, segmentsOf } from './secret-name.js'
import { isOfShape, lengthsOf } from './shape.js'
import type { NamedRule } from './vendor-rule.js'

/** Roots of the names that secrets are assigned to; what the whole name says is judged later. */
const NAME_ROOTS = (
  'pass pw secret token key _api credential auth salt pepper kennwort contrase senha clave wachtwoord lösenord hasl parola sifre şifre ' +
  'парол 密码 密碼 口令 パスワード 비밀번호 비번 암호'
).split(' ')

/** Shortest name of a vendor that a search begins with; shorter ones count where a root stands beside them. */
const SHORTEST_KEYWORD = 4

/** What a search for named values looks for. */
export const nameKeywords: readonly string[] = [
  ...new Set([
    ...NAME_ROOTS,
    ...namedRules.flatMap(({ names }) => names).filter(({ length }) => length >= SHORTEST_KEYWORD),
  ]),
]

const ASSIGNED_PASSWORD = 'assigned-password'
const ASSIGNED_KEY = 'assigned-key'

/** Names of the rules that named values are found by. */
export const rulesOfNames: readonly string[] = [...namedRules.map(({ id }) => id), ASSIGNED_PASSWORD, ASSIGNED_KEY]

/** What stands assigned to the name that holds the word at `[start, end)`, and how far that was read. */
export function readNamedValue(
  text: string,
  start: number,
  end: number,
): { readonly found: readonly Secret[]; readonly end: number } {
  const assignment = readAssignment(text, start, end)
  if (assignment === undefined) return { found: [], end }
  const { nameEnd, value, isQuoted } = assignment
  // A quoted value may hold assignments of its own, as a connection string does; a member may have a default behind it.
  const content = text.slice(value.start, value.end)
  const address = isQuoted || content.length > MAX_ADDRESS_LENGTH ? null : ADDRESS.exec(content)
  if (address !== null) return { found: [], end: Math.max(nameEnd, value.start + address[0].length) }
  const isOpen = isQuoted || MEMBER.test(content)
  return { found: judge(text, start, assignment), end: isOpen ? nameEnd : Math.max(nameEnd, value.end) }
}

/** A short word, which needs no capital to be none made at random. */
const SMALL_LETTERS = /^[a-z]{8,19}$/

/** An address up to its query, whose fields are assignments: `auth_url=https://example.com/?token=…`. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]{0,30}:)?\/\/[\w.:@%/-]*\?/i
/** What is longer is passed over as a whole, so that an address in an address in an address costs little. */
const MAX_ADDRESS_LENGTH = 512

/** `process.env.TOKEN` */
const MEMBER = /^[A-Za-z_$][\w$]{0,40}(?:\.[A-Za-z_$][\w$]{0,80}){1,6}$/

function judge(text: string, start: number, assignment: Assignment): Secret[] {
  // Field by field: copies of the range would take a third of the time of a text that is nothing but assignments.
  const { start: from, end: to } = assignment.value
  const found: Secret[] = []
  const segments = segmentsOf(nameWithWordBefore(text, assignment.name, start))
  const content = text.slice(from, to)
  const vendorRule = findNamedRule(segments, content)
  if (vendorRule !== undefined) {
    const plausibility = judgeToken(content)
    const score =
      plausibility === 'plausible'
        ? isWord(content) || SMALL_LETTERS.test(content)
          ? 0.2
          : 0.85
        : plausibility === 'patterned'
          ? 0.5
          : 0.2
    found.push({ start: from, end: to, kind: 'vendor-token', rule: vendorRule, score })
  }
  const kind = classifyName(segments, isProse(assignment))
  if (kind === undefined) return found
  const score = judgeAssignment(kind, content, assignment, contextOf(text, assignment))
  if (score > 0) {
    const isPassword = kind === 'password'
    found.push({
      start: from,
      end: to,
      kind: isPassword ? 'password' : 'generic-secret',
      rule: isPassword ? ASSIGNED_PASSWORD : ASSIGNED_KEY,
      score,
    })
  }
  return found
}

const WORD_BEFORE = /(?:^|[^\w.-])([A-Za-z]{2,20})[ \t]$/

/** `key` alone says little; in prose the word before it tells which: "access key". */
function nameWithWordBefore(text: string, name: string, start: number): string {
  if (name.length > 5) return name
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - 24), start))
  return word === null ? name : `${word[1]}_${name}`
}

function findNamedRule(segments: readonly string[], value: string): string | undefined {
  return rulesOfLength(value.length).find(
    ({ names, shapes }) =>
      shapes.some((shape) => isOfShape(shape, value)) && names.some((name) => isNamed(segments, name)),
  )?.id
}

/** The longest value of a named rule. */
const LONGEST_VALUE = Math.max(...namedRules.flatMap(({ shapes }) => shapes.map((shape) => lengthsOf(shape).max)))

const NO_RULES: readonly NamedRule[] = []

/** The named rules by the length of a value, each list made when it is first asked for. */
const rulesByLength: (readonly NamedRule[])[] = []

function rulesOfLength(length: number): readonly NamedRule[] {
  if (length > LONGEST_VALUE) return NO_RULES
  rulesByLength[length] ??= namedRules.filter(({ shapes }) =>
    shapes.map(lengthsOf).some(({ min, max }) => min <= length && length <= max),
  )
  return rulesByLength[length]
}

/**
 * A name of several words begins where a segment does; one of one word makes up segments, or begins one that is no part of
 * a longer word: `new_relic`, `newRelic`, `newrelickey`. A name of one or two letters is a segment.
 */
function isNamed(segments: readonly string[], name: string): boolean {
  const wanted = name.replaceAll('_', '')
  return segments.some((segment, index) => {
    if (segment.startsWith(wanted)) return wanted.length > 2 || segment === wanted
    let joined = segment
    for (let next = index + 1; joined.length < wanted.length && next < segments.length; next++) joined += segments[next]
    return joined === wanted || (wanted !== name && joined.startsWith(wanted))
  })
}

const FIELD_BEFORE = /(?:^|[\n;&?])[ \t#]{0,20}(?:export |set |-e |ENV )?$/
const USER = /(?:user|login|uid|usr|email|account)/i

function contextOf(text: string, { value, name, form }: Assignment): AssignmentContext {
  const before = text.slice(Math.max(0, value.start - name.length - 200), value.start)
  const nameAt = before.lastIndexOf(name)
  const joint = before.slice(nameAt + name.length)
  const isArgument = /^[,)]/.test(text.slice(value.end, value.end + 1))
  const isField =
    form === 'assigned' && /^[=:]$/.test(joint) && !isArgument && FIELD_BEFORE.test(before.slice(0, nameAt))
  const isStatement = /^[)}\]]{0,2};[ \t]{0,4}(?:$|[\r\n])/.test(text.slice(value.end, value.end + 8))
  // Blanks around the sign are those of a program, unless the assignment is a line of its own, as in an INI file.
  const isLine =
    FIELD_BEFORE.test(before.slice(0, nameAt)) && /^[ \t]{0,4}(?:$|[\r\n])/.test(text.slice(value.end, value.end + 6))
  const isProgram = /\s=\s/.test(joint) && !isLine
  const hasUser = !isProgram && USER.test(before.slice(0, nameAt))
  const isClosed = form === 'element' && text.startsWith('</', value.end)
  return { isField, isStatement, isClosed, isNameQuoted: /["'`]$/.test(before.slice(0, nameAt)), hasUser }
}
