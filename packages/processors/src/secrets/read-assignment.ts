import type { TextRange } from '../detection/text-range.js'
import { matchAt } from '../text/match-at.js'
import { BASE64URL, isOf, withCharacters } from './alphabet.js'

/** How a value is joined to its name. */
export type AssignmentForm =
  /** `name = value`, `name: value`, `"name": "value"`, `name => value` */
  | 'assigned'
  /** `name == "value"`, `"value" == name` */
  | 'compared'
  /** `set("name", "value")`, `name("value")` */
  | 'argument'
  /** `--name value`, `login user password value` */
  | 'option'
  /** `<name>value</name>`, `<add key="name" value="value" />` */
  | 'element'
  /** The password is "value" */
  | 'told'

/** A name and the value beside it. */
export interface Assignment {
  readonly name: string
  /** Where the name ends. */
  readonly nameEnd: number
  readonly value: TextRange
  readonly isQuoted: boolean
  readonly form: AssignmentForm
}

/** Longest name, and longest value, in UTF-16 code units. What is longer is cut there. */
const MAX_NAME_LENGTH = 80
const MAX_VALUE_LENGTH = 2048
const MAX_ELEMENT_LENGTH = 200

const NAME_ALPHABET = withCharacters(BASE64URL, '.$')
const LETTER = /[\p{L}\p{M}]/u

/** What closes a quoted or indexed name. JSON in a string of JSON has one backslash before a quote, in one of that three, then seven. */
const NAME_END = /\\{0,7}["'`]?(?:\[\d{0,6}\]|\]|\))?/y
/** A declared type between a name and its value. */
const TYPE = /[ \t]{0,4}:?[ \t]{0,4}(?:string|String|str|char ?\*)\??[ \t]{0,4}(?==[^=])/y
const OPERATOR = /[ \t]{0,40}(?:(?:!|=)={1,2}(?!>)|[:?.+|]{0,3}=>?|->|:{1,2}|,|\|\|)[ \t]{0,40}/y
const COMPARISON = /^[!=]==?$/
const CALL = /(?:\.\w{1,20})?[ \t]?\((?=["'`])/y
const ELEMENT = /(?:[ \t][^<>\n]{0,100})?>\s{0,40}/y
const VALUE_FIELD =
  /["'][ \t]{0,4},?\s{0,40}["']?(?:value|default)["']?[ \t]{0,4}[:=][ \t]{0,4}(?=["'\w])|["'][ \t]{0,4}(?::[ \t]{0,4})?\{\s{0,40}["']?(?:default|value)["']?[ \t]{0,20}[:=][ \t]{0,4}(?=["'])/iy
const YAML_VALUE_FIELD = /["']?[ \t]{0,4}\r?\n[ \t]{1,40}value:[ \t]{1,4}/y
const TOLD = /(?:[ \t]{1,4}[\w'"-]{1,24}){0,6}?[ \t]{1,4}(?:is|was|ist|est|es|é):?[ \t]{1,4}/y
const BLANKS = /[ \t]{1,40}(?![-=:,(){}[\]<>|&])/y
/** Marks of a string literal before its quote, such as `@"…"` in C#, `b'…'` in Python. */
const VALUE_START = /[@$]?(?:new String\()?(?:[bBrRuUfFL]{1,2}(?=["']))?(\\{0,7})(["'`]{3}|["'`])?/y
/** A sign ends a value where another field or the end of a sentence follows, not where the value goes on. */
const UNQUOTED_END = /[\s"'`<]|\\[nrt"']|[;,&|](?=[\w\s"'`]|$)|[)\]}>](?=[\s"'`;,.)\]}>]|$)/
/** The same where a value goes up to the next blank: a sign ends it only where a name and its value follow. */
const FIELD_END =
  /[\s"'`]|<(?=[/A-Za-z!])|\\[nrt"']|[;,&|](?=[\s"'`]|[A-Za-z_][\w.-]*[=:]|$)|[)\]}>](?=[\s"'`;,.)\]}>]|$)/
/** The name of a field begins its line. */
const LINE_START = /(?:^|\n)[ \t#-]{0,20}(?:export |set |-e |ENV )?$/
/** It is one of a connection string: a field ends before, and one says where to connect. */
const FIELD_BEFORE = /;[ \w]{0,20}$/
const CONNECTION = /\b(?:server|host|source|uid|user|user id|database|driver|endpoint|accountname)=/i
const YODA = /(["'`])[ \t]{0,4}[!=]==?[ \t]{0,4}$/

/** Reads the assignment whose name holds the word at `[start, end)`; `undefined` when there is none. */
export function readAssignment(text: string, start: number, end: number): Assignment | undefined {
  const nameStart = extendLeft(text, start)
  const nameEnd = withoutPoint(text, end, extendRight(text, end))
  const name = text.slice(nameStart, nameEnd)
  // A placeholder such as [PASSWORD] stands for a value, and is the name of none.
  if (text[nameStart - 1] === '[' && text[nameEnd] === ']' && /^[A-Z-]+$/.test(name)) return undefined
  const joint = readJoint(text, nameStart, nameEnd)
  if (joint === undefined) return readYoda(text, nameStart, name)
  const value =
    (text[nameStart - 1] === '<' ? readElement(text, joint) : undefined) ??
    readValue(text, joint.end, goesUpToBlank(text, nameStart, joint.form) ? FIELD_END : UNQUOTED_END)
  if (value === undefined) return undefined
  if (joint.needsQuotes && !value.isQuoted) return undefined
  if (value.isQuoted && isWithinQuotes(text, nameStart, nameEnd, value.value.start)) return undefined
  return { name, nameEnd, form: joint.form, ...value }
}

/** Whether the quote before the value closes the one before the name, as in `"Password:"`. */
function isWithinQuotes(text: string, nameStart: number, nameEnd: number, valueStart: number): boolean {
  const quote = text[nameStart - 1]
  let nameClosing = nameEnd
  while (nameClosing - nameEnd < 7 && text[nameClosing] === '\\') nameClosing++
  const isClosed = text[nameClosing] === quote
  return (quote === '"' || quote === "'") && !isClosed && text[valueStart - 1] === quote
}

function extendLeft(text: string, from: number): number {
  let position = from
  const limit = Math.max(0, from - MAX_NAME_LENGTH)
  while (position > limit && isOfName(text.charCodeAt(position - 1))) position--
  return position
}

function extendRight(text: string, from: number): number {
  let position = from
  const limit = Math.min(text.length, from + MAX_NAME_LENGTH)
  while (position < limit && isOfName(text.charCodeAt(position))) position++
  return position
}

/** A point at the end ends a sentence, not a name. */
function withoutPoint(text: string, from: number, nameEnd: number): number {
  let end = nameEnd
  while (end > from && text[end - 1] === '.') end--
  return end
}

/** Letters and digits of ASCII, `_`, `$`, `.` and `-`, and letters of other scripts. */
function isOfName(codeUnit: number): boolean {
  return isOf(NAME_ALPHABET, codeUnit) || (codeUnit > 0x7f && LETTER.test(String.fromCharCode(codeUnit)))
}

interface Joint {
  readonly form: AssignmentForm
  /** Where the value begins, with its quote. */
  readonly end: number
  readonly needsQuotes: boolean
}

function readJoint(text: string, nameStart: number, nameEnd: number): Joint | undefined {
  const field = matchAt(VALUE_FIELD, text, nameEnd)
  if (field !== undefined) return { form: 'element', end: nameEnd + field.length, needsQuotes: false }
  const yamlField = matchAt(YAML_VALUE_FIELD, text, nameEnd)
  if (yamlField !== undefined) return { form: 'assigned', end: nameEnd + yamlField.length, needsQuotes: false }
  const closed = nameEnd + (matchAt(NAME_END, text, nameEnd) ?? '').length
  const typed = closed + (matchAt(TYPE, text, closed) ?? '').length
  const operator = matchAt(OPERATOR, text, typed)
  if (operator !== undefined) {
    const sign = operator.trim()
    // `command($user, $pass)->response`
    if (sign === '->' && text[closed - 1] === ')') return undefined
    const form = COMPARISON.test(sign) ? 'compared' : sign === ',' || sign === '||' ? 'argument' : 'assigned'
    return { form, end: typed + operator.length, needsQuotes: form !== 'assigned' || sign === '::' }
  }
  const call = matchAt(CALL, text, nameEnd)
  if (call !== undefined) return { form: 'argument', end: nameEnd + call.length, needsQuotes: true }
  const before = text[nameStart - 1]
  // `(?<name>…)` and `(?P<name>…)` are groups of a regular expression, `List<Name>` is a type, `:<name>@` a part of a URL.
  const isElement = before === '<' && !/[\w?:<]/.test(text[nameStart - 2] ?? '')
  const element = isElement ? matchAt(ELEMENT, text, nameEnd) : undefined
  if (element !== undefined) return { form: 'element', end: nameEnd + element.length, needsQuotes: false }
  const told = matchAt(TOLD, text, nameEnd)
  if (told !== undefined) return { form: 'told', end: nameEnd + told.length, needsQuotes: false }
  const blanks = matchAt(BLANKS, text, closed)
  if (blanks !== undefined) return { form: 'option', end: closed + blanks.length, needsQuotes: false }
  return undefined
}

interface Value {
  readonly value: TextRange
  readonly isQuoted: boolean
}

/** The text of an element, up to where it is closed in its line. */
function readElement(text: string, { form, end: start }: Joint): Value | undefined {
  if (form !== 'element') return undefined
  const rest = text.slice(start, start + MAX_ELEMENT_LENGTH)
  const length = rest.indexOf('<')
  if (length <= 0 || rest[length + 1] !== '/' || /[\s"']/.test(rest.slice(0, length))) return undefined
  return { value: { start, end: start + length }, isQuoted: false }
}

/** Whether a value without quotes is that of a field or option, or is told in a sentence, rather than one of a program. */
function goesUpToBlank(text: string, nameStart: number, form: AssignmentForm): boolean {
  if (form === 'told') return true
  if (form === 'option') return text[nameStart] === '-'
  if (form !== 'assigned') return false
  const before = text.slice(Math.max(0, nameStart - 200), nameStart)
  return LINE_START.test(before) || (FIELD_BEFORE.test(before) && CONNECTION.test(before))
}

function readValue(text: string, from: number, unquotedEnd: RegExp): Value | undefined {
  VALUE_START.lastIndex = from
  const opening = VALUE_START.exec(text)
  const quote = opening?.[2]
  if (opening === null || quote === undefined) return readUnquoted(text, from, unquotedEnd)
  const start = from + opening[0].length
  const closing = `${opening[1]}${quote}`
  const end = findClosing(text, start, closing)
  return end === undefined ? readUnquoted(text, start, unquotedEnd) : { value: { start, end }, isQuoted: true }
}

/** Where the quoted value ends, at the end of a cut text too; `undefined` when its line ends before. */
function findClosing(text: string, start: number, closing: string): number | undefined {
  const limit = Math.min(text.length, start + MAX_VALUE_LENGTH)
  for (let index = start; index < limit; index++) {
    if (text.startsWith(closing, index)) return index === start ? undefined : index
    const character = text[index]
    if (character === '\n' && closing.length < 3) return undefined
    if (character === '\\' && closing[0] !== '\\') index++
  }
  return limit === text.length && limit > start ? limit : undefined
}

function readUnquoted(text: string, start: number, unquotedEnd: RegExp): Value | undefined {
  const rest = text.slice(start, start + MAX_VALUE_LENGTH)
  const found = rest.search(unquotedEnd)
  const length = withClosingBrackets(rest, found < 0 ? rest.length : found)
  return length > 0 ? { value: { start, end: start + length }, isQuoted: false } : undefined
}

/** A bracket that closes one of the value belongs to it: `{{ name }}`, `(a|b)`. */
function withClosingBrackets(rest: string, length: number): number {
  let open = 0
  for (let index = 0; index < length; index++) {
    const bracket = rest[index] as string
    if ('([{'.includes(bracket)) open++
    else if (')]}'.includes(bracket) && open > 0) open--
  }
  let end = length
  while (open > 0 && end < rest.length && ')]}'.includes(rest[end] as string)) {
    open--
    end++
  }
  return end
}

/** `"value" == name` */
function readYoda(text: string, nameStart: number, name: string): Assignment | undefined {
  const from = Math.max(0, nameStart - 200)
  const before = text.slice(from, nameStart)
  const sign = YODA.exec(before)
  if (sign === null) return undefined
  const end = sign.index
  const start = before.lastIndexOf(sign[1] as string, end - 1) + 1
  if (start === 0 || start >= end) return undefined
  return {
    name,
    nameEnd: nameStart + name.length,
    form: 'compared',
    isQuoted: true,
    value: { start: from + start, end: from + end },
  }
}
