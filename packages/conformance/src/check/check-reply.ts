import { headerOf, mediaTypeOf, type Reply } from '../http/reply.js'
import { type Answer, describeExpectation, type ErrorShape, type Expectation } from '../language/expectation.js'
import { matchJson } from '../language/json-pattern.js'
import { shorten, showJson } from '../language/show.js'
import { decodeUtf8, parseJson, readMultipart } from './read-multipart.js'

/** A reply, or the reason why none came. */
export type Outcome = { readonly reply: Reply } | { readonly noReply: string; readonly closed: boolean }

/** Every way in which `outcome` is not what was expected; empty when it is. */
export function checkOutcome(outcome: Outcome, expectation: Expectation): string[] {
  if ('anyOf' in expectation) {
    const tries = expectation.anyOf.map((alternative) => checkOutcome(outcome, alternative))
    if (tries.some((faults) => faults.length === 0)) return []
    return [`none of: ${expectation.anyOf.map(describeExpectation).join(', or ')}`, ...(tries[0] ?? [])]
  }
  if ('closed' in expectation) {
    return 'noReply' in outcome && outcome.closed ? [] : ['the connection was not closed without a reply']
  }
  if ('noReply' in outcome) return [outcome.noReply]
  return checkAnswer(outcome.reply, expectation)
}

function checkAnswer(reply: Reply, answer: Answer): string[] {
  const { status, headers = {}, body, hidden = [], error, paths, json, parts } = answer
  const faults: string[] = []
  if (![status].flat().includes(reply.status)) faults.push(`status ${reply.status} came`)
  for (const [name, pattern] of Object.entries(headers)) {
    const value = headerOf(reply, name)
    if (!matchText(value, pattern)) faults.push(`header ${name} is ${value === undefined ? 'absent' : showJson(value)}`)
  }
  faults.push(...checkBody(reply, body))
  if (hidden.length > 0) {
    const everything = `${reply.headers.flat().join('\n')}\n${reply.body.toString()}`
    faults.push(...hidden.filter((text) => everything.includes(text)).map((text) => `${JSON.stringify(text)} came`))
  }
  if (error !== undefined) faults.push(...checkError(reply, error))
  if (paths !== undefined) faults.push(...checkPaths(reply, paths))
  if (json !== undefined) faults.push(...mismatches(parseJson(decodeUtf8(reply.body) ?? ''), json, 'the body'))
  if (parts !== undefined) faults.push(...checkParts(reply, parts))
  return faults
}

function checkBody(reply: Reply, body: Answer['body']): string[] {
  const bytes = reply.body.length + reply.surplusBytes
  if (body === 'empty') return bytes === 0 ? [] : [`the body has ${bytes} bytes`]
  const faults = reply.surplusBytes === 0 ? [] : [`${reply.surplusBytes} bytes follow the reply`]
  if (body === undefined) return faults
  const text = decodeUtf8(reply.body)
  if (text === undefined) return [...faults, 'the body is not valid UTF-8']
  return [
    ...faults,
    ...body.filter((pattern) => !matchText(text, pattern)).map((pattern) => `the body is not ${pattern}`),
  ]
}

function checkError(reply: Reply, shape: ErrorShape): string[] {
  const faults = checkJsonType(reply)
  const body = parseJson(decodeUtf8(reply.body) ?? '')
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return [...faults, 'the body is not a JSON object']
  const { detail, messages, message, status_code: statusCode } = body as Record<string, unknown>
  if (shape === 'RE') {
    if (!isText(message)) faults.push('message is not a non-empty string')
    if (statusCode !== reply.status) faults.push(`status_code is ${showJson(statusCode)}`)
    return faults
  }
  if (!isText(detail)) faults.push('detail is not a non-empty string')
  if (messages === undefined ? shape === 'E+m' : shape === 'E-m') {
    faults.push(messages === undefined ? 'messages is absent' : `messages is ${showJson(messages)}`)
  }
  if (messages !== undefined && !isMessageList(messages)) faults.push('messages is not a non-empty list of strings')
  return faults
}

/** Section 2.4: a message is `reason`, or `reason: path`, and a path has no blank. */
function checkPaths(reply: Reply, paths: readonly string[]): string[] {
  const body = parseJson(decodeUtf8(reply.body) ?? '') as Record<string, unknown> | null | undefined
  const validation = body?.validation as Record<string, unknown> | undefined
  const messages = body?.messages ?? validation?.errors
  if (!isMessageList(messages)) return ['there is no list of messages']
  const came = messages.map((message) => /: (\S+)$/.exec(message)?.[1] ?? '')
  if (came.toSorted().join('\n') === paths.toSorted().join('\n')) return []
  return [`the messages are ${showJson(messages)}`]
}

function checkParts(reply: Reply, patterns: NonNullable<Answer['parts']>): string[] {
  const { parts, faults } = readMultipart(reply)
  const came = parts.map(({ name }) => name)
  const expected = patterns.map(({ name }) => name)
  if (came.join('\n') !== expected.join('\n')) return [...faults, `the parts are [${shorten(came.join(', '))}]`]
  return [
    ...faults,
    ...patterns.flatMap(({ name, json, text = [] }, index) => [
      ...(json === undefined ? [] : mismatches(parts[index]?.json, json, name)),
      ...text
        .filter((pattern) => !pattern.test(parts[index]?.text ?? ''))
        .map((pattern) => `${name} has no ${pattern}`),
    ]),
  ]
}

function checkJsonType(reply: Reply): string[] {
  if (mediaTypeOf(reply) === 'application/json') return []
  return [`the Content-Type is ${showJson(headerOf(reply, 'content-type') ?? 'absent')}, not application/json`]
}

function mismatches(value: unknown, pattern: Parameters<typeof matchJson>[1], what: string): string[] {
  return matchJson(value, pattern, what).map(({ at, expected, came }) => `${at}: expected ${expected}, came ${came}`)
}

function matchText(value: string | undefined, pattern: string | RegExp | null): boolean {
  if (pattern === null || value === undefined) return pattern === null && value === undefined
  return typeof pattern === 'string' ? value === pattern : pattern.test(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isMessageList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isText)
}
