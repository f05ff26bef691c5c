import type { Choice, Message, ResponseOutput } from '@gatehouse/sdk'
import { type KeptValues, limitValues, restoreText } from './restore.js'

/** Most text that is put back into a response, in UTF-16 code units of all values; a placeholder beyond it stays. */
export const MAX_RESTORED_UNITS = 4_194_304

/** A response with its placeholders turned back. */
export interface RestoredResponse {
  readonly choices: Choice[]
  readonly restored: number
  readonly unknown: number
}

/** Restores the contents of all choices, and the arguments of their tool calls. */
export function restoreResponse({ choices }: ResponseOutput, values: KeptValues): RestoredResponse {
  const counts = { restored: 0, unknown: 0 }
  const limited = limitValues(values, MAX_RESTORED_UNITS)
  const restore = (text: string, write?: (value: string) => string): string => {
    const outcome = restoreText(text, limited, write)
    counts.restored += outcome.restored
    counts.unknown += outcome.unknown
    return outcome.text
  }
  const changed = choices.map((choice) => ({ ...choice, message: restoreMessage(choice.message, restore) }))
  return { choices: changed, ...counts }
}

type Restore = (text: string, write?: (value: string) => string) => string

function restoreMessage(message: Message, restore: Restore): Message {
  const content = restore(message.content)
  const calls = message.tool_calls
  if (!Array.isArray(calls)) return { ...message, content }
  return { ...message, content, tool_calls: calls.map((call: unknown) => restoreCall(call, restore)) }
}

function restoreCall(call: unknown, restore: Restore): unknown {
  if (!isObject(call) || !isObject(call.function) || typeof call.function.arguments !== 'string') return call
  return { ...call, function: { ...call.function, arguments: restore(call.function.arguments, insideJsonString) } }
}

/** The arguments of a call are JSON text, so what goes into one of its strings is escaped. */
function insideJsonString(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
