import type { Message } from '@gatehouse/sdk'
import { z } from 'zod'

/** What is allowed. */
export interface ToolPolicy {
  /** Names of the tools that may be called. */
  readonly allow: readonly string[]
  /** Tool name to arguments that every call of it gets, whatever the model wrote. */
  readonly pin: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** What became of a message. */
export interface Review {
  /** Without the refused calls, and with the pinned arguments. The same object when nothing was to be done. */
  readonly message: Message
  readonly refused: number
  readonly pinned: number
}

/** A call as chat completions have it; loose, so that keys not named here are kept. */
const toolCall = z.looseObject({
  function: z.looseObject({ name: z.string(), arguments: z.string() }),
})

type ToolCall = z.output<typeof toolCall>

// #region review
/**
 * Reviews the tool calls of a message. A call that is not understood is refused, since nobody can say what it does; so is
 * the older `function_call`, which some clients still obey.
 */
export function reviewMessage(message: Message, policy: ToolPolicy): Review {
  const { tool_calls: calls, function_call: legacyCall, ...rest } = message
  const reviewed = (Array.isArray(calls) ? calls : calls == null ? [] : [calls]).map((call) => reviewCall(call, policy))
  const kept = reviewed.filter((call) => call !== undefined)
  const refused = reviewed.length - kept.length + (legacyCall == null ? 0 : 1)
  const pinned = kept.filter(({ isPinned }) => isPinned).length
  if (refused === 0 && pinned === 0) return { message, refused, pinned }
  const keptCalls = kept.map(({ call }) => call)
  return { message: { ...rest, ...(keptCalls.length > 0 ? { tool_calls: keptCalls } : {}) }, refused, pinned }
}

function reviewCall(value: unknown, { allow, pin }: ToolPolicy): { call: ToolCall; isPinned: boolean } | undefined {
  const { data: call } = toolCall.safeParse(value)
  if (call === undefined || !allow.includes(call.function.name)) return undefined
  const pins = Object.hasOwn(pin, call.function.name) ? pin[call.function.name] : undefined
  if (pins === undefined) return { call, isPinned: false }
  const written = parseObject(call.function.arguments)
  if (written === undefined) return undefined
  if (Object.entries(pins).every(([name, value]) => isSame(written[name], value))) return { call, isPinned: false }
  const changed = JSON.stringify({ ...written, ...pins })
  return { call: { ...call, function: { ...call.function, arguments: changed } }, isPinned: true }
}
// #endregion review

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function isSame(first: unknown, second: unknown): boolean {
  return JSON.stringify(first) === JSON.stringify(second)
}
