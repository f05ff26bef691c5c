import { createHmac } from 'node:crypto'
import { markFinder } from '../detection/find-marks.js'
import { type Mask, placeholderOf } from '../detection/mask.js'
import { ID_LENGTH } from './find-placeholders.js'

/** Consonants only: no id reads as a word, a number or a credential, and upper and lower case mean the same. */
const LETTERS = 'bcdfghjklmnpqrstvwxz'
const BASE = BigInt(LETTERS.length)

/** Bytes of the hash that an id is made of; more than its letters hold, so that each letter is as likely as any other. */
const HASH_BYTES = 12

/**
 * Id of a value: 18 letters, 77 bits of a keyed hash (HMAC-SHA-256, RFC 2104). The same value of the same type has the same id
 * within a conversation, and another one in every other; without the key nobody can tell or guess it.
 */
export function placeholderId(key: Uint8Array, conversation: string, type: string, value: string): string {
  const hash = createHmac('sha256', key)
    .update(JSON.stringify([conversation, type, value]))
    .digest('hex')
  let rest = BigInt(`0x${hash.slice(0, HASH_BYTES * 2)}`)
  let id = ''
  for (let letter = 0; letter < ID_LENGTH; letter++) {
    id += LETTERS[Number(rest % BASE)]
    rest /= BASE
  }
  return id
}

/** Keeps what it masks, and gives its id. */
export type Keep = (type: string, value: string) => string

/**
 * A placeholder that can be turned back, such as `[EMAIL:hdqwzkxpvbcmnrtsgf]`; without `keep`, as at the response stage,
 * one that cannot.
 */
export function vaultMask(type: string, keep: Keep | undefined): Mask {
  const replace = (matched: string) => `[${type.toUpperCase()}:${keep?.(type, matched)}]`
  return {
    replace: keep === undefined ? () => placeholderOf(type) : replace,
    findIn: markFinder(type, (tail) => tail === '' || (tail.length === ID_LENGTH + 1 && ID.test(tail))),
  }
}

const ID = /^:[b-z]+$/
