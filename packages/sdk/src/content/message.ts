/**
 * Roles in common use. A role is any string on the wire; an absent one means `user` in a prompt and `assistant` in a choice.
 */
export const roles = {
  user: 'user',
  system: 'system',
  assistant: 'assistant',
  tool: 'tool',
  developer: 'developer',
} as const

/**
 * One message of a prompt, or the message of a choice. Keys that this package does not know (`name`, `tool_calls`, …)
 * stand beside the known ones and are written back as they came.
 */
export interface Message {
  /** Who speaks; see {@link roles}. */
  role: string
  /** The text. Empty when the message came with `null` or without content, and then written back as `null` while it stays empty. */
  content: string
  [key: string]: unknown
}

/** Own, enumerable mark of a message that came without text; a spread carries it along. */
const nullContent = Symbol('gatehouse.null-content')

/** Tells of a problem in a document: what is wrong, and where. */
export type ReportProblem = (reason: string, path: readonly (string | number)[]) => void

/**
 * Checks a message in place and fills in what may be left out. `value` must be owned by the caller, as JSON.parse gives it.
 */
export function readMessage(
  value: unknown,
  defaultRole: string,
  path: readonly (string | number)[],
  report: ReportProblem,
): Message | undefined {
  if (!isJsonObject(value)) {
    report(`expected an object, got ${kindOf(value)}`, path)
    return undefined
  }
  const { role, content } = value
  if (role === undefined) value.role = defaultRole
  else if (typeof role !== 'string') report(`expected a string, got ${kindOf(role)}`, [...path, 'role'])
  if (content === undefined || content === null) {
    value.content = ''
    ;(value as Record<symbol, unknown>)[nullContent] = true
  } else if (typeof content !== 'string') {
    report(`expected a string or null, got ${kindOf(content)}`, [...path, 'content'])
  }
  return value as Message
}

/** The message as it is written to the wire: `null` again where there was no text and still is none. */
export function messageToWire(message: Message): object {
  return message.content === '' && (message as unknown as Record<symbol, unknown>)[nullContent] === true
    ? { ...message, content: null }
    : message
}

/** Whether `value` is an object that JSON would write with braces. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a value is, in the words of JSON; never the value. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
