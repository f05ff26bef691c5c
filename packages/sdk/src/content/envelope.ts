/**
 * Keys of an envelope that a class method answers to. An own property would hide the method from every handler, so
 * such a key waits under a symbol, which a spread carries along, until the document is written.
 */
const setAside = Symbol('gatehouse.set-aside')

type Envelope = Record<string | symbol, unknown>

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
  for (const symbol of Object.getOwnPropertySymbols(document)) {
    ;(target as Envelope)[symbol] = (document as Envelope)[symbol]
  }
  return target
}

/** The document to write: the keys of `envelope`, with `content` in place of what it names. */
export function restoreEnvelope(envelope: object, content: Record<string, unknown>): object {
  const { [setAside]: aside, ...rest } = envelope as Envelope
  // Without a prototype, `__proto__` is a key like any other.
  return Object.assign(Object.create(null), rest, content, aside)
}
