/** A value inside the arguments of a call. */
export interface Argument {
  /** Where it stands (JSON Pointer, RFC 6901); empty for the arguments as a whole. */
  readonly path: readonly string[]
  readonly value: string | number | boolean | null
}

/** The values inside arguments, or what is wrong with their form. */
export type ArgumentList =
  | { readonly values: readonly Argument[] }
  | { readonly problem: 'too-large' | 'too-deep' | 'no-object' }

/** How large arguments may be. */
export interface ArgumentLimits {
  /** Characters of JSON text; of a value that came parsed, of its strings and keys. */
  readonly maxSize: number
  /** Objects and arrays inside each other. */
  readonly maxDepth: number
}

/** Name of the one argument of a tool that takes free text. */
const FREE_TEXT = 'input'

/** Lists the values inside arguments, in their order. */
export function listArguments(
  input: { readonly json: string } | { readonly value: unknown } | { readonly text: string },
  { maxSize, maxDepth }: ArgumentLimits,
): ArgumentList {
  if ('text' in input) {
    return input.text.length > maxSize
      ? { problem: 'too-large' }
      : { values: [{ path: [FREE_TEXT], value: input.text }] }
  }
  let root: unknown
  if ('json' in input) {
    if (input.json.length > maxSize) return { problem: 'too-large' }
    try {
      root = input.json.trim() === '' ? {} : JSON.parse(input.json)
    } catch {
      return { problem: 'no-object' }
    }
  } else {
    root = input.value
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return { problem: 'no-object' }
  return walk(root, maxSize, maxDepth)
}

function walk(root: object, maxSize: number, maxDepth: number): ArgumentList {
  const values: Argument[] = []
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: root, path: [] }]
  let size = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'object' && value !== null) {
      if (path.length >= maxDepth) return { problem: 'too-deep' }
      const entries = Object.entries(value)
      for (const [key, inner] of entries.reverse()) {
        size += key.length + 1
        waiting.push({ value: inner, path: [...path, key] })
      }
    } else {
      if (typeof value === 'string') size += value.length
      if (value !== undefined) values.push({ path, value: value as Argument['value'] })
    }
    if (size > maxSize) return { problem: 'too-large' }
  }
  return { values }
}

/** Steps of a pointer that look like the names of members, and not like content. */
const STEP = /^[\w.$-]{1,64}$/

/** A path as a JSON Pointer for a finding: a step that could be content is left out, as an asterisk. */
export function toPointer(path: readonly string[]): string {
  return path.map((step) => `/${STEP.test(step) ? step : '*'}`).join('')
}
