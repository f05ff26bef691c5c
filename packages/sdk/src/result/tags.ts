import { isJsonObject, kindOf } from '../content/index.js'

/** What {@link Tags} can be made from: another set, or an object of values by key. */
export type TagsInit = Tags | Readonly<Record<string, string | readonly string[]>>

const MARK = Symbol.for('gatehouse.tags')

/**
 * Labels that a processor adds: key to values, all in lower case. Keys and values are non-empty strings, repeats are
 * dropped, first-seen order is kept, keys that differ only in case are one.
 *
 * A selector addresses a tag as `key:value`, so a key should not hold a colon; the server logs a warning for one that does.
 *
 * @throws TypeError from the constructor and `add` for anything but non-empty strings, and for a key without values.
 */
export class Tags implements Iterable<[key: string, values: string[]]> {
  readonly #values = new Map<string, Set<string>>()
  readonly [MARK] = true

  constructor(init: TagsInit = {}) {
    if (!isJsonObject(init)) throw new TypeError(`Tags must be made from an object; it is ${kindOf(init)}.`)
    const entries = Tags.isTags(init) ? init : Object.entries(init)
    for (const [key, values] of entries) this.#addAll(key, typeof values === 'string' ? [values] : values)
  }

  /** Whether `value` is a Tags, of this copy of the package or of another one. */
  static isTags(value: unknown): value is Tags {
    return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[MARK] === true
  }

  /** Number of keys. */
  get size(): number {
    return this.#values.size
  }

  /** Adds one or more values to a key. */
  add(key: string, ...values: string[]): this {
    this.#addAll(key, values)
    return this
  }

  /** Removes a value, and the key with its last value; without `value` the whole key. Unknown ones are no error. */
  remove(key: string, value?: string): this {
    const folded = key.toLowerCase()
    const values = this.#values.get(folded)
    if (value !== undefined) values?.delete(value.toLowerCase())
    if (value === undefined || values?.size === 0) this.#values.delete(folded)
    return this
  }

  /** A copy of the values of a key; empty for an unknown one. */
  get(key: string): string[] {
    return [...(this.#values.get(key.toLowerCase()) ?? [])]
  }

  /** The keys, in the order in which they were first seen. */
  keys(): Iterable<string> {
    return this.#values.keys()
  }

  *[Symbol.iterator](): Iterator<[key: string, values: string[]]> {
    for (const [key, values] of this.#values) yield [key, [...values]]
  }

  /** The wire form, in which `__proto__` is a key like any other. */
  toJSON(): Record<string, string[]> {
    const json: Record<string, string[]> = {}
    for (const [key, values] of this.#values) {
      // An object without a prototype would need no such case, but takes the engine twice as long to write.
      if (key === '__proto__') Object.defineProperty(json, key, { value: [...values], enumerable: true })
      else json[key] = [...values]
    }
    return json
  }

  #addAll(key: string, values: readonly string[]): void {
    assertText(key, 'The key of a tag')
    if (!Array.isArray(values)) {
      throw new TypeError(`The values of a tag must be a string or a list of strings; they are ${kindOf(values)}.`)
    }
    if (values.length === 0) throw new TypeError('A tag needs at least one value; none came.')
    for (const value of values) assertText(value, 'The value of a tag')
    const folded = key.toLowerCase()
    let known = this.#values.get(folded)
    if (known === undefined) {
      known = new Set()
      this.#values.set(folded, known)
    }
    for (const value of values) known.add(value.toLowerCase())
  }
}

function assertText(value: unknown, what: string): void {
  if (typeof value !== 'string' || value === '') {
    throw new TypeError(`${what} must be a non-empty string; it is ${value === '' ? 'empty' : kindOf(value)}.`)
  }
}
