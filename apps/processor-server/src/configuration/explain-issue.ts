import type { z } from 'zod'
import { didYouMean } from './did-you-mean.js'
import type { JsonSchema } from './json-schema.js'
import type { SettingPath } from './problem.js'

/** A problem before its place in the file is known. */
export interface Explanation {
  readonly path: SettingPath
  /** Set when the problem is the key itself and not its value. */
  readonly key?: string
  readonly message: string
}

type Issue = z.core.$ZodIssue

/**
 * Puts an issue of zod into words: what was expected, what came. Values are told by kind and size, never quoted, since
 * any of them could be a secret in the wrong place; numbers out of range are the exception.
 */
export function explainIssue(issue: Issue, root: unknown, schema: JsonSchema): Explanation[] {
  const path = issue.path as SettingPath
  const value = valueAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path, key, message: explainUnknownKey(key, path, schema) }))
    case 'invalid_union':
      return explainUnion(issue, root, schema)
    case 'invalid_type':
      return [{ path, message: explainType(wantedKind(issue.expected, path, schema), value) }]
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      const near = typeof value === 'string' ? didYouMean(value, allowed) : undefined
      return [{ path, message: `expected one of ${quoteAll(allowed)}; came ${describe(value)}${suggest(near)}` }]
    }
    case 'too_small':
    case 'too_big':
      return [{ path, message: explainSize(issue, value) }]
    case 'invalid_format':
      return [{ path, message: explainFormat(issue, value) }]
    default:
      return [{ path, message: issue.message }]
  }
}

/** Kind and size of a value, in words. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  switch (typeof value) {
    case 'string':
      return value === ''
        ? 'an empty string'
        : `a string of ${value.length} ${value.length === 1 ? 'character' : 'characters'}`
    case 'boolean':
      return String(value)
    case 'number':
      return Number.isInteger(value) ? 'an integer' : 'a number'
    default:
      return 'a map'
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'an integer',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of settings',
  record: 'a map',
}

/** zod asks for a number before it asks for an integer; the published schema knows which one is wanted in the end. */
function wantedKind(expected: string, path: SettingPath, schema: JsonSchema): string {
  return expected === 'number' && schemasAt(schema, path).some(({ type }) => type === 'integer') ? 'int' : expected
}

function explainType(expected: string, value: unknown): string {
  const wanted = kinds[expected] ?? expected
  if (value === undefined) return `is missing: expected ${wanted}`
  const isOldBoolean = expected === 'boolean' && typeof value === 'string' && /^(yes|no|on|off)$/i.test(value)
  return `expected ${wanted}; came ${describe(value)}${isOldBoolean ? ' (YAML 1.2 takes yes, no, on and off for strings)' : ''}`
}

function explainSize(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown): string {
  const [bound, limit] = issue.code === 'too_big' ? ['at most', issue.maximum] : ['at least', issue.minimum]
  if (typeof value === 'number') return `expected ${bound} ${limit}; came ${value}`
  const unit = issue.origin === 'string' ? 'characters' : 'entries'
  return `expected ${bound} ${limit} ${unit}; came ${describe(value)}`
}

function explainFormat(issue: z.core.$ZodIssueInvalidStringFormat, value: unknown): string {
  if (issue.format === 'url') return `expected a URL that starts with http:// or https://; came ${describe(value)}`
  return `expected text that matches ${issue.pattern ?? issue.format}; came ${describe(value)}`
}

/** A union fails once for each of its alternatives; the one whose kind the value has tells what the writer meant. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, root: unknown, schema: JsonSchema): Explanation[] {
  const path = issue.path as SettingPath
  const sameKind = issue.errors.find(
    (issues) => !issues.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  )
  if (sameKind === undefined) {
    const wanted = issue.errors.flatMap((issues) =>
      issues.flatMap((inner) => (inner.code === 'invalid_type' ? [kinds[inner.expected] ?? inner.expected] : [])),
    )
    return [{ path, message: `expected ${wanted.join(' or ')}; came ${describe(valueAt(root, path))}` }]
  }
  return sameKind.flatMap((inner) => explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, root, schema))
}

function explainUnknownKey(key: string, path: SettingPath, schema: JsonSchema): string {
  const siblings = propertiesAt(schema, path)
  const near = didYouMean(key, siblings)
  if (near !== undefined) return `is no setting${suggest(near)}`
  const elsewhere = findProperty(schema, key, schema)
  if (elsewhere !== undefined) return `is no setting here; did you mean "${elsewhere}"?`
  return `is no setting; here are ${quoteAll(siblings)}`
}

function suggest(near: string | undefined): string {
  return near === undefined ? '' : `; did you mean "${near}"?`
}

function quoteAll(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(', ')
}

function valueAt(root: unknown, path: SettingPath): unknown {
  return path.reduce<unknown>((value, step) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
      ? (value as Record<string | number, unknown>)[step]
      : undefined
  }, root)
}

/** Names of the settings that the map at `path` takes. */
function propertiesAt(schema: JsonSchema, path: SettingPath): string[] {
  return schemasAt(schema, path).flatMap((each) => Object.keys(each.properties ?? {}))
}

function schemasAt(schema: JsonSchema, path: SettingPath): JsonSchema[] {
  return path.reduce<JsonSchema[]>(
    (schemas, step) => schemas.flatMap((each) => childSchemas(each, step, schema)),
    alternatives(schema, schema),
  )
}

function childSchemas(parent: JsonSchema, step: string | number, root: JsonSchema): JsonSchema[] {
  const child = typeof step === 'number' ? parent.items : parent.properties?.[step]
  return child === undefined ? [] : alternatives(child, root)
}

function alternatives(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  const name = schema.$ref?.replace('#/$defs/', '')
  const target = name === undefined ? schema : root.$defs?.[name]
  if (target === undefined) return []
  return target.anyOf === undefined ? [target] : target.anyOf.flatMap((each) => alternatives(each, root))
}

/** Where a setting named `key` stands, when it stands in a map of the top level or deeper, but in no list. */
function findProperty(schema: JsonSchema, key: string, root: JsonSchema, prefix = ''): string | undefined {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const path = prefix === '' ? name : `${prefix}.${name}`
    if (name === key) return path
    const found = alternatives(property, root)
      .map((each) => findProperty(each, key, root, path))
      .find(Boolean)
    if (found !== undefined) return found
  }
  return undefined
}
