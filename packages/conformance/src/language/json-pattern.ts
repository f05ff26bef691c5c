import { showJson } from './show.js'

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * What a JSON value must look like.
 *
 * A scalar stands for itself. A list has as many elements, each as given. An object has at least the keys given;
 * others are free. Everything else is said by a {@link JsonRule}.
 */
export type JsonPattern =
  | string
  | number
  | boolean
  | null
  | JsonRule
  | readonly JsonPattern[]
  | { readonly [key: string]: JsonPattern }

/** Rules beyond equality; each is made by the function of its name. */
export class JsonRule {
  constructor(
    readonly rule: 'absent' | 'anything' | 'exactly' | 'in-any-order' | 'in-this-order' | 'nonempty-text' | 'one-of',
    readonly operand: JsonPattern = null,
  ) {}
}

/** The key must not be there. */
export const absent = new JsonRule('absent')
/** Any value, but one must be there. */
export const anything = new JsonRule('anything')
/** A string of at least one character. */
export const nonemptyText = new JsonRule('nonempty-text')

/** An object with the keys given and no others. */
export function exactly(keys: { readonly [key: string]: JsonPattern }): JsonRule {
  return new JsonRule('exactly', keys)
}

/** A list of as many elements, matched in whatever order. */
export function inAnyOrder(elements: readonly JsonPattern[]): JsonRule {
  return new JsonRule('in-any-order', elements)
}

/** A list that has these elements in this order; others may stand between them. */
export function inThisOrder(elements: readonly JsonPattern[]): JsonRule {
  return new JsonRule('in-this-order', elements)
}

/** Any one of several patterns. */
export function oneOf(...alternatives: readonly JsonPattern[]): JsonRule {
  return new JsonRule('one-of', alternatives)
}

/** One way in which a value is not what the pattern asks for: where, what was expected, what came. */
export interface Mismatch {
  readonly at: string
  readonly expected: string
  readonly came: string
}

/** All mismatches of `value`, which is `undefined` where nothing is there. */
export function matchJson(value: unknown, pattern: JsonPattern, at = '$'): Mismatch[] {
  if (pattern instanceof JsonRule) return matchRule(value, pattern, at)
  if (isList(pattern)) {
    if (!Array.isArray(value) || value.length !== pattern.length) return [mismatch(value, pattern, at)]
    return pattern.flatMap((element, index) => matchJson(value[index], element, `${at}[${index}]`))
  }
  if (typeof pattern === 'object' && pattern !== null) {
    if (!isObject(value)) return [mismatch(value, pattern, at)]
    return Object.entries(pattern).flatMap(([key, expected]) =>
      matchJson(Object.hasOwn(value, key) ? value[key] : undefined, expected, `${at}.${key}`),
    )
  }
  return Object.is(value, pattern) ? [] : [mismatch(value, pattern, at)]
}

function matchRule(value: unknown, { rule, operand }: JsonRule, at: string): Mismatch[] {
  const whole = [mismatch(value, new JsonRule(rule, operand), at)]
  switch (rule) {
    case 'absent':
      return value === undefined ? [] : whole
    case 'anything':
      return value === undefined ? whole : []
    case 'nonempty-text':
      return typeof value === 'string' && value !== '' ? [] : whole
    case 'one-of':
      return asList(operand).some((alternative) => matchJson(value, alternative, at).length === 0) ? [] : whole
    case 'exactly': {
      const mismatches = matchJson(value, operand, at)
      if (!isObject(value)) return mismatches
      const known = new Set(Object.keys(operand as object))
      const others = Object.keys(value).filter((key) => !known.has(key))
      return [...mismatches, ...others.map((key) => mismatch(value[key], absent, `${at}.${key}`))]
    }
    case 'in-any-order': {
      const left = [...asList(operand)]
      if (!Array.isArray(value) || value.length !== left.length) return whole
      for (const element of value) {
        const index = left.findIndex((candidate) => matchJson(element, candidate).length === 0)
        if (index < 0) return whole
        left.splice(index, 1)
      }
      return []
    }
    case 'in-this-order': {
      if (!Array.isArray(value)) return whole
      let from = 0
      for (const [position, element] of asList(operand).entries()) {
        const index = value.findIndex((item, place) => place >= from && matchJson(item, element).length === 0)
        if (index < 0)
          return [{ at, expected: describeJson(element), came: `no such element as number ${position + 1}` }]
        from = index + 1
      }
      return []
    }
  }
}

/** The pattern in words close to JSON. */
export function describeJson(pattern: JsonPattern): string {
  if (pattern instanceof JsonRule) {
    switch (pattern.rule) {
      case 'absent':
        return 'absent'
      case 'anything':
        return 'anything'
      case 'nonempty-text':
        return 'a non-empty string'
      case 'exactly':
        return `exactly ${describeJson(pattern.operand)}`
      case 'in-any-order':
        return `${describeJson(pattern.operand)} in any order`
      case 'in-this-order':
        return `a list with ${describeJson(pattern.operand)} in this order`
      case 'one-of':
        return asList(pattern.operand).map(describeJson).join(' or ')
    }
  }
  if (isList(pattern)) return `[${pattern.map(describeJson).join(', ')}]`
  if (typeof pattern === 'object' && pattern !== null) {
    const keys = Object.entries(pattern).map(([key, value]) => `${JSON.stringify(key)}: ${describeJson(value)}`)
    return `{${keys.join(', ')}}`
  }
  return JSON.stringify(pattern)
}

function mismatch(value: unknown, pattern: JsonPattern, at: string): Mismatch {
  return { at, expected: describeJson(pattern), came: showJson(value) }
}

function asList(pattern: JsonPattern): readonly JsonPattern[] {
  return isList(pattern) ? pattern : []
}

function isList(pattern: JsonPattern): pattern is readonly JsonPattern[] {
  return Array.isArray(pattern)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
