import { diffSequences } from './diff-sequences.js'
import { type Change, diffText } from './diff-text.js'
import type { MessageText } from './exchange.js'
import { isJsonObject, type JsonObject } from './signature.js'

/** What became of one message: kept, changed, put in, or taken out. */
export interface MessageChange {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly role: string
  readonly changes: readonly Change[]
}

/** The messages of a prompt document, or of the choices of a response document; missing texts are empty. */
export function readMessages(document: JsonObject): MessageText[] {
  const { messages, choices } = document
  const list = Array.isArray(messages)
    ? messages
    : Array.isArray(choices)
      ? choices.map((choice) => (isJsonObject(choice) ? choice.message : undefined))
      : []
  return list.map((message) => {
    const { role, content } = isJsonObject(message) ? message : {}
    return { role: typeof role === 'string' ? role : '', content: typeof content === 'string' ? content : '' }
  })
}

/** Tells how a list of messages was changed. Between two messages that were kept, what was taken out and put in is paired in order. */
export function diffMessages(before: readonly MessageText[], after: readonly MessageText[]): MessageChange[] {
  const changes: MessageChange[] = []
  let x = 0
  let y = 0
  let removed: readonly MessageText[] = []
  const flush = (added: readonly MessageText[]) => {
    changes.push(...pair(removed, added))
    removed = []
  }
  for (const { kind, length } of diffSequences(before.map(keyOf), after.map(keyOf))) {
    if (kind === 'removed') {
      removed = before.slice(x, x + length)
      x += length
      continue
    }
    const here = after.slice(y, y + length)
    y += length
    if (kind === 'added') {
      flush(here)
      continue
    }
    x += length
    flush([])
    for (const { role, content } of here)
      changes.push({ kind: 'same', role, changes: [{ kind: 'same', text: content }] })
  }
  flush([])
  return changes
}

function keyOf({ role, content }: MessageText): string {
  return JSON.stringify([role, content])
}

function pair(removed: readonly MessageText[], added: readonly MessageText[]): MessageChange[] {
  const both = Math.min(removed.length, added.length)
  return [
    ...added.slice(0, both).map(({ role, content }, index): MessageChange => {
      const text = removed[index]?.content ?? ''
      return { kind: 'changed', role, changes: diffText(text, content) }
    }),
    ...removed.slice(both).map(({ role, content }): MessageChange => {
      return { kind: 'removed', role, changes: [{ kind: 'removed', text: content }] }
    }),
    ...added.slice(both).map(({ role, content }): MessageChange => {
      return { kind: 'added', role, changes: [{ kind: 'added', text: content }] }
    }),
  ]
}
