import type { ContentMode } from './content-mode.js'
import { isJsonObject, type Message, messageToWire, type ReportProblem, readMessage } from './message.js'

/**
 * Multimodal messages. A message whose content is an array of content parts is *spread out*: each text part becomes a
 * message of its own with the same role, so that every processor sees, changes and masks it like any text. Gathering
 * puts the texts back into their parts and leaves images, audio and files alone.
 *
 * A part in which text may stand where nobody looks is refused: one of a type that is not known, and without a text of its
 * own; and one with a text further inside, such as the list of parts in the result of a tool.
 *
 * The first message of a group carries the other keys of the original (`name`, `tool_calls`, …); a group without text
 * parts is one message with empty content. What a handler drops is dropped: a missing message drops its text part, a
 * missing group the whole message.
 */
interface TextPartOrigin {
  readonly group: readonly unknown[]
  /** Index of the text part in the group; -1 for the message that stands for a group without text. */
  readonly index: number
}

const origin = Symbol('gatehouse.text-part-origin')

type Spread = Message & { [origin]?: TextPartOrigin }

/** Reads one message; in `multimodal` mode as many as its content has text parts. */
export function readMessageParts(
  value: unknown,
  mode: ContentMode,
  defaultRole: string,
  path: readonly (string | number)[],
  report: ReportProblem,
): Message[] {
  if (mode === 'text' || !isJsonObject(value) || !Array.isArray(value.content)) {
    const message = readMessage(value, defaultRole, path, report)
    return message === undefined ? [] : [message]
  }
  const group: readonly unknown[] = value.content
  const texts: { index: number; text: string }[] = []
  group.forEach((part, index) => {
    const at = [...path, 'content', index]
    if (!isJsonObject(part)) report('expected an object', at)
    else if (typeof part.text === 'string') texts.push({ index, text: part.text })
    else if (part.type === 'text') report('expected a string', [...at, 'text'])
    else if (!typesWithoutText.has(part.type)) report('expected a text, or a type of part that has none', at)
    if (isJsonObject(part)) reportInnerText(part, at, report)
  })
  value.content = texts[0]?.text ?? ''
  const first = readMessage(value, defaultRole, path, report) as Spread | undefined
  if (first === undefined) return []
  first[origin] = { group, index: texts[0]?.index ?? -1 }
  const others = texts.slice(1).map(
    ({ index, text }): Spread => ({
      role: first.role,
      content: text,
      [origin]: { group, index },
    }),
  )
  return [first, ...others]
}

/** Types of parts that are taken without a text: what they carry is a picture, a sound or a file. */
const typesWithoutText: ReadonlySet<unknown> = new Set([
  'image',
  'image_url',
  'input_image',
  'audio',
  'input_audio',
  'video',
  'video_url',
  'input_video',
  'file',
  'input_file',
])

/** Reports every text that stands in a part, but not at its top. */
function reportInnerText(part: object, path: readonly (string | number)[], report: ReportProblem): void {
  for (const [key, inner] of Object.entries(part)) {
    if (typeof inner !== 'object' || inner === null) continue
    const at = [...path, Array.isArray(part) ? Number(key) : key]
    if (!Array.isArray(inner) && typeof inner.text === 'string') report('expected no text inside of a part', at)
    reportInnerText(inner, at, report)
  }
}

/**
 * Parts of a message that are no text, such as images, audio and files. In `multimodal` mode they belong to the first of the messages
 * that their message was spread into, and the others have none; in `text` mode there are none.
 *
 * @since 0.1.0
 */
export function attachmentsOf(message: Message): readonly object[] {
  const from = (message as Spread)[origin]
  if (from === undefined) return []
  const firstText = from.group.findIndex(isTextPart)
  return from.index === firstText ? from.group.filter((part): part is object => !isTextPart(part)) : []
}

function isTextPart(part: unknown): boolean {
  return isJsonObject(part) && typeof part.text === 'string'
}

/**
 * The wire form of each message. Spread-out ones are put together in place of their first; where the others stood there
 * is `undefined`.
 */
export function gatherMessages(messages: readonly Message[]): (object | undefined)[] {
  const groups = new Map<readonly unknown[], { at: number; texts: Map<number, string> }>()
  const wire: (object | undefined)[] = messages.map((message, at) => {
    const from = (message as Spread)[origin]
    if (from === undefined) return messageToWire(message)
    const group = groups.get(from.group)
    if (group === undefined) {
      groups.set(from.group, { at, texts: new Map([[from.index, message.content]]) })
      return message
    }
    group.texts.set(from.index, message.content)
    return undefined
  })
  for (const [parts, { at, texts }] of groups) wire[at] = { ...wire[at], content: partsToWire(parts, texts) }
  return wire
}

function partsToWire(group: readonly unknown[], texts: ReadonlyMap<number, string>): unknown[] {
  const parts = group.flatMap((part, index) => {
    if (!isJsonObject(part) || typeof part.text !== 'string') return [part]
    const text = texts.get(index)
    if (text === undefined) return []
    return [text === part.text ? part : { ...part, text }]
  })
  const added = texts.get(-1)
  return added === undefined || added === '' ? parts : [...parts, { type: 'text', text: added }]
}
