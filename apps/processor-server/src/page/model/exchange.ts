import type { JsonObject, ListedProcessor, Stage } from './signature.js'

/** A message as it is typed in. */
export interface MessageText {
  readonly role: string
  readonly content: string
}

/** What is tried: one exchange with the parameters to judge it by. */
export interface Exchange {
  readonly stage: Stage
  readonly messages: readonly MessageText[]
  /** Whether the prompt goes along in the response stage. */
  readonly sendsPrompt: boolean
  /** The response text; used in the response stage only. */
  readonly response: string
  readonly metadata: JsonObject
  /** Parameters that differ from the defaults. */
  readonly parameters: JsonObject
}

/** A part of an execute request: its name and its JSON text. */
export type RequestPart = readonly [name: string, json: string]

/** The parts of the execute request, in the order in which they are sent. Without parameters there is no part for them. */
export function writeRequestParts(exchange: Exchange): RequestPart[] {
  const { stage, messages, sendsPrompt, response, metadata, parameters } = exchange
  const parts: RequestPart[] = [['metadata', JSON.stringify(metadata)]]
  if (Object.keys(parameters).length > 0) parts.push([`${stage}.parameters`, JSON.stringify(parameters)])
  if (stage === 'input' || sendsPrompt) parts.push(['input.messages', JSON.stringify({ messages })])
  if (stage === 'response') parts.push(['response.choices', JSON.stringify({ choices: [choiceOf(response)] })])
  return parts
}

function choiceOf(content: string) {
  return { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }
}

/** Path of an endpoint of a processor, below the mount of the API. */
export function endpointPath(command: 'execute' | 'signature', { namespace, name }: ListedProcessor): string {
  return `${command}/${encodeURIComponent(namespace.toLowerCase())}/${encodeURIComponent(name.toLowerCase())}`
}
