import type { Message } from '@gatehouse/sdk'

/** A call of a tool that a message holds. */
export interface ToolCall {
  /** Its place among the calls of the message. */
  readonly index: number
  /** Undefined when the call names no tool. */
  readonly name: string | undefined
  /** JSON text, or a value that was parsed with the message; undefined when there is neither. */
  readonly input: { readonly json: string } | { readonly value: unknown } | { readonly text: string } | undefined
}

/**
 * Reads the tool calls of a message in the forms that are in use, wherever an unknown key of it holds them: `tool_calls` and
 * `function_call` of chat completions, custom tools among them; blocks of the types `tool_use`, `server_tool_use`,
 * `mcp_tool_use` and `function_call`; parts with a `functionCall`. What is not understood in a list of calls is a call without
 * a name.
 */
export function readToolCalls(message: Message): ToolCall[] {
  const calls: Omit<ToolCall, 'index'>[] = []
  for (const [key, value] of Object.entries(message)) {
    const isForCalls = key === 'tool_calls' || key === 'function_call'
    if (value === null || value === undefined || (typeof value !== 'object' && !isForCalls)) continue
    for (const item of key === 'function_call' ? [value] : listOf(value)) {
      const call =
        key === 'tool_calls' ? readListedCall(item) : key === 'function_call' ? readFunction(item) : readBlock(item)
      if (call !== undefined) calls.push(call)
    }
  }
  return calls.map((call, index) => ({ ...call, index }))
}

/** Names of the tools that a prompt offers, in the forms of chat completions, responses and messages; undefined without any. */
export function readOfferedTools(prompt: Readonly<Record<string, unknown>>): ReadonlySet<string> | undefined {
  const { tools, functions } = prompt
  if (!Array.isArray(tools) && !Array.isArray(functions)) return undefined
  const offered = [...listOf(tools ?? []), ...listOf(functions ?? [])]
  const names = offered.flatMap((tool) => [tool, memberOf(tool, 'function'), memberOf(tool, 'custom')].map(nameOf))
  return new Set(names.filter((name) => name !== undefined))
}

type Unplaced = Omit<ToolCall, 'index'>

function readListedCall(call: unknown): Unplaced {
  const custom = memberOf(call, 'custom')
  if (custom !== undefined) return { name: nameOf(custom), input: readInput(memberOf(custom, 'input'), 'text') }
  const nested = memberOf(call, 'function')
  return nested === undefined ? (readBlock(call) ?? readFunction(call)) : readFunction(nested)
}

function readFunction(call: unknown): Unplaced {
  return { name: nameOf(call), input: readInput(memberOf(call, 'arguments'), 'json') }
}

const BLOCKS_WITH_INPUT: ReadonlySet<unknown> = new Set(['tool_use', 'server_tool_use', 'mcp_tool_use'])
const BLOCKS_WITH_ARGUMENTS: ReadonlySet<unknown> = new Set(['function_call', 'mcp_call'])

function readBlock(block: unknown): Unplaced | undefined {
  const type = memberOf(block, 'type')
  if (BLOCKS_WITH_INPUT.has(type)) return { name: nameOf(block), input: readInput(memberOf(block, 'input'), 'json') }
  if (BLOCKS_WITH_ARGUMENTS.has(type)) return readFunction(block)
  if (type === 'custom_tool_call') return { name: nameOf(block), input: readInput(memberOf(block, 'input'), 'text') }
  const part = memberOf(block, 'functionCall')
  return part === undefined ? undefined : { name: nameOf(part), input: readInput(memberOf(part, 'args'), 'json') }
}

function readInput(input: unknown, textForm: 'json' | 'text'): ToolCall['input'] {
  if (input === undefined || input === null) return undefined
  if (typeof input !== 'string') return { value: input }
  return textForm === 'json' ? { json: input } : { text: input }
}

function nameOf(value: unknown): string | undefined {
  const name = memberOf(value, 'name')
  return typeof name === 'string' && name !== '' ? name : undefined
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
