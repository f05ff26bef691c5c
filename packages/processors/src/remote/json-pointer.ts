import { z } from 'zod'

/** A JSON Pointer (RFC 6901), as a string: empty for the whole document, else each step behind a slash. */
export const jsonPointer = z
  .string()
  .max(512)
  .regex(/^(?:\/(?:[^/~]|~[01])*)*$/, 'expected a JSON Pointer, such as "/result/score"')

/** What a pointer points to, `undefined` when there is nothing. Members that an object only inherits do not count. */
export function readPointer(document: unknown, pointer: string): unknown {
  let value = document
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
