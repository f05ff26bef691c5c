import { createHmac } from 'node:crypto'
import type { Message } from '@gatehouse/sdk'

/** Stands for the canary in the text that carries it. */
export const CANARY_MARK = '{canary}'

/** Letters and digits of RFC 4648 base32 in lower case: nothing that a fold or a change of case would alter. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
/** 100 bits: nobody guesses it, and no text holds it by chance. */
const LENGTH = 20

/** Roles whose messages instruct a model before the conversation begins. */
export const instructingRoles: readonly string[] = ['system', 'developer']

/**
 * Makes the canary of an application: a keyed hash (HMAC-SHA-256, RFC 2104) of its name. Whoever has the key makes the same one,
 * in any process and at any stage, without remembering anything; nobody else can.
 */
export function makeCanary(key: string, application: string): string {
  const digest = createHmac('sha256', key).update(`gatehouse system-prompt-leak\n${application}`).digest()
  return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('')
}

/**
 * Puts a text with the canary behind the first message that instructs the model. Returns the same array when there is no such
 * message, so nothing to protect, or when it holds the canary already.
 */
export function insertCanary(messages: readonly Message[], canary: string, text: string): readonly Message[] {
  const index = messages.findIndex(({ role, content }) => instructingRoles.includes(role) && content.trim() !== '')
  const message = messages[index]
  if (message === undefined || messages.some(({ role, content }) => isInstructing(role) && content.includes(canary))) {
    return messages
  }
  return messages.with(index, { ...message, content: `${message.content}\n\n${text.replaceAll(CANARY_MARK, canary)}` })
}

function isInstructing(role: string): boolean {
  return instructingRoles.includes(role)
}
