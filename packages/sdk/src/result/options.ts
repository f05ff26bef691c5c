import { isJsonObject, kindOf } from '../content/index.js'

/** @throws TypeError for a key that is not known, since a misspelt option would otherwise be lost without a word. */
export function assertKnownOptions(what: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new TypeError(`A ${what} has no option "${key}"; it takes ${known.join(', ')}.`)
  }
}

/** @throws TypeError for anything but an object or nothing. */
export function assertJsonObject(name: string, value: unknown): void {
  if (value !== undefined && !isJsonObject(value)) {
    throw new TypeError(`"${name}" must be an object; it is ${kindOf(value)}.`)
  }
}

/** @throws TypeError for anything but nothing or an object with the list that a document must have. */
export function assertDocument(name: string, value: unknown, list: string): void {
  if (value === undefined || (isJsonObject(value) && Array.isArray(value[list]))) return
  throw new TypeError(`"${name}" must be an object with an array "${list}"; it is ${kindOf(value)}.`)
}
