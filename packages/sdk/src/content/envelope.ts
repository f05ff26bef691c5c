import { copyNumberSources } from '../json/index.js'
import type { JsonBounds } from './content-mode.js'
import { isJsonObject, kindOf } from './message.js'
import type { ProblemList } from './problem-list.js'
import { readJsonPart } from './read-json-part.js'

/**
 * Keys of an envelope that a class method answers to. An own property would hide the method from every handler, so
 * such a key waits under a symbol, which a spread carries along, until the document is written.
 */
const setAside = Symbol('gatehouse.set-aside')

type Envelope = Record<string | symbol, unknown>

/**
 * Parses the text of a part that holds an object.
 *
 * @throws ProcessorError as {@link readJsonPart} does, and `CONTENT_INVALID` when it holds anything else.
 */
export function readEnvelope(
  partName: string,
  text: string,
  bounds: JsonBounds,
  problems: ProblemList,
): Record<string, unknown> {
  const document = readJsonPart(partName, text, bounds)
  if (!isJsonObject(document)) {
    problems.report(`expected an object, got ${kindOf(document)}`, [])
    problems.throwIfAny(partName)
  }
  return document as Record<string, unknown>
}

/** Copies every key but `known` from a parsed document to `target`. */
export function copyEnvelope<T extends object>(document: Record<string, unknown>, known: string, target: T): T {
  for (const key of Object.keys(document)) {
    if (key === known) continue
    if (key in target) {
      ;(target as Envelope)[setAside] ??= Object.create(null)
      ;((target as Envelope)[setAside] as Envelope)[key] = document[key]
    } else {
      ;(target as Envelope)[key] = document[key]
    }
  }
  copyNumberSources(document, target)
  return target
}

/** The document to write: the keys of `envelope`, with `content` in place of what it names. */
export function restoreEnvelope(envelope: object, content: Record<string, unknown>): object {
  const { [setAside]: aside, ...rest } = envelope as Envelope
  // Without a prototype, `__proto__` is a key like any other.
  return Object.assign(Object.create(null), rest, content, aside)
}
