import { describeJson, type JsonPattern } from './json-pattern.js'

/** A text: exactly the string, or one that the expression finds. `null`: not there. */
export type TextPattern = string | RegExp | null

/**
 * Shape of an error body.
 *
 * - `E`: `application/json` with a non-empty string `detail`, and `messages`, when there, a non-empty list of strings (10.1).
 * - `E+m`: the same with `messages`. `E-m`: the same without.
 * - `RE`: `application/json` with a string `message` and `status_code` equal to the status (10.2).
 */
export type ErrorShape = 'E' | 'E+m' | 'E-m' | 'RE'

const errorShapes: Readonly<Record<ErrorShape, string>> = {
  E: 'error JSON',
  'E+m': 'error JSON with messages',
  'E-m': 'error JSON without messages',
  RE: 'routing-error JSON',
}

/** One part of a multipart reply. */
export interface PartPattern {
  readonly name: string
  readonly json?: JsonPattern
  /** Raw text of the part: every expression must be found. For what a JSON parser would tidy. */
  readonly text?: readonly RegExp[]
}

/** What a reply must be. Everything that is named must hold; what is not named is free. */
export interface Answer {
  readonly status: number | readonly number[]
  /** By name in lower case. */
  readonly headers?: Readonly<Record<string, TextPattern>>
  /** `empty`: no byte of body. Otherwise every pattern must hold for the body read as UTF-8. */
  readonly body?: 'empty' | readonly (string | RegExp)[]
  /** Texts that must occur neither in the head nor in the body. */
  readonly hidden?: readonly string[]
  readonly error?: ErrorShape
  /** Property paths that `messages` names, one message each, in any order. `''` is a message without a path. */
  readonly paths?: readonly string[]
  /** The body as JSON, whatever its media type. */
  readonly json?: JsonPattern
  /** A multipart reply with exactly these parts in this order. Its framing (9.1) is checked too. */
  readonly parts?: readonly PartPattern[]
}

/** What must come: an answer, one of several, or a connection that is closed without a reply. */
export type Expectation = Answer | { readonly anyOf: readonly Expectation[] } | { readonly closed: true }

/** One line for a reader: what the expectation asks for. */
export function describeExpectation(expectation: Expectation): string {
  if ('anyOf' in expectation) return expectation.anyOf.map(describeExpectation).join(', or ')
  if ('closed' in expectation) return 'the connection closed without a reply'
  const { status, headers = {}, body, hidden, error, paths, json, parts } = expectation
  const said = [typeof status === 'number' ? String(status) : status.join(' or ')]
  if (error !== undefined) said.push(errorShapes[error])
  if (paths !== undefined) said.push(`messages for ${paths.map((path) => path || '(the whole)').join(' and ')}`)
  for (const [name, pattern] of Object.entries(headers)) said.push(`${name}: ${describeText(pattern)}`)
  if (body === 'empty') said.push('empty body')
  else if (body !== undefined) said.push(`body ${body.map(describeText).join(' and ')}`)
  if (json !== undefined) said.push(`JSON ${describeJson(json)}`)
  if (parts !== undefined) said.push(`multipart [${parts.map(describePart).join(', ')}]`)
  if (hidden !== undefined) said.push(`nowhere ${hidden.map((text) => JSON.stringify(text)).join(' or ')}`)
  return said.join(', ')
}

function describePart({ name, json, text = [] }: PartPattern): string {
  return [name, ...(json === undefined ? [] : [describeJson(json)]), ...text.map(String)].join(' ')
}

function describeText(pattern: TextPattern): string {
  if (pattern === null) return 'absent'
  return pattern instanceof RegExp ? String(pattern) : JSON.stringify(pattern)
}
