import { writeExactJson } from '../json/index.js'
import type { ContentOptions } from './content-mode.js'
import { gatherMessages, readMessageParts } from './content-parts.js'
import { copyEnvelope, readEnvelope, restoreEnvelope } from './envelope.js'
import { kindOf, type Message, roles } from './message.js'
import { ProblemList } from './problem-list.js'

/** What a handler may return as a new prompt: a {@link RequestInput}, or a copy of one with other messages. */
export interface PromptDocument {
  readonly messages: readonly Message[]
  readonly [key: string]: unknown
}

/**
 * The prompt: the messages sent to the model, and whatever else the caller put beside them (`model`, …).
 *
 * A handler gets one of its own. It may change it in place and return it, or return a copy: `{ ...prompt, messages }`.
 */
export class RequestInput implements PromptDocument {
  messages: Message[];
  [key: string]: unknown

  constructor(messages: Message[]) {
    this.messages = messages
  }

  /**
   * The contents of all messages, each followed by a newline.
   *
   * @param ofRoles only messages of these roles; all when absent or empty.
   */
  concatenate(ofRoles: readonly string[] = []): string {
    let text = ''
    for (const { role, content } of this.messages) {
      if (ofRoles.length === 0 || ofRoles.includes(role)) text += `${content}\n`
    }
    return text
  }
}

/**
 * Reads a prompt from JSON text.
 *
 * @throws ProcessorError with status 400, or 413 for too many values, naming `partName`; `CONTENT_INVALID` lists all
 * problems at once.
 */
export function readPrompt(partName: string, text: string, options: ContentOptions): RequestInput {
  const problems = new ProblemList()
  const envelope = readEnvelope(partName, text, options, problems)
  const messages = readMessages(envelope.messages, options, problems)
  problems.throwIfAny(partName)
  return copyEnvelope(envelope, 'messages', new RequestInput(messages))
}

/** Writes a prompt as compact JSON; see {@link writeExactJson} for numbers. */
export function writePrompt(prompt: PromptDocument): string {
  return writeExactJson(restoreEnvelope(prompt, { messages: gatherMessages(prompt.messages).filter(Boolean) }))
}

function readMessages(value: unknown, { content }: ContentOptions, { report }: ProblemList): Message[] {
  if (!Array.isArray(value)) {
    report(`expected an array, got ${kindOf(value)}`, ['messages'])
    return []
  }
  const messages: Message[] = []
  for (let index = 0; index < value.length; index++) {
    // One by one: a call takes no more arguments than the stack holds, and a message may have more parts.
    for (const message of readMessageParts(value[index], content, roles.user, ['messages', index], report)) {
      messages.push(message)
    }
  }
  return messages
}
