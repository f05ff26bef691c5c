import type { CheckValue } from './compile-schema.js'

/** What is wrong with a text that should be JSON. */
export type JsonFault = 'syntax' | 'keys' | 'schema'

/** What became of a text. */
export interface JsonVerdict {
  readonly fault?: JsonFault
  /** For the fault `schema`: where the value breaks it, as JSON pointers into the schema. */
  readonly breaches?: readonly string[]
}

/** What a value must be. */
export interface JsonDemands {
  readonly requiredKeys: readonly string[]
  readonly check: CheckValue | undefined
}

/** Judges a text by RFC 8259 and by what is demanded of its value. */
export function judgeJson(text: string, { requiredKeys, check }: JsonDemands): JsonVerdict {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'syntax' }
  }
  if (!hasKeys(value, requiredKeys)) return { fault: 'keys' }
  const breaches = breachesOf(value, check)
  return breaches.length === 0 ? {} : { fault: 'schema', breaches }
}

function hasKeys(value: unknown, keys: readonly string[]): boolean {
  if (keys.length === 0) return true
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && keys.every((key) => Object.hasOwn(value, key))
}

function breachesOf(value: unknown, check: CheckValue | undefined): readonly string[] {
  if (check === undefined) return []
  try {
    return check(value)
  } catch (error) {
    // A schema that refers to itself walks the value by recursion; one nested too deep for that does not fit.
    if (error instanceof RangeError) return ['#']
    throw error
  }
}
