import { randomBytes } from 'node:crypto'
import { type JsonScan, scanJson } from './scan-json.js'

/**
 * Own, enumerable key of an object or array that holds numbers which a double cannot carry faithfully: property to
 * the number's source text. Being an own symbol, it is copied by `{ ...object }` and unseen by `Object.keys`.
 */
const numberSources = Symbol('gatehouse.number-sources')

type Sources = Record<string, string>
type Container = Record<string | symbol, unknown>

/** Marks a number's source text while it travels through `JSON.parse` or `JSON.stringify` as a string; unguessable, so no text can forge it. */
const MARK = `\u0000${randomBytes(16).toString('hex')}:`
const ESCAPED_MARK = JSON.stringify(MARK).slice(1, -1)
const MARKED_STRINGS = new RegExp(`"\\${ESCAPED_MARK}([-+.0-9Ee]+)"`, 'g')

/** What a JSON text may have, checked before memory is spent on it. */
export interface JsonLimits {
  /** Most levels of nested objects and arrays. */
  readonly maxDepth: number
  /** Most values: objects, arrays, strings, numbers and literals, without keys. */
  readonly maxValues: number
}

/** A text that is no JSON document this package takes. `reason` never holds any of the text. */
export class JsonTextError extends Error {
  override readonly name = 'JsonTextError'

  constructor(
    readonly kind: 'syntax' | 'depth' | 'size' | 'surrogate',
    readonly reason: string,
  ) {
    super(reason)
  }
}

/**
 * Parses JSON (RFC 8259) so that {@link writeExactJson} can write back every number as it stood: `1.0`, `-0` and
 * integers above 2^53 read as the nearest double, and keep their source text.
 *
 * Of repeated keys the last one counts. `__proto__` is a key like any other.
 *
 * @throws JsonTextError for broken JSON, nesting deeper than `maxDepth`, more than `maxValues` values, and strings with a lone
 * surrogate.
 */
export function parseExactJson(text: string, limits: JsonLimits): unknown {
  const { inexactNumbers } = scan(text, limits)
  const root =
    inexactNumbers.length === 0 ? parse(text, true) : unmarkNumbers(parse(markNumbers(text, inexactNumbers), false))
  return checkText(text, root)
}

/**
 * Parses JSON as {@link parseExactJson} does, without the source texts of numbers: for a document that is read and never
 * written back, by code that looks at every own key, symbols among them.
 *
 * @throws JsonTextError as {@link parseExactJson} does.
 */
export function parseJson(text: string, limits: JsonLimits): unknown {
  scan(text, limits)
  return checkText(text, parse(text, true))
}

function scan(text: string, { maxDepth, maxValues }: JsonLimits): JsonScan {
  const scanned = scanJson(text, maxDepth, maxValues)
  if (scanned.depth > maxDepth) throw new JsonTextError('depth', `is nested more than ${maxDepth} levels deep`)
  if (scanned.values > maxValues) throw new JsonTextError('size', `has more than ${maxValues} values`)
  return scanned
}

/** The parsed value, when all of its strings are Unicode text. */
function checkText(text: string, root: unknown): unknown {
  if (text.includes('\\u') && LONE_SURROGATE_CANDIDATE.test(text) && !isWellFormed(root)) {
    throw new JsonTextError('surrogate', 'has a string with a lone surrogate, which is not Unicode text')
  }
  return root
}

/**
 * Writes compact JSON; what came from {@link parseExactJson} and was not changed keeps its exact numbers. Lone
 * surrogates become escapes and non-finite numbers `null`, so the outcome is always valid JSON and UTF-8.
 *
 * @throws TypeError for what JSON cannot hold: cycles and BigInt.
 */
export function writeExactJson(value: unknown): string {
  if (!hasNumberSources(value, MAX_SEARCH_DEPTH)) return JSON.stringify(value)
  const text = JSON.stringify(value, restoreSource)
  return text.includes(ESCAPED_MARK) ? text.replace(MARKED_STRINGS, '$1') : text
}

/** Hands the source texts of the numbers of `source` on to `target`, which has its values. */
export function copyNumberSources(source: object, target: object): void {
  if (numberSources in source) (target as Container)[numberSources] = (source as Container)[numberSources]
}

/** An object with those `keys` that `source` has, and with the source texts of their numbers. */
export function pickExact(source: object, keys: readonly string[]): Record<string, unknown> {
  const from = source as Container
  const picked: Container = {}
  for (const key of keys) {
    if (!Object.hasOwn(from, key)) continue
    picked[key] = from[key]
    const text = (from[numberSources] as Sources | undefined)?.[key]
    if (text === undefined) continue
    picked[numberSources] ??= Object.create(null) as Sources
    ;(picked[numberSources] as Sources)[key] = text
  }
  return picked
}

/**
 * An escape of a high or low surrogate; only these can bring a lone one, since the text itself was valid UTF-8. Looking for
 * any such escape first is a search for one character, which the engine does many times faster.
 */
const LONE_SURROGATE_CANDIDATE = /\\u[dD][89a-fA-F]/

function parse(text: string, isOriginal: boolean): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // The engine's message quotes the text, so only the position is taken, and only where no mark has moved it.
    const position = isOriginal ? /position (\d+)/.exec(String(error))?.[1] : undefined
    throw new JsonTextError(
      'syntax',
      position === undefined ? 'is not valid JSON' : `is not valid JSON at position ${position}`,
    )
  }
}

function markNumbers(text: string, ranges: readonly (readonly [number, number])[]): string {
  let marked = ''
  let from = 0
  for (const [start, end] of ranges) {
    const token = text.slice(start, end)
    // A token that is no JSON number stays, so that the parser refuses it.
    marked += text.slice(from, start) + (JSON_NUMBER.test(token) ? `"${ESCAPED_MARK}${token}"` : token)
    from = end
  }
  return marked + text.slice(from)
}

/** RFC 8259, section 6: `[ minus ] int [ frac ] [ exp ]`. */
const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/

/** Puts numbers in place of marked strings, in place, and notes their sources on what holds them. */
function unmarkNumbers(value: unknown): unknown {
  if (isMarked(value)) return Number(value.slice(MARK.length))
  if (typeof value !== 'object' || value === null) return value
  const container = value as Container
  for (const key of Object.keys(container)) {
    const inner = container[key]
    if (isMarked(inner)) {
      container[numberSources] ??= Object.create(null) as Sources
      ;(container[numberSources] as Sources)[key] = inner.slice(MARK.length)
    }
    container[key] = unmarkNumbers(inner)
  }
  return container
}

function isMarked(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(MARK)
}

/** So deep is looked for number sources; what is nested deeper, or holds itself, is written as if it had some. */
const MAX_SEARCH_DEPTH = 256

/**
 * A search costs a fraction of what a replacer costs `JSON.stringify`, and hardly any document has such numbers. Every
 * answer is searched, so no list of the values is made for it.
 */
function hasNumberSources(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0 || numberSources in value) return true
  if (Array.isArray(value)) return value.some((inner) => hasNumberSources(inner, depth - 1))
  for (const key in value) {
    if (hasNumberSources((value as Container)[key], depth - 1)) return true
  }
  return false
}

function restoreSource(this: unknown, key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value
  const source = (this as Container)[numberSources] as Sources | undefined
  const text = source?.[key]
  return text !== undefined && Object.is(Number(text), value) ? MARK + text : value
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isWellFormed)
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isWellFormed(inner))
}
