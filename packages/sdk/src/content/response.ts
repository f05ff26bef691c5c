import { writeExactJson } from '../json/index.js'
import type { ContentOptions } from './content-mode.js'
import { gatherMessages, readMessageParts } from './content-parts.js'
import { copyEnvelope, readEnvelope, restoreEnvelope } from './envelope.js'
import { isJsonObject, kindOf, type Message, roles } from './message.js'
import { ProblemList } from './problem-list.js'

/** One answer of the model. Unknown keys (`index`, `finish_reason`, …) are kept beside the message. */
export interface Choice {
  message: Message
  [key: string]: unknown
}

/** What a handler may return as a new response: a {@link ResponseOutput}, or a copy of one with other choices. */
export interface ResponseDocument {
  readonly choices: readonly Choice[]
  readonly [key: string]: unknown
}

/**
 * The response: the choices that the model returned, and whatever else the caller put beside them.
 *
 * A handler gets one of its own. It may change it in place and return it, or return a copy: `{ ...response, choices }`.
 */
export class ResponseOutput implements ResponseDocument {
  choices: Choice[];
  [key: string]: unknown

  constructor(choices: Choice[]) {
    this.choices = choices
  }

  /** The contents of the messages of all choices, each followed by a newline. */
  concatenate(): string {
    let text = ''
    for (const { message } of this.choices) text += `${message.content}\n`
    return text
  }
}

/**
 * Reads a response from JSON text. A choice of a streaming chunk, with `delta` in place of `message`, is refused.
 *
 * @throws ProcessorError with status 400, or 413 for too many values, naming `partName`; `CONTENT_INVALID` lists all
 * problems at once.
 */
export function readResponse(partName: string, text: string, options: ContentOptions): ResponseOutput {
  const problems = new ProblemList()
  const envelope = readEnvelope(partName, text, options, problems)
  const choices = readChoices(envelope.choices, options, problems)
  problems.throwIfAny(partName)
  return copyEnvelope(envelope, 'choices', new ResponseOutput(choices))
}

/** Writes a response as compact JSON; see {@link writeExactJson} for numbers. */
export function writeResponse(response: ResponseDocument): string {
  const messages = gatherMessages(response.choices.map((choice) => choice.message))
  const choices = response.choices.flatMap((choice, index) =>
    messages[index] === undefined ? [] : [{ ...choice, message: messages[index] }],
  )
  return writeExactJson(restoreEnvelope(response, { choices }))
}

function readChoices(value: unknown, { content }: ContentOptions, { report }: ProblemList): Choice[] {
  if (!Array.isArray(value)) {
    report(`expected an array, got ${kindOf(value)}`, ['choices'])
    return []
  }
  return value.flatMap((choice: unknown, index): Choice[] => {
    const path = ['choices', index]
    if (!isJsonObject(choice)) {
      report(`expected an object, got ${kindOf(choice)}`, path)
      return []
    }
    const [message, ...others] = readMessageParts(
      choice.message,
      content,
      roles.assistant,
      [...path, 'message'],
      report,
    )
    if (message === undefined) return []
    choice.message = message
    return [choice as Choice, ...others.map((other) => ({ message: other }))]
  })
}
